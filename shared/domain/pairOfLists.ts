import type { EntryId } from '../model/ids';
import type { PairOfLists } from '../model/explanation';
import { at } from './at';
import type { Candidate, Evaluation } from './evaluation';
import { skatedPlaces } from './fieldMethods';
import { ballotsOf } from './methods/ballots';
import { duel } from './methods/condorcet';
import { range } from './methods/outcome';
import { transpose, type Table } from './methods/table';

type Pair = readonly [number, number];

/** What the lists of the jurors say about two, by round, last first; as the method of the contest compares them. */
export function listsOfPair(ev: Evaluation, upper: Candidate, lower: Candidate): readonly PairOfLists[] {
  const { acrossJurors } = ev.input.contest.rules.aggregation;
  if (acrossJurors !== 'copeland' && acrossJurors !== 'schulze' && acrossJurors !== 'skating') return [];
  return upper.parts.toReversed().flatMap(({ counted, score }): readonly PairOfLists[] => {
    const other = lower.parts.find((part) => part.counted === counted)?.score;
    if (other === undefined || !score.byField || score.mean === null || other.mean === null) return [];
    const field = ev.fieldOf(counted.round).filter((each) => each.scores > 0);
    const table = field.map(({ cells }) => cells.map(({ value }) => value));
    const rowOf = (entry: EntryId): number => field.findIndex((each) => each.entry === entry);
    const [a, b] = [rowOf(score.entry), rowOf(other.entry)];
    if (a < 0 || b < 0) return [];
    const round = counted.round.id;
    if (acrossJurors === 'skating') {
      const found = majorityOf(table, [a, b]);
      return found === null ? [] : [{ by: 'majority', round, ...found }];
    }
    const { votes, paths } = duel(ballotsOf(table, 'higher'), table.length, a, b);
    const [ahead, behind] = paths;
    return [
      {
        by: 'duel',
        round,
        upper: votes[0],
        lower: votes[1],
        paths: acrossJurors === 'copeland' ? null : { upper: ahead, lower: behind },
      },
    ];
  });
}

/** The first place, from where either has a majority, at which the two differ by count or by sum; null where nowhere. */
function majorityOf(
  table: Table,
  [a, b]: Pair,
): Omit<Extract<PairOfLists, { readonly by: 'majority' }>, 'by' | 'round'> | null {
  const complete = transpose(skatedPlaces(table)).filter((column) => !column.includes(null));
  const majority = Math.floor(complete.length / 2) + 1;
  const upTo = (row: number, place: number): readonly number[] =>
    complete.map((column) => Number(at(column, row)?.n ?? 0n)).filter((own) => own <= place);
  for (const place of range(table.length).map((i) => i + 1)) {
    const [upper, lower] = [upTo(a, place), upTo(b, place)];
    if (Math.max(upper.length, lower.length) < majority) continue;
    const total = (own: readonly number[]): number => own.reduce((x, y) => x + y, 0);
    const sums = { upper: total(upper), lower: total(lower) };
    const shown = { place, majority, upper: upper.length, lower: lower.length };
    if (upper.length !== lower.length) return { ...shown, sums: null };
    if (sums.upper !== sums.lower) return { ...shown, sums };
  }
  return null;
}
