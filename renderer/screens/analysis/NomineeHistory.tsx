import { useEffect, useState } from 'react';
import type { HistoryStep, Side } from '@shared/model/analysis';
import type { NomineeId } from '@shared/model/ids';
import type { Line, Standing } from '@shared/model/standing';
import { api } from '../../api';
import { ColumnHead, Table } from '../../components/Table';
import { useLanguage, useText, type TextKey } from '../../i18n';
import { useSnapshot } from '../../stores/contest';
import { report } from '../../stores/session';
import { shown } from '../ranking/figures';
import { roundName } from '../ranking/words';

/** Place, score and line of every round that the nominee came to; nothing where there was only one. */
export function NomineeHistory({ nominee, standing }: { readonly nominee: NomineeId; readonly standing: Standing }) {
  const t = useText();
  const language = useLanguage();
  const { contest } = useSnapshot();
  const [steps, setSteps] = useState<readonly HistoryStep[]>([]);
  useEffect(() => {
    // Anew with every standing: it is read again whenever something has changed.
    if (standing.rows.length === 0) return undefined;
    let isWanted = true;
    void (async () => {
      const result = report(await api.call('standing.history', { nominee }));
      if (isWanted && result.ok) setSteps(result.value);
    })();
    return () => {
      isWanted = false;
    };
  }, [nominee, standing]);
  if (steps.length < 2) return null;
  return (
    <section className="rank-round">
      <h3 className="sec">{t('analysis:history.title')}</h3>
      <Table label={t('analysis:history.title')} className="rank-cells ana-history">
        <thead>
          <tr>
            <ColumnHead>{t('ranking:round')}</ColumnHead>
            <ColumnHead align="right">{t('ranking:column.total')}</ColumnHead>
            <ColumnHead align="right">{t('ranking:column.place')}</ColumnHead>
            <ColumnHead>{t('analysis:history.line')}</ColumnHead>
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => (
            <tr key={step.round}>
              <th scope="row">{roundName(contest, step.round, language)}</th>
              <td className="r num">{shown(step.figure, language)}</td>
              <td className="r num nowrap">
                {step.place === null ? '–' : t('analysis:history.place', { place: step.place, of: step.of })}
              </td>
              <td className="t2">
                {step.line === null
                  ? '–'
                  : t('analysis:history.side', { count: step.line.count, side: t(sideText(step.side, step.line)) })}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}

function sideText(side: Side, { kind }: Line): TextKey {
  switch (side) {
    case 'in':
      return kind === 'laureates' ? 'ranking:status.laureate' : 'ranking:status.advances';
    case 'undecided':
      return 'ranking:status.undecided';
    case 'out':
      return 'ranking:status.out';
    case 'none':
      return 'ranking:status.no_score';
  }
}
