import { Circle } from 'lucide-react';
import type { Snapshot } from '@shared/model/snapshot';
import { Badge } from '../../components/Badge';
import { Table, TwoLines } from '../../components/Table';
import { useText, type Translate } from '../../i18n';
import { useSnapshot } from '../../stores/contest';
import { unevenCategories } from '../contest/situation';
import { ToPlace } from '../contest/ToPlace';

const steps = ['setup', 'nominees', 'jury'] as const;

/** Before the first ballot is issued: the three things to prepare, in any order. */
export function Preparation() {
  const t = useText();
  const snapshot = useSnapshot();
  return (
    <section>
      <h2 className="sec">{t('common:prepare.title')}</h2>
      <Table label={t('common:prepare.title')} twoLine>
        <tbody>
          {steps.map((step) => {
            const { isDone, note } = stateOf(step, snapshot, t);
            return (
              <tr key={step}>
                <td>
                  <TwoLines title={t(`common:prepare.${step}`)} note={note} />
                </td>
                <td>
                  {isDone ? (
                    <Badge tone="done">{t('common:prepare.done')}</Badge>
                  ) : (
                    <Badge tone="wait" icon={<Circle className="ic" aria-hidden />}>
                      {t('common:prepare.waits')}
                    </Badge>
                  )}
                </td>
                <td className="r nowrap">
                  <ToPlace place={step}>{t(`common:nav.${step}`)}</ToPlace>
                </td>
              </tr>
            );
          })}
        </tbody>
      </Table>
    </section>
  );
}

function stateOf(step: (typeof steps)[number], { contest, people, jury }: Snapshot, t: Translate) {
  switch (step) {
    case 'setup': {
      const isDone = unevenCategories(contest).length === 0;
      return { isDone, note: t(isDone ? 'common:prepare.setupDone' : 'common:prepare.setupWaits') };
    }
    case 'nominees': {
      const count = people.nominees.filter(({ withdrawn }) => withdrawn === null).length;
      return count === 0
        ? { isDone: false, note: t('common:prepare.nomineesWaits') }
        : { isDone: true, note: t('common:prepare.nomineesDone', { count }) };
    }
    case 'jury': {
      const count = jury.jurors.length;
      if (count === 0) return { isDone: false, note: t('common:prepare.juryWaits') };
      return jury.jurors.some(({ chair }) => chair)
        ? { isDone: true, note: t('common:prepare.juryDone', { count }) }
        : { isDone: false, note: t('common:prepare.juryNoChair') };
    }
  }
}
