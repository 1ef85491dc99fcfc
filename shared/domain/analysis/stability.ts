import type { Stability } from '../../model/analysis';
import type { AcrossJurors } from '../../model/rules';
import type { JurorId } from '../../model/ids';
import { at } from '../at';
import type { Candidate, Evaluation } from '../evaluation';
import { isMeanOfParts } from '../fieldMethods';
import { range } from '../methods/outcome';
import { toDouble } from '../methods/standardised';
import { generator } from '../quality/robustness';
import type { Placed } from './placed';

export const drawings = { times: 1000, seed: 2026 } as const;

/** One counted round of one candidate, in doubles: NaN where a juror has no score. */
interface Part {
  readonly factor: number;
  readonly values: readonly number[];
}

/**
 * How sure the places are: as many jurors as there are, drawn with replacement, `times` times from one seed, all
 * rounds counted anew by the official method. In doubles rounded to 9 decimals; equals share the better place, for the
 * tie chain is no part of it. The line is the official count; all who share its place are above it. Who loses all
 * scores in a drawing comes last there. Of a method over the whole field, places, points and corrections are those that the
 * real jury gave; one whose figure is no mean of such parts is not drawn.
 */
export function stabilityOf(
  ev: Evaluation,
  official: Placed,
  onDrawn: (done: number) => void,
  { times, seed }: { readonly times: number; readonly seed: number } = drawings,
): Stability {
  const candidates = ev.candidates.filter((c) => c.total !== null);
  const jurors = jurorsOf(candidates);
  const parts = candidates.map((c) => partsOf(c, jurors));
  const across = ev.input.contest.rules.aggregation;
  if (!isMeanOfParts(across)) return { times: 0, seed, rows: [] };
  const sign = ev.direction === 'higher' ? 1 : -1;
  const next = generator(seed);
  const places = candidates.map((): number[] => []);
  for (let drawing = 0; drawing < times; drawing += 1) {
    const drawn = jurors.map(() => Math.floor(next() * jurors.length));
    placesIn(parts.map((own) => sign * totalOf(own, drawn, across))).forEach((place, i) => {
      at(places, i).push(place);
    });
    if (drawing % 100 === 99) onDrawn(drawing + 1);
  }
  const line = official.line?.count ?? null;
  const indexOf = new Map(candidates.map((c, i) => [c.entry.id, i]));
  const rows = official.rows.flatMap(({ entry, place, side }) => {
    const i = indexOf.get(entry);
    if (i === undefined || place === null) return [];
    const own = at(places, i).toSorted((a, b) => a - b);
    const above = line === null ? 0 : own.filter((p) => p <= line).length;
    const cut = Math.floor(times * 0.05);
    const row = {
      entry,
      place,
      side,
      share: line === null ? null : above / times,
      low: at(own, cut),
      high: at(own, times - 1 - cut),
    };
    return above > 0 || place <= (line ?? candidates.length) ? [row] : [];
  });
  return { times, seed, rows };
}

/** Everybody who has scored in a counted round, in the order of the panel. */
function jurorsOf(candidates: readonly Candidate[]): readonly JurorId[] {
  const jurors = new Set<JurorId>();
  for (const { parts } of candidates)
    for (const { score } of parts) for (const cell of score.cells) if (cell.value !== null) jurors.add(cell.juror);
  return [...jurors].toSorted((a, b) => a - b);
}

function partsOf({ parts }: Candidate, jurors: readonly JurorId[]): readonly Part[] {
  const column = new Map(jurors.map((juror, j) => [juror, j]));
  return parts.map(({ counted, score }) => {
    const values = jurors.map(() => Number.NaN);
    for (const { juror, value: subtotal, given } of score.cells) {
      const value = score.byField ? given : subtotal;
      const j = column.get(juror);
      if (value !== null && j !== undefined) values[j] = toDouble(value);
    }
    return { factor: toDouble(counted.factor) * toDouble(score.factor), values };
  });
}

/** NaN where a counted round has no score in this drawing. */
function totalOf(parts: readonly Part[], drawn: readonly number[], across: AcrossJurors): number {
  let total = 0;
  for (const { factor, values } of parts) {
    const own = drawn.map((j) => at(values, j)).filter((value) => !Number.isNaN(value));
    total += factor * figureOf(own, across);
  }
  return Math.round(total * 1e9) / 1e9;
}

/** As `scoreRound` does it exactly. */
function figureOf(own: readonly number[], { acrossJurors, trim = 1 }: AcrossJurors): number {
  if (own.length === 0) return Number.NaN;
  const sorted = own.toSorted((a, b) => a - b);
  const cut =
    acrossJurors === 'median' ? Math.max(0, Math.ceil(own.length / 2) - 1) : acrossJurors === 'trimmed_mean' ? trim : 0;
  const kept = own.length < 2 * cut + 1 ? sorted : sorted.slice(cut, own.length - cut);
  return kept.reduce((a, b) => a + b, 0) / kept.length;
}

/** 1-2-2-4, the highest first; NaN last. */
function placesIn(totals: readonly number[]): readonly number[] {
  const order = range(totals.length).toSorted((a, b) => {
    const [x, y] = [at(totals, a), at(totals, b)];
    return Number.isNaN(x) ? (Number.isNaN(y) ? 0 : 1) : Number.isNaN(y) ? -1 : y - x;
  });
  const places = totals.map(() => 0);
  order.forEach((i, k) => {
    const before = order[k - 1];
    places[i] = before !== undefined && at(totals, before) === at(totals, i) ? at(places, before) : k + 1;
  });
  return places;
}
