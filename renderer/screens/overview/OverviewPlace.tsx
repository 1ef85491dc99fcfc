import { formatDayTime } from '@shared/domain/format';
import type { Round } from '@shared/model/round';
import { inLanguage } from '@shared/model/language';
import { Button } from '../../components/Button';
import { PageHead } from '../../components/PageHead';
import { useLanguage, useText, type Translate } from '../../i18n';
import { useSnapshot } from '../../stores/contest';
import { useSession } from '../../stores/session';
import { CloseRound } from '../contest/CloseRound';
import { currentRound, situationOf } from '../contest/situation';
import { AccessReminder } from './AccessReminder';
import { daysLeft, headline, type NextStep } from './headline';
import { Preparation } from './Preparation';
import { RecentEvents } from './RecentEvents';
import { RoundMatrix } from './RoundMatrix';
import { SealBanner } from './SealBanner';
import { TodoList } from './TodoList';
import './overview.css';

export function OverviewPlace() {
  const t = useText();
  const language = useLanguage();
  const snapshot = useSnapshot();
  const round = currentRound(snapshot.contest);
  const situation = situationOf(snapshot, round);
  const { key, values, next } = headline(snapshot, round);
  return (
    <div className="page">
      <PageHead
        title={t(key, values)}
        sub={round === null ? undefined : subline(round, inLanguage(round.name, language), t)}
        actions={<NextButton step={next} />}
      />
      {round === null || situation === null || situation.progress === null ? null : (
        <RoundMatrix progress={situation.progress} />
      )}
      <div className="over-2">
        <div className="over-main">
          <SealBanner />
          <AccessReminder />
          {situation === null || situation.hindrances.length === 0 ? null : (
            <TodoList round={round} hindrances={situation.hindrances} />
          )}
          {snapshot.contest.locked ? null : <Preparation />}
        </div>
        <RecentEvents />
      </div>
    </div>
  );
}

function subline(round: Round, name: string, t: Translate): string {
  if (round.dueAt === null || round.status === 'closed') return name;
  const days = daysLeft(round.dueAt, new Date());
  const due = t('common:due.at', { when: formatDayTime(new Date(round.dueAt)) });
  const left =
    days < 0 ? t('common:due.over') : days === 0 ? t('common:due.today') : t('common:due.left', { count: days });
  return `${name}. ${due}. ${left}`;
}

function NextButton({ step }: { readonly step: NextStep }) {
  const t = useText();
  const goTo = useSession((s) => s.goTo);
  if (step.kind === 'close') return <CloseRound round={step.round} />;
  if (step.place === 'overview') return null;
  return (
    <Button
      variant="primary"
      onPress={() => {
        goTo(step.place);
      }}
    >
      {t(step.label)}
    </Button>
  );
}
