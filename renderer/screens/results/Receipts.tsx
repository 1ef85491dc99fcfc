import { inLanguage } from '@shared/model/language';
import type { ResultsView } from '@shared/model/results';
import { ColumnHead, Table } from '../../components/Table';
import { useLanguage, useText } from '../../i18n';

/** The receipt of every ballot that counted: each juror finds the own one here. */
export function Receipts({ view }: { readonly view: ResultsView }) {
  const t = useText();
  const language = useLanguage();
  const { rounds, jurors, seal } = view;
  const jury = rounds.filter(({ id }) => seal.receipts.some(({ round }) => round === id));
  return (
    <section>
      <h2 className="sec">{t('results:receipts.title')}</h2>
      <p className="caption">{t('results:receipts.note')}</p>
      {jury.map((round) => (
        <div key={round.id} className="table-scroll">
          <Table label={`${t('results:receipts.title')}: ${inLanguage(round.name, language)}`}>
            <thead>
              <tr>
                <ColumnHead>{inLanguage(round.name, language)}</ColumnHead>
                <ColumnHead align="right">{t('results:receipts.receipt')}</ColumnHead>
              </tr>
            </thead>
            <tbody>
              {seal.receipts
                .filter((one) => one.round === round.id)
                .map(({ juror, state, receipt }) => (
                  <tr key={juror}>
                    <td>{jurors.find(({ id }) => id === juror)?.name ?? ''}</td>
                    <td className="r num">{receipt ?? t(`results:receipts.${state}`)}</td>
                  </tr>
                ))}
            </tbody>
          </Table>
        </div>
      ))}
    </section>
  );
}
