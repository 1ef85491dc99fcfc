import { isRankedRound } from '@shared/domain/roundKinds';
import { Banner } from '../../components/Banner';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { PageHead } from '../../components/PageHead';
import { useText } from '../../i18n';
import { useSnapshot } from '../../stores/contest';
import { useSession } from '../../stores/session';
import { currentRound } from '../contest/situation';
import { headline } from '../overview/headline';
import { minutes, openSnapshot, workbook } from './kinds';
import { SaveDocument } from './SaveDocument';
import { WorkbookContents } from './WorkbookContents';
import './documents.css';
import { ToPlace } from '../contest/ToPlace';

/** The winners' workbook and the minutes: what they hold, in which language, and where they were saved. */
export function DocumentsPlace() {
  const t = useText();
  const snapshot = useSnapshot();
  const isFinal = snapshot.contest.rounds.every((round) => round.status === 'closed');
  const hasResults = snapshot.contest.rounds.some((round) => isRankedRound(round) && round.status !== 'waiting');
  return (
    <div className="page">
      <PageHead
        title={t(!hasResults ? 'documents:title' : isFinal ? 'documents:head.final' : 'documents:head.provisional')}
        sub={hasResults ? t(isFinal ? 'documents:head.finalNote' : 'documents:head.provisionalNote') : undefined}
      />
      {hasResults ? (
        <>
          {isFinal ? null : <ProvisionalNote />}
          <SaveDocument document={workbook} isFinal={isFinal}>
            <WorkbookContents />
          </SaveDocument>
          <SaveDocument document={minutes} isFinal={isFinal} />
          <SaveDocument document={openSnapshot} isFinal={isFinal} />
        </>
      ) : (
        <NothingYet />
      )}
    </div>
  );
}

function NothingYet() {
  const t = useText();
  const snapshot = useSnapshot();
  const goTo = useSession((s) => s.goTo);
  const { key, values, next } = headline(snapshot, currentRound(snapshot.contest));
  const step = next.kind === 'go' ? next : ({ place: 'overview', label: 'common:step.overview' } as const);
  return (
    <EmptyState
      title={t('documents:empty.title')}
      actions={
        <Button
          variant="primary"
          onPress={() => {
            goTo(step.place);
          }}
        >
          {t(step.label)}
        </Button>
      }
    >
      {t('documents:empty.note')} {t(key, values)}.
    </EmptyState>
  );
}

function ProvisionalNote() {
  const t = useText();
  const snapshot = useSnapshot();
  const { key, values } = headline(snapshot, currentRound(snapshot.contest));
  return (
    <Banner tone="wait" actions={<ToPlace place="ranking">{t('common:step.ranking')}</ToPlace>}>
      <b>{t(key, values)}.</b>
      <p>{t('documents:provisional')}</p>
    </Banner>
  );
}
