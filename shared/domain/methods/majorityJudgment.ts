import { at } from '../at';
import { compare, divide, rational, toFraction, type Rational } from '../rational';
import { groupsBy, range, type Direction, type Outcome } from './outcome';
import { present, type Table } from './table';

/**
 * Where some judges gave no grade: `worst` grade (or any other named by its index), the nominee's own `median` grade,
 * or `normalised`: every tally is scaled to the same number of grades.
 */
export type GapPolicy = 'worst' | 'median' | 'normalised' | { readonly grade: number };

/** One look at a tally: its median grade and the larger of the groups beside it. */
interface Look {
  readonly median: number;
  readonly below: bigint;
  readonly above: bigint;
  /** The neighbour into which the median merges; null where nothing is left beside it. */
  readonly neighbour: { readonly grade: number; readonly size: bigint; readonly better: boolean } | null;
}

/**
 * Majority judgment (Balinski & Laraki) by the majority gauge. Tallies: grades counted from the worst to the best.
 * The majority grade is the median, of an even number the lower middle. Between equal grades the larger of the groups
 * above (+) and below (−) decides, − where both are equal; while nominees are still equal, the median grade is merged into that group
 * and all is looked at again. The figure is the majority grade as its index, 0 = the worst. `judges` null: the largest
 * tally. Nominees whom nobody graded stand in no group, unless the policy gives them grades. `names` of the grades are
 * for the explanation alone.
 */
export function majorityJudgment(
  tallies: readonly (readonly number[])[],
  judges: number | null,
  policy: GapPolicy,
  names: readonly string[] = [],
): Outcome {
  const sums = tallies.map((tally) => tally.reduce((a, b) => a + b, 0));
  const full = Math.max(judges ?? 0, ...sums);
  const complete = tallies.map((tally, i) => filled(tally, full - at(sums, i), policy));
  const looks = scaledAlike(complete).map(looksOf);
  const members = looks.flatMap((own, i) => (own.length === 0 ? [] : [i]));
  return {
    scores: looks.map(([first]) => (first === undefined ? null : rational(first.median))),
    groups: groupsBy(members, (a, b) => compareLooks(at(looks, a), at(looks, b))),
    details: looks.map(([first], i) => {
      const own = at(complete, i);
      if (first === undefined) return { tally: own.map(Number), majorityGrade: null };
      const [below, above] = [total(own.slice(0, first.median)), total(own.slice(first.median + 1))];
      const share = (n: bigint): Rational => divide(rational(n), rational(total(own)));
      return {
        tally: own.map(Number),
        majorityGrade: first.median,
        ...(names.length === 0 ? {} : { grade: at(names, first.median) }),
        above: share(above),
        below: share(below),
        sign: above > below ? '+' : '-',
      };
    }),
    notices: [],
  };
}

/** Marks read as grades: the different ones from the worst to the best, whatever lies between them. */
export interface MarkGrades {
  readonly values: readonly Rational[];
  /** Nominee × grade. */
  readonly tallies: readonly (readonly number[])[];
}

export function gradesOfMarks(table: Table, direction: Direction): MarkGrades {
  const marks = new Map(table.flatMap(present).map((mark) => [toFraction(mark), mark]));
  const ascending = [...marks.values()].toSorted(compare);
  const values = direction === 'higher' ? ascending : ascending.toReversed();
  const indexOf = new Map(values.map((value, g) => [toFraction(value), g]));
  const tallies = table.map((row) => {
    const tally = values.map(() => 0);
    for (const mark of present(row)) {
      const grade = indexOf.get(toFraction(mark)) ?? 0;
      tally[grade] = at(tally, grade) + 1;
    }
    return tally;
  });
  return { values, tallies };
}

const total = (tally: readonly bigint[]): bigint => tally.reduce((a, b) => a + b, 0n);

function filled(tally: readonly number[], missing: number, policy: GapPolicy): readonly bigint[] {
  const own = tally.map(BigInt);
  if (missing === 0 || policy === 'normalised') return own;
  const grade = policy === 'worst' ? 0 : policy === 'median' ? (looksOf(own)[0]?.median ?? null) : policy.grade;
  return own.map((n, i) => (i === grade ? n + BigInt(missing) : n));
}

/** Every tally times the least number that makes all of them equally large. */
function scaledAlike(tallies: readonly (readonly bigint[])[]): readonly (readonly bigint[])[] {
  const sums = tallies.map(total);
  const common = sums.reduce((lcm, n) => (n === 0n ? lcm : lcm * rational(n, lcm).n), 1n);
  return tallies.map((tally, i) => {
    const own = at(sums, i);
    return own === 0n ? tally : tally.map((n) => (n * common) / own);
  });
}

/** The first look and those after each merging, until one grade is left. Empty for an empty tally. */
function looksOf(tally: readonly bigint[]): readonly Look[] {
  const looks: Look[] = [];
  let left = tally;
  while (looks.length < tally.length) {
    const look = lookAt(left);
    if (look === null) break;
    looks.push(look);
    if (look.neighbour === null) break;
    left = merged(left, look.median, look.neighbour.grade);
  }
  return looks;
}

function lookAt(tally: readonly bigint[]): Look | null {
  const all = total(tally);
  if (all === 0n) return null;
  let below = 0n;
  let median = 0;
  // The lower middle of the grades, counted from the worst: the one that at least half of all stand at or below.
  while ((below + at(tally, median)) * 2n < all) {
    below += at(tally, median);
    median += 1;
  }
  const above = all - below - at(tally, median);
  if (below === 0n && above === 0n) return { median, below, above, neighbour: null };
  const better = above > below;
  const candidates = range(tally.length).filter((g) => at(tally, g) > 0n && (better ? g > median : g < median));
  const grade = better ? Math.min(...candidates) : Math.max(...candidates);
  return { median, below, above, neighbour: { grade, size: better ? above : below, better } };
}

const merged = (tally: readonly bigint[], from: number, into: number): readonly bigint[] =>
  tally.map((n, g) => (g === from ? 0n : g === into ? n + at(tally, from) : n));

function compareLooks(a: readonly Look[], b: readonly Look[]): number {
  // Equal so far, both have a neighbour to merge with or neither has: one list never ends before the other differs.
  for (const [i, x] of a.entries()) {
    const y = at(b, i);
    if (x.median !== y.median) return y.median - x.median;
    const difference = gauge(y) - gauge(x);
    if (difference !== 0n) return difference < 0n ? -1 : 1;
  }
  return 0;
}

const gauge = ({ neighbour }: Look): bigint =>
  neighbour === null ? 0n : neighbour.better ? neighbour.size : -neighbour.size;
