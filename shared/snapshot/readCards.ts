import { compare, divide, multiply, rational, subtract, sum, zero, type Rational } from '../domain/rational';
import { rounded } from '../domain/methods/table';
import { emptyData, type RoundData } from './data';
import { labelled } from './labelled';
import { exactly, exactlyOrNull, ownOf, requireJuror, requireNominee, seatsOf, type People } from './people';
import { refuse, type Path } from './problem';
import type { Criterion, InputOf } from './schema';

interface Worth {
  readonly id: string;
  readonly weight: Rational;
  readonly factor: Rational;
  readonly offset: Rational;
  readonly check: (mark: Rational, path: Path) => void;
  /** factor × (mark − offset). */
  readonly points: (mark: Rational) => Rational;
}

/** The cards of one round as a table of sub-totals and one table per criterion, both of complete cards only. */
export function readCards(
  input: InputOf<'cards'>,
  nominees: readonly string[],
  listed: readonly string[],
  people: People,
  criteria: readonly Criterion[],
  criteriaPath: Path,
  cardDigits: number | null,
  path: Path,
): RoundData {
  const worth = worthOf(input, criteria, criteriaPath, path);
  if ((input.cards === undefined) === (input.tables === undefined)) refuse(path, 'needs either cards or tables');
  const read =
    input.tables === undefined
      ? ofList(input, worth, nominees, people, path)
      : ofTables(input, worth, nominees, listed, people, path);
  const { jurors, given, pending } = read;
  const marks = worth.map(() => nominees.map(() => jurors.map((): Rational | null => null)));
  const all = sum(worth.map((w) => w.weight));
  const totals = nominees.map((_, i) =>
    jurors.map((__, j): Rational | null => {
      const card = given(i, j);
      if (card === null || (card.includes(null) && input.partialCards !== 'renormalise')) return null;
      const total = totalOf(worth, card, all);
      if (total === null) return null;
      card.forEach((mark, w) => {
        const cells = marks[w]?.[i];
        if (cells !== undefined) cells[j] = mark;
      });
      return rounded(total, cardDigits);
    }),
  );
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

/** Marks of a card by criterion; null for the whole where there is no card that could count. */
type Card = readonly (Rational | null)[];
interface Cards {
  readonly jurors: readonly string[];
  readonly given: (nominee: number, juror: number) => Card | null;
  readonly pending: number;
}

function ofList(
  { cards = [] }: InputOf<'cards'>,
  worth: readonly Worth[],
  nominees: readonly string[],
  people: People,
  path: Path,
): Cards {
  const jurors = seatsOf(people, people.listedJurors ?? cards.map((c) => c.juror));
  const rowOf = new Map(nominees.map((id, i) => [id, i]));
  const columnOf = new Map(jurors.map((id, j) => [id, j]));
  const known = new Set(worth.map((w) => w.id));
  const scored = new Map<number, Card>();
  const seen = new Set<string>();
  let pending = 0;
  cards.forEach((card, c) => {
    const at = [...path, 'cards', c];
    requireNominee(people, card.nominee, [...at, 'nominee']);
    requireJuror(people, card.juror, [...at, 'juror']);
    const key = JSON.stringify([card.juror, card.nominee]);
    if (seen.has(key)) refuse(at, `a second card of juror "${card.juror}" for nominee "${card.nominee}"`);
    seen.add(key);
    for (const name of Object.keys(card.marks ?? {})) {
      if (!known.has(name)) refuse([...at, 'marks', name], `no criterion "${name}"`);
    }
    const marks = worth.map((w) => {
      const mark = exactlyOrNull(ownOf(card.marks, w.id) ?? null, [...at, 'marks', w.id]);
      if (mark !== null) w.check(mark, [...at, 'marks', w.id]);
      return mark;
    });
    const state = card.state ?? 'scored';
    const [i, j] = [rowOf.get(card.nominee), columnOf.get(card.juror)];
    if (i === undefined || j === undefined) return;
    if (state === 'pending') pending += 1;
    if (state === 'scored') scored.set(i * jurors.length + j, marks);
  });
  return { jurors, given: (i, j) => scored.get(i * jurors.length + j) ?? null, pending };
}

/** A table of every criterion instead of single cards: the same for a large contest. */
function ofTables(
  input: InputOf<'cards'>,
  worth: readonly Worth[],
  nominees: readonly string[],
  listed: readonly string[],
  people: People,
  path: Path,
): Cards {
  const tables = input.tables ?? {};
  for (const name of Object.keys(tables)) {
    if (!worth.some((w) => w.id === name)) refuse([...path, 'tables', name], `no criterion "${name}"`);
  }
  const read = worth.map((w) => {
    const at = [...path, 'tables', w.id];
    const raw = ownOf(tables, w.id) ?? refuse([...path, 'tables'], `no table of criterion "${w.id}"`);
    const checked = new Set<number | string>();
    raw.forEach((row, r) => {
      row.forEach((value, c) => {
        if (value === null || checked.has(value)) return;
        checked.add(value);
        w.check(exactly(value, [...at, r, c]), [...at, r, c]);
      });
    });
    return labelled(raw, input, nominees, listed, people, at, path);
  });
  const jurors = read[0]?.jurors ?? [];
  read.forEach((own, k) => {
    if (own.jurors.length !== jurors.length)
      refuse([...path, 'tables', worth[k]?.id ?? ''], 'has not as many jurors as the first table');
  });
  const given = (i: number, j: number): Card | null => {
    const card = read.map((own) => own.table[i]?.[j] ?? null);
    return card.every((mark) => mark === null) ? null : card;
  };
  return { jurors, given, pending: 0 };
}

/** Missing criteria give their weight to the others of the card. */
function totalOf(worth: readonly Worth[], given: Card, all: Rational): Rational | null {
  const marked = worth.flatMap((w, k) => {
    const mark = given[k] ?? null;
    return mark === null ? [] : [{ weight: w.weight, points: w.points(mark) }];
  });
  const total = sum(marked.map((m) => m.points));
  if (marked.length === worth.length) return total;
  const present = sum(marked.map((m) => m.weight));
  return present.n === 0n ? null : multiply(total, divide(all, present));
}

/** The same few marks come back all the time: each is worked out once. */
function remembered(worth: (mark: Rational) => Rational): (mark: Rational) => Rational {
  const known = new Map<string, Rational>();
  return (mark) => {
    const key = `${mark.n}/${mark.d}`;
    let own = known.get(key);
    if (own === undefined) known.set(key, (own = worth(mark)));
    return own;
  };
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
  const withPoints = (own: Omit<Worth, 'points'>): Worth => ({
    ...own,
    points: remembered((mark) => multiply(own.factor, subtract(mark, own.offset))),
  });
  return criteria.map((c, k): Worth => {
    const at = [...criteriaPath, k];
    if (seen.has(c.id)) refuse([...at, 'id'], `a second criterion "${c.id}"`);
    seen.add(c.id);
    const weight = weights[k] ?? zero;
    const base = { id: c.id, weight, offset: zero };
    if (c.scale === undefined) {
      if (how === 'weighted_mean_0_100')
        refuse([...at, 'scale'], 'weighted_mean_0_100 needs the scale of every criterion');
      return withPoints({ ...base, factor: how === 'weighted_mean' ? divide(weight, all) : weight, check: () => {} });
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
      return withPoints({ ...base, factor: how === 'weighted_mean' ? divide(weight, all) : weight, check });
    }
    const factor = divide(multiply(rational(100), weight), multiply(subtract(max, min), all));
    return withPoints({ id: c.id, weight, offset: min, factor, check });
  });
}
