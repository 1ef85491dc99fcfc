import { useState, type ReactNode } from 'react';
import { isRankedRound, isTallyRound } from '@shared/domain/roundKinds';
import type { Round } from '@shared/model/round';
import type { JurorId } from '@shared/model/ids';
import type { FileRef } from '@shared/model/snapshot';
import { inLanguage } from '@shared/model/language';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { PageHead } from '../../components/PageHead';
import { Segmented } from '../../components/Segmented';
import { Split } from '../../components/SidePanel';
import { useLanguage, useText } from '../../i18n';
import { useSnapshot } from '../../stores/contest';
import { useSession } from '../../stores/session';
import { useArrival } from '../contest/useArrival';
import { TallyPage } from '../tallies/TallyPage';
import { BallotsHead } from './BallotsHead';
import { ChangeDialog } from './ChangeDialog';
import { ChoiceDialog } from './ChoiceDialog';
import { IssuePanel } from './IssuePanel';
import { RoundTabs } from './RoundTabs';
import { sheetsOf, type Sheet } from './sheets';
import { Slips } from './Slips';
import { useBallotImport } from './useBallotImport';
import { VerdictPanel } from './VerdictPanel';
import './ballots.css';

/** Ballots of one jury round, or the table of another; an empty place says what has to come first. */
export function BallotsPlace() {
  const t = useText();
  const language = useLanguage();
  const { contest } = useSnapshot();
  const rounds = contest.rounds.filter((one) => isRankedRound(one) && one.status !== 'waiting');
  const [chosen, setChosen] = useState<Round['id'] | null>(null);
  useArrival(({ round: asked }) => {
    if (asked !== undefined) setChosen(asked);
  });
  const round =
    rounds.find(({ id }) => id === chosen) ?? rounds.find(({ status }) => status === 'open') ?? rounds.at(-1);
  if (round === undefined) return <NoRound />;
  const choice =
    rounds.length < 2 ? null : (
      <Segmented
        label={t('ballots:rounds')}
        segments={rounds.map(({ id, name }) => ({ id: String(id), label: inLanguage(name, language) }))}
        value={String(round.id)}
        onChange={(id) => {
          setChosen(rounds.find((one) => String(one.id) === id)?.id ?? null);
        }}
      />
    );
  return isTallyRound(round) ? (
    <TallyPage key={round.id} round={round} roundChoice={choice} />
  ) : (
    <RoundBallots round={round} roundChoice={choice} />
  );
}

/** A ballot may be dropped here too, though none was given out: it is said why it does not belong to this contest. */
function NoRound() {
  const t = useText();
  const goTo = useSession((s) => s.goTo);
  const { imports, importWaiting, dismiss } = useBallotImport();
  return (
    <Split
      panel={imports === null ? null : <VerdictPanel imports={imports} onImport={importWaiting} onClose={dismiss} />}
    >
      <PageHead title={t('ballots:empty.head')} />
      <EmptyState
        title={t('ballots:empty.title')}
        actions={
          <Button
            variant="primary"
            onPress={() => {
              goTo('nominees');
            }}
          >
            {t('ballots:empty.go')}
          </Button>
        }
      >
        {t('ballots:empty.how')}
      </EmptyState>
    </Split>
  );
}

type View = { readonly kind: 'sheets' | 'slips' } | { readonly kind: 'issue'; readonly again: JurorId | null };

function RoundBallots({ round, roundChoice }: { readonly round: Round; readonly roundChoice: ReactNode }) {
  const snapshot = useSnapshot();
  const { imports, importWaiting, pickAndImport, dismiss } = useBallotImport();
  const [view, setView] = useState<View>({ kind: 'sheets' });
  const [written, setWritten] = useState<{ readonly folder: FileRef; readonly count: number } | null>(null);
  const [deciding, setDeciding] = useState<Sheet | null>(null);
  const [comparing, setComparing] = useState<Sheet | null>(null);
  const sheets = sheetsOf(snapshot, round);
  const showSheets = () => {
    setView({ kind: 'sheets' });
  };
  const issue = (again: JurorId | null) => {
    dismiss();
    setView({ kind: 'issue', again });
  };
  const showSlips = () => {
    setView({ kind: 'slips' });
  };

  if (view.kind === 'slips') return <Slips round={round} sheets={sheets} onBack={showSheets} />;
  const panel =
    imports !== null ? (
      <VerdictPanel imports={imports} onImport={importWaiting} onClose={dismiss} />
    ) : view.kind === 'issue' ? (
      <IssuePanel
        key={view.again}
        round={round}
        sheets={sheets}
        again={view.again}
        onIssued={(folder, count) => {
          setWritten({ folder, count });
          showSheets();
        }}
        onClose={showSheets}
      />
    ) : null;
  return (
    <Split panel={panel}>
      <BallotsHead
        round={round}
        sheets={sheets}
        isAside={view.kind === 'issue' && imports === null}
        onIssue={() => {
          issue(null);
        }}
        onImport={() => void pickAndImport()}
      />
      {roundChoice === null ? null : <div className="ballot-rounds">{roundChoice}</div>}
      <RoundTabs
        key={round.id}
        round={round}
        sheets={sheets}
        narrow={panel !== null}
        written={written}
        onAgain={issue}
        onChoose={setDeciding}
        onCompare={setComparing}
        onSlips={showSlips}
      />
      {comparing === null || comparing.issued?.counted == null || comparing.issued.previous === null ? null : (
        <ChangeDialog
          juror={comparing.juror}
          before={comparing.issued.previous}
          after={comparing.issued.counted}
          onClose={() => {
            setComparing(null);
          }}
        />
      )}
      {deciding === null || deciding.choice === null ? null : (
        <ChoiceDialog
          juror={deciding.juror}
          choice={deciding.choice}
          onClose={() => {
            setDeciding(null);
          }}
        />
      )}
    </Split>
  );
}
