import {
  add,
  compare,
  divide,
  equal,
  multiply,
  rational,
  subtract,
  sum,
  zero,
  type Rational,
} from '../domain/rational';
import { rounded } from '../domain/methods/table';
import { emptyData, type RoundData } from './data';
import { exactly, exactlyOrNull, ownOf, requireJuror, requireNominee, seatsOf, type People } from './people';
import { refuse, type Path } from './problem';
import type { Criterion, InputOf } from './schema';

interface Worth {
  readonly id: string;
  readonly weight: Rational;
  readonly factor: Rational;
  readonly offset: Rational;
  readonly check: (mark: Rational, path: Path) => void;
}

/** The cards of one round as a table of sub-totals and one table per criterion, both of complete cards only. */
export function readCards(
  input: InputOf<'cards'>,
  nominees: readonly string[],
  people: People,
  criteria: readonly Criterion[],
  criteriaPath: Path,
  cardDigits: number | null,
  path: Path,
): RoundData {
  const worth = worthOf(input, criteria, criteriaPath, path);
  const jurors = seatsOf(people, people.listedJurors ?? input.cards.map((c) => c.juror));
  const rowOf = new Map(nominees.map((id, i) => [id, i]));
  const columnOf = new Map(jurors.map((id, j) => [id, j]));
  const marks = worth.map(() => nominees.map(() => jurors.map((): Rational | null => null)));
  const totals = nominees.map(() => jurors.map((): Rational | null => null));
  const seen = new Set<string>();
  let pending = 0;

  input.cards.forEach((card, c) => {
    const at = [...path, 'cards', c];
    requireNominee(people, card.nominee, [...at, 'nominee']);
    requireJuror(people, card.juror, [...at, 'juror']);
    const key = JSON.stringify([card.juror, card.nominee]);
    if (seen.has(key)) refuse(at, `a second card of juror "${card.juror}" for nominee "${card.nominee}"`);
    seen.add(key);
    for (const name of Object.keys(card.marks ?? {})) {
      if (!worth.some((w) => w.id === name)) refuse([...at, 'marks', name], `no criterion "${name}"`);
    }
    const state = card.state ?? 'scored';
    const [i, j] = [rowOf.get(card.nominee), columnOf.get(card.juror)];
    if (state === 'pending' && i !== undefined && j !== undefined) pending += 1;
    const given = worth.map((w) => {
      const mark = exactlyOrNull(ownOf(card.marks, w.id) ?? null, [...at, 'marks', w.id]);
      if (mark !== null) w.check(mark, [...at, 'marks', w.id]);
      return mark;
    });
    const complete = !given.includes(null);
    const counts = state === 'scored' && (complete || input.partialCards === 'renormalise');
    if (!counts || i === undefined || j === undefined) return;
    const row = totals[i];
    const total = totalOf(worth, given);
    if (row === undefined || total === null) return;
    row[j] = rounded(total, cardDigits);
    given.forEach((mark, w) => {
      const cells = marks[w]?.[i];
      if (cells !== undefined) cells[j] = mark;
    });
  });
  return {
    ...emptyData,
    jurors,
    table: totals,
    criteria: worth.map((w, k) => ({
      id: w.id,
      weight: w.weight,
      factor: w.factor,
      offset: w.offset,
      marks: marks[k] ?? [],
    })),
    pending,
  };
}

/** Missing criteria give their weight to the others of the card. */
function totalOf(worth: readonly Worth[], given: readonly (Rational | null)[]): Rational | null {
  let total = zero;
  let present = zero;
  worth.forEach((w, k) => {
    const mark = given[k] ?? null;
    if (mark === null) return;
    total = add(total, multiply(w.factor, subtract(mark, w.offset)));
    present = add(present, w.weight);
  });
  const all = sum(worth.map((w) => w.weight));
  if (equal(present, all)) return total;
  return present.n === 0n ? null : multiply(total, divide(all, present));
}

function worthOf(
  input: InputOf<'cards'>,
  criteria: readonly Criterion[],
  criteriaPath: Path,
  path: Path,
): readonly Worth[] {
  if (criteria.length === 0) refuse(path, 'cards need criteria: in the round, the category or the snapshot');
  const how =
    input.perJuror ?? (criteria.every((c) => c.scale !== undefined) ? 'weighted_mean_0_100' : 'weighted_mean');
  const weights = criteria.map((c, k) =>
    how === 'points' ? rational(1) : exactly(c.weight ?? 1, [...criteriaPath, k, 'weight']),
  );
  const all = sum(weights);
  weights.forEach((w, k) => {
    if (w.n < 0n) refuse([...criteriaPath, k, 'weight'], 'a weight is not negative');
  });
  if (all.n === 0n) refuse(criteriaPath, 'the weights are all zero');
  const seen = new Set<string>();
  return criteria.map((c, k): Worth => {
    const at = [...criteriaPath, k];
    if (seen.has(c.id)) refuse([...at, 'id'], `a second criterion "${c.id}"`);
    seen.add(c.id);
    const weight = weights[k] ?? zero;
    const base = { id: c.id, weight, offset: zero };
    if (c.scale === undefined) {
      if (how === 'weighted_mean_0_100')
        refuse([...at, 'scale'], 'weighted_mean_0_100 needs the scale of every criterion');
      return { ...base, factor: how === 'weighted_mean' ? divide(weight, all) : weight, check: () => {} };
    }
    const min = exactly(c.scale.min, [...at, 'scale', 'min']);
    const max = exactly(c.scale.max, [...at, 'scale', 'max']);
    const step = c.scale.step === undefined ? null : exactly(c.scale.step, [...at, 'scale', 'step']);
    if (compare(min, max) >= 0) refuse([...at, 'scale'], 'max must be greater than min');
    if (step !== null && step.n <= 0n) refuse([...at, 'scale', 'step'], 'a step is positive');
    const check = (mark: Rational, where: Path): void => {
      if (compare(mark, min) < 0 || compare(mark, max) > 0) refuse(where, 'lies outside the scale');
      if (step !== null && divide(subtract(mark, min), step).d !== 1n) refuse(where, 'is not a whole number of steps');
    };
    if (how !== 'weighted_mean_0_100') {
      return { ...base, factor: how === 'weighted_mean' ? divide(weight, all) : weight, check };
    }
    const factor = divide(multiply(rational(100), weight), multiply(subtract(max, min), all));
    return { id: c.id, weight, offset: min, factor, check };
  });
}
