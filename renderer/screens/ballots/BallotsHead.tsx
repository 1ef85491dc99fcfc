import { FileInput, FilePlus2 } from 'lucide-react';
import { formatDayTime } from '@shared/domain/format';
import type { Round } from '@shared/model/round';
import { inLanguage } from '@shared/model/language';
import { Button } from '../../components/Button';
import { PageHead } from '../../components/PageHead';
import { useLanguage, useText, type Translate } from '../../i18n';
import { useSnapshot } from '../../stores/contest';
import { useSession } from '../../stores/session';
import { canReopen, ReopenRound } from '../contest/ReopenRound';
import { isLeftToRanking, TowardsClose } from '../contest/TowardsClose';
import { counts, isToIssue, type Sheet } from './sheets';

export interface BallotsHeadProps {
  readonly round: Round;
  readonly sheets: readonly Sheet[];
  /** The panel beside holds the filled button. */
  readonly isAside: boolean;
  readonly onIssue: () => void;
  readonly onImport: () => void;
}

/** How far the round's ballots are, and the one step that moves them on. */
export function BallotsHead({ round, sheets, isAside, onIssue, onImport }: BallotsHeadProps) {
  const t = useText();
  const language = useLanguage();
  const name = inLanguage(round.name, language);
  const due = round.dueAt === null ? '' : t('common:due.at', { when: formatDayTime(new Date(round.dueAt)) });
  return (
    <PageHead
      title={sentence(round, sheets, t)}
      sub={due === '' ? name : `${name}. ${due}`}
      actions={<Steps round={round} sheets={sheets} isAside={isAside} onIssue={onIssue} onImport={onImport} />}
    />
  );
}

function sentence(round: Round, sheets: readonly Sheet[], t: Translate): string {
  if (round.status === 'closed') return t('ballots:head.closed');
  const able = sheets.filter(counts);
  const issued = able.filter((sheet) => sheet.issued !== null);
  const conflicts = able.filter(({ choice }) => choice !== null).length;
  const back = issued.filter((sheet) => sheet.issued?.state === 'returned').length;
  if (able.length === 0) return t('ballots:head.noJury');
  if (issued.length === 0) return t('ballots:head.notIssued');
  if (conflicts > 0) return t('common:state.conflicts', { count: conflicts });
  if (issued.length === back && back === able.length) return t('ballots:head.allBack');
  return t('ballots:head.back', { back, all: able.length });
}

function Steps({ round, sheets, isAside, onIssue, onImport }: BallotsHeadProps) {
  const t = useText();
  const snapshot = useSnapshot();
  const goTo = useSession((s) => s.goTo);
  if (round.status === 'closed') return canReopen(snapshot, round) ? <ReopenRound round={round} /> : null;
  if (sheets.length === 0) {
    return (
      <Button
        variant="primary"
        onPress={() => {
          goTo('jury');
        }}
      >
        {t('common:step.jury')}
      </Button>
    );
  }
  const toIssue = sheets.filter(isToIssue).length;
  const anyOut = sheets.some(({ issued }) => issued !== null);
  const hindrances = snapshot.situations.find((situation) => situation.round === round.id)?.hindrances ?? [];
  const isReady = anyOut && hindrances.length === 0;
  // All that is left to do is done elsewhere.
  const onlyTies = isLeftToRanking(hindrances);
  const issue = (
    <Button
      variant={anyOut || isAside ? 'second' : 'primary'}
      icon={<FilePlus2 className="ic" aria-hidden />}
      onPress={onIssue}
    >
      {t('ballots:issue.open')}
    </Button>
  );
  return (
    <>
      {anyOut && toIssue > 0 ? issue : null}
      {anyOut ? (
        <Button
          variant={isReady || isAside || onlyTies ? 'second' : 'primary'}
          icon={<FileInput className="ic" aria-hidden />}
          onPress={onImport}
        >
          {t('ballots:import.button')}
        </Button>
      ) : (
        issue
      )}
      {anyOut || onlyTies ? (
        <TowardsClose round={round} hindrances={hindrances} variant={isAside ? 'second' : 'primary'} />
      ) : null}
    </>
  );
}
