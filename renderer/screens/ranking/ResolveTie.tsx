import { useState } from 'react';
import { formatPlace } from '@shared/domain/format';
import type { Failure } from '@shared/errors';
import type { EntryId, RoundId } from '@shared/model/ids';
import type { OpenTie, Standing, TieVerdict } from '@shared/model/standing';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { TextField } from '../../components/TextField';
import { toast } from '../../components/Toast';
import { useLanguage, useText } from '../../i18n';
import { blockingTie, useRanking } from '../../stores/ranking';
import { FailureBanner } from '../FailureBanner';
import { CastingOrder, DrawFields, tiedIn, VoteFields, votersOf, type Tied } from './TieFields';
import { useSnapshot } from '../../stores/contest';

/**
 * Takes the steps that the chain leaves to people, one after another: the open vote, then, while some are still equal,
 * the chair's casting vote or the draw. Closes itself when nothing is left to decide.
 */
export function ResolveTie({ standing, onClose }: { readonly standing: Standing; readonly onClose: () => void }) {
  const tie = blockingTie(standing);
  const step = tie?.toDecide[0];
  const { people } = useSnapshot();
  if (tie === null || step === undefined) return null;
  return (
    <Step
      key={`${step} ${tie.entries.join(' ')}`}
      tie={tie}
      step={step}
      rows={tie.entries.map((entry) => tiedIn(people, entry))}
      round={standing.round}
      onClose={onClose}
    />
  );
}

function Step({
  tie,
  step,
  rows,
  round,
  onClose,
}: {
  readonly tie: OpenTie;
  readonly step: TieVerdict;
  readonly rows: readonly Tied[];
  readonly round: RoundId;
  readonly onClose: () => void;
}) {
  const t = useText();
  const language = useLanguage();
  const snapshot = useSnapshot();
  const decide = useRanking((s) => s.decide);
  const [votes, setVotes] = useState<readonly (number | null)[]>(() => rows.map(() => null));
  const [chosen, setChosen] = useState<readonly (EntryId | null)[]>(() => rows.slice(1).map(() => null));
  const [seed, setSeed] = useState(() => newSeed());
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const chair = snapshot.jury.jurors.find((juror) => juror.chair);
  const voters = votersOf(snapshot.jury.seats, round);

  const order =
    step === 'open_vote' ? byVotes(rows, votes) : step === 'draw' ? undrawn(rows, seed) : byChoice(rows, chosen);
  const isOverVoted = step === 'open_vote' && votes.reduce<number>((sum, count) => sum + (count ?? 0), 0) > voters;
  const isComplete = order !== null && !isOverVoted && reason.trim() !== '';

  const record = async () => {
    setAsked(true);
    if (!isComplete) return;
    setPending(true);
    const result = await decide({
      kind: step,
      order: order.map(({ entry }) => entry),
      votes: step === 'open_vote' ? order.map((one) => one.votes) : [],
      ...(step === 'draw' ? { seed: seed.trim() } : {}),
      reason: reason.trim(),
    });
    setPending(false);
    if (!result.ok) {
      setFailure(result.failure);
      return;
    }
    toast({ text: t(`ranking:resolve.done.${step}`) });
    const left = blockingTie(useRanking.getState().standing)?.toDecide[0];
    if (left === undefined) onClose();
  };
  return (
    <Dialog
      isOpen
      wide
      isBusy={isPending}
      onClose={onClose}
      title={t(`ranking:resolve.title.${step}`)}
      actions={
        <>
          <Button onPress={onClose} isDisabled={isPending}>
            {t('common:cancel')}
          </Button>
          <Button variant="primary" isPending={isPending} onPress={() => void record()}>
            {t('ranking:resolve.record')}
          </Button>
        </>
      }
    >
      <p className="t2">
        {asSentence(formatPlace(tie.place, language))}{' '}
        {t('ranking:resolve.seats', { seats: tie.seats, of: rows.length })}{' '}
        {step === 'open_vote'
          ? t('ranking:resolve.voteNote', { voters })
          : step === 'draw'
            ? t('ranking:resolve.drawNote')
            : chair === undefined
              ? t('ranking:resolve.noChair')
              : t('ranking:resolve.chairNote', { name: chair.name })}
      </p>
      {failure === null ? null : <FailureBanner failure={failure} />}
      {step === 'open_vote' ? (
        <VoteFields rows={rows} votes={votes} onVotes={setVotes} voters={voters} isAsked={isAsked} />
      ) : step === 'draw' ? (
        <DrawFields rows={rows} seed={seed} onSeed={setSeed} isAsked={isAsked} />
      ) : (
        <CastingOrder rows={rows} chosen={chosen} onChosen={setChosen} isAsked={isAsked} />
      )}
      <TextField
        rows={2}
        label={t('ranking:reason')}
        help={t('ranking:resolve.reasonHelp')}
        value={reason}
        onChange={setReason}
        error={isAsked && reason.trim() === '' ? t('ranking:reasonMissing') : null}
      />
    </Dialog>
  );
}

interface Decided {
  readonly entry: EntryId;
  readonly votes: number;
}

/** Who draws; the order follows from the seed and is made by the desk. Null while there is no seed. */
const undrawn = (rows: readonly Tied[], seed: string): readonly Decided[] | null =>
  seed.trim() === '' ? null : rows.map(({ entry }) => ({ entry, votes: 0 }));

/** Twelve figures that nobody chose: shown before the draw, and to be replaced by what was thrown in the hall. */
function newSeed(): string {
  const [a = 0, b = 0] = crypto.getRandomValues(new Uint32Array(2));
  return `${String(a % 1_000_000).padStart(6, '0')}${String(b % 1_000_000).padStart(6, '0')}`;
}

/** Most votes first; equals in listed order. Null while a number is missing. */
function byVotes(rows: readonly Tied[], votes: readonly (number | null)[]): readonly Decided[] | null {
  const counted = rows.flatMap(({ entry }, index) => {
    const count = votes[index] ?? null;
    return count === null || !Number.isInteger(count) || count < 0 ? [] : [{ entry, votes: count }];
  });
  return counted.length === rows.length ? counted.toSorted((a, b) => b.votes - a.votes) : null;
}

/** The named ones, then the one that is left. Null while somebody is missing. */
function byChoice(rows: readonly Tied[], chosen: readonly (EntryId | null)[]): readonly Decided[] | null {
  const named = chosen.filter((entry) => entry !== null);
  const left = rows.filter(({ entry }) => !named.includes(entry));
  const last = left[0];
  if (left.length !== 1 || last === undefined) return null;
  return [...named, last.entry].map((entry) => ({ entry, votes: 0 }));
}

/** English places begin with a word. */
const asSentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
