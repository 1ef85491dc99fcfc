import { formatOrdinal } from '@shared/domain/format';
import type { EntryId, RoundId } from '@shared/model/ids';
import type { Seat } from '@shared/model/jury';
import type { Snapshot } from '@shared/model/snapshot';
import { FigureField } from '../../components/FigureField';
import { RadioGroup } from '../../components/Choice';
import { Select } from '../../components/Select';
import { TextField } from '../../components/TextField';
import { useLanguage, useText } from '../../i18n';

/** Jurors who are present in the round: no more votes can be cast. */
export const votersOf = (seats: readonly Seat[], round: RoundId): number =>
  seats.filter((seat) => seat.round === round && seat.attendance.state === 'present').length;

/** One of a tie; several categories may share one. */
export interface Tied {
  readonly entry: EntryId;
  readonly number: number;
  readonly name: string;
}

export function tiedIn({ entries, nominees }: Snapshot['people'], entry: EntryId): Tied {
  const nominee = nominees.find(({ id }) => id === entries.find((one) => one.id === entry)?.nominee);
  return { entry, number: nominee?.number ?? 0, name: nominee?.name ?? '' };
}

/** Who draws, by number, and what the order is made from. */
export function DrawFields({
  rows,
  seed,
  onSeed,
  isAsked,
}: {
  readonly rows: readonly Tied[];
  readonly seed: string;
  readonly onSeed: (seed: string) => void;
  readonly isAsked: boolean;
}) {
  const t = useText();
  const language = useLanguage();
  return (
    <div className="stack-tight">
      <p className="lab">{t('ranking:resolve.drawn')}</p>
      <ul className="rank-lots">
        {rows
          .toSorted((a, b) => a.number - b.number)
          .map(({ entry, number, name }) => (
            <li key={entry}>
              <span className="num t2">{formatOrdinal(number, language)}</span> {name}
            </li>
          ))}
      </ul>
      <TextField
        label={t('ranking:resolve.seed')}
        help={t('ranking:resolve.seedHelp')}
        value={seed}
        onChange={onSeed}
        maxLength={200}
        error={isAsked && seed.trim() === '' ? t('ranking:resolve.seedMissing') : null}
      />
    </div>
  );
}

/** How many votes each of the tied has got. */
export function VoteFields({
  rows,
  votes,
  onVotes,
  voters,
  isAsked,
}: {
  readonly rows: readonly Tied[];
  readonly votes: readonly (number | null)[];
  readonly onVotes: (votes: readonly (number | null)[]) => void;
  readonly voters: number;
  readonly isAsked: boolean;
}) {
  const t = useText();
  const given = votes.flatMap((count) => (count === null ? [] : [count]));
  const sum = given.reduce((all, count) => all + count, 0);
  const isComplete = given.length === rows.length;
  const isEven = isComplete && new Set(given).size < given.length;
  return (
    <fieldset className="tie-votes">
      <legend className="lab">{t('ranking:resolve.votes')}</legend>
      {rows.map((row, index) => (
        <FigureField
          key={row.entry}
          autoFocus={index === 0}
          label={row.name}
          value={votes[index] ?? null}
          onChange={(count) => {
            onVotes(votes.with(index, count));
          }}
          notAFigure={t('ranking:resolve.notAVote')}
          error={voteError(votes[index] ?? null, isAsked) ? t('ranking:resolve.notAVote') : null}
        />
      ))}
      <p className={sum > voters ? 'small t-wait' : 'small t2'} role="status">
        {t('ranking:resolve.sum', { sum, voters })}
        {sum > voters ? ` ${t('ranking:resolve.tooMany')}` : isEven ? ` ${t('ranking:resolve.even')}` : ''}
      </p>
    </fieldset>
  );
}

const voteError = (count: number | null, isAsked: boolean): boolean =>
  count === null ? isAsked : !Number.isInteger(count) || count < 0;

/** The order that the chair gives. Nobody is preselected: an order must never be recorded because it stood there. */
export function CastingOrder({
  rows,
  chosen,
  onChosen,
  isAsked,
}: {
  readonly rows: readonly Tied[];
  readonly chosen: readonly (EntryId | null)[];
  readonly onChosen: (chosen: readonly (EntryId | null)[]) => void;
  readonly isAsked: boolean;
}) {
  const t = useText();
  const missing = (index: number) => (isAsked && chosen[index] === null ? t('ranking:resolve.orderMissing') : null);
  const options = (index: number) =>
    rows
      .filter(({ entry }) => !chosen.slice(0, index).includes(entry))
      .map(({ entry, name }) => ({ id: String(entry), label: name }));
  const choose = (index: number, id: string) => {
    const entry = rows.find((row) => String(row.entry) === id)?.entry ?? null;
    // A later rank may have named the same: from here on it is to be named again.
    onChosen(chosen.map((one, k) => (k < index ? one : k === index ? entry : null)));
  };
  if (rows.length === 2) {
    return (
      <RadioGroup
        label={t('ranking:resolve.higher')}
        options={options(0)}
        value={idOf(chosen[0])}
        onChange={(id) => {
          choose(0, id);
        }}
        error={missing(0)}
      />
    );
  }
  return (
    <div className="stack-tight">
      {chosen.map((entry, index) => (
        <Select
          key={String(index)}
          label={t('ranking:resolve.rank', { rank: index + 1 })}
          options={options(index)}
          value={idOf(entry)}
          emptyLabel={t('ranking:resolve.choose')}
          onChange={(id) => {
            choose(index, id);
          }}
          error={missing(index)}
          isDisabled={index > 0 && chosen[index - 1] === null}
        />
      ))}
    </div>
  );
}

const idOf = (entry: EntryId | null | undefined): string | null =>
  entry === null || entry === undefined ? null : String(entry);
