import { at } from '../at';
import { range } from '../methods/outcome';
import { jurorsOf, type Table } from '../methods/table';

/** The ranking without one juror, and whether those who won still win. */
export interface WithoutJuror {
  readonly juror: number;
  readonly groups: readonly (readonly number[])[];
  readonly winnersChange: boolean;
}

/**
 * Ranks again without each juror in turn. `rank` gives groups best first; `seats` = how many win. Winners are compared
 * as sets, all who share the last seat included.
 */
export function withoutEachJuror(
  table: Table,
  seats: number,
  rank: (table: Table) => readonly (readonly number[])[],
): readonly WithoutJuror[] {
  const winners = winnersOf(rank(table), seats);
  return range(jurorsOf(table)).map((juror) => {
    const groups = rank(table.map((row) => row.filter((_, j) => j !== juror)));
    return { juror, groups, winnersChange: !sameMembers(winners, winnersOf(groups, seats)) };
  });
}

/** Members of the groups that begin above the line. */
function winnersOf(groups: readonly (readonly number[])[], seats: number): ReadonlySet<number> {
  const winners = new Set<number>();
  for (const group of groups) {
    if (winners.size >= seats) break;
    for (const i of group) winners.add(i);
  }
  return winners;
}

/** Whether two rankings of the same nominees have the same winners. */
export const sameWinners = (
  one: readonly (readonly number[])[],
  other: readonly (readonly number[])[],
  seats: number,
): boolean => sameMembers(winnersOf(one, seats), winnersOf(other, seats));

const sameMembers = (a: ReadonlySet<number>, b: ReadonlySet<number>): boolean =>
  a.size === b.size && [...a].every((i) => b.has(i));

/**
 * How sure the winners are: jurors are drawn with replacement `times` times, the ranking is made of each drawing, and
 * the share of drawings in which each nominee wins is counted. The same seed gives the same shares everywhere.
 */
export function bootstrapWinners(
  table: Table,
  seats: number,
  rank: (table: Table) => readonly (readonly number[])[],
  times: number,
  seed: number,
): readonly number[] {
  const jurors = jurorsOf(table);
  const wins = table.map(() => 0);
  const next = generator(seed);
  for (let round = 0; round < times; round += 1) {
    const drawn = range(jurors).map(() => Math.floor(next() * jurors));
    const groups = rank(table.map((row) => drawn.map((j) => at(row, j))));
    for (const i of winnersOf(groups, seats)) wins[i] = at(wins, i) + 1;
  }
  return wins.map((n) => n / times);
}

/** Mulberry32: 32 bits of state, uniform in [0, 1). */
export function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
