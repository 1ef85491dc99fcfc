import { at } from '../at';
import { compare, equal, rational, type Rational } from '../rational';
import { bestFirst } from './performance';
import type { Direction } from './outcome';
import { columnOf, jurorsOf, medianOf, ordinalsOf, present, type Table } from './table';
import type { TieKey } from './tieBreak';

type Key = TieKey['key'];

/** Smaller first: a higher figure is negated. */
const better = (value: Rational, direction: Direction): Rational =>
  direction === 'higher' ? { n: -value.n, d: value.d } : value;

/** The better figure of a list: a criterion's mean, the last round, the public vote. */
export function figureKey(scores: readonly (Rational | null)[], direction: Direction): Key {
  return (i) => {
    const own = at(scores, i);
    return own === null ? null : [better(own, direction)];
  };
}

/** The better median of the jurors' marks. */
export const medianKey = (table: Table, direction: Direction): Key =>
  figureKey(
    table.map((row) => medianOf(present(row))),
    direction,
  );

/** More jurors who put the nominee on `place` of their own list of the whole category (1-2-2-4). */
export function placesKey(table: Table, direction: Direction, place: number): Key {
  const columns = Array.from({ length: jurorsOf(table) }, (_, j) => ordinalsOf(columnOf(table, j), direction));
  const wanted = rational(place);
  return (i) => [
    rational(
      -columns.filter((column) => {
        const own = at(column, i);
        return own !== null && equal(own, wanted);
      }).length,
    ),
  ];
}

/** Countback: more of the best mark that anybody got, then of the next, and so on. */
export function countbackKey(table: Table, direction: Direction): Key {
  const distinct: Rational[] = [];
  const marks = table.flatMap(present).toSorted((a, b) => compare(better(a, direction), better(b, direction)));
  for (const mark of marks) {
    const last = distinct.at(-1);
    if (last === undefined || !equal(last, mark)) distinct.push(mark);
  }
  return (i) => distinct.map((mark) => rational(-present(at(table, i)).filter((x) => equal(x, mark)).length));
}

/** More jurors (voters) who gave anything above zero. */
export const supportersKey =
  (table: Table): Key =>
  (i) => [rational(-present(at(table, i)).filter((x) => x.n > 0n).length)];

/** The best single figures in descending order: the better of the second-best runs, and so on. */
export const bestRunsKey =
  (table: Table, direction: Direction): Key =>
  (i) => {
    const runs = bestFirst(present(at(table, i)));
    const sorted = direction === 'higher' ? runs : runs.toReversed();
    // A missing run is worse than any: a constant behind all figures marks the end of the list.
    return [...sorted.flatMap((run) => [rational(0), better(run, direction)]), rational(1)];
  };

/**
 * Head to head inside the tied group: duels won minus lost, each decided by the majority of the jurors who marked both.
 */
export function headToHeadKey(table: Table, direction: Direction): Key {
  return (i, group) => {
    let balance = 0;
    for (const other of group) {
      if (other === i) continue;
      let won = 0;
      at(table, i).forEach((x, j) => {
        const y = at(at(table, other), j);
        if (x !== null && y !== null) won -= Math.sign(compare(better(x, direction), better(y, direction)));
      });
      balance += Math.sign(won);
    }
    return [rational(-balance)];
  };
}

/** The order that people decided, best first; says nothing about a group of which it does not name everybody. */
export function decidedKey(order: readonly number[]): Key {
  return (i, group) => (group.every((member) => order.includes(member)) ? [rational(order.indexOf(i))] : null);
}

/**
 * A recorded draw: names in the order of a 64-bit mix of the shown seed and the name, so that anybody can repeat it and
 * no order of input plays a part.
 */
export function drawnKey(names: readonly string[], seed: string): Key {
  return (i) => [rational(mix(`${seed}\n${at(names, i)}`)), rational(i)];
}

const mask = (1n << 64n) - 1n;

/** FNV-1a over UTF-16 units, then the finaliser of splitmix64. */
function mix(text: string): bigint {
  let hash = 0xcbf29ce484222325n;
  for (let i = 0; i < text.length; i += 1) hash = ((hash ^ BigInt(text.charCodeAt(i))) * 0x100000001b3n) & mask;
  hash = ((hash ^ (hash >> 30n)) * 0xbf58476d1ce4e5b9n) & mask;
  hash = ((hash ^ (hash >> 27n)) * 0x94d049bb133111ebn) & mask;
  return hash ^ (hash >> 31n);
}
