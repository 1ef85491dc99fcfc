import { subtract, type Rational } from '../rational';
import { fitAdditive, type AdditiveFit } from '../methods/severity';
import { range, type Direction } from '../methods/outcome';
import { toDouble } from '../methods/standardised';
import { columnOf, jurorsOf, meanOf, present, rankTable, ranksOf, type Table } from '../methods/table';
import { correlation } from './concordance';
import { variance } from './grid';

/** How one juror compares with the others. */
export interface JurorQuality {
  readonly marks: number;
  readonly mean: Rational | null;
  /** s with n − 1; null below two marks. */
  readonly deviation: number | null;
  /** How much higher (+) or lower (−) than colleagues, from the additive model. */
  readonly severity: Rational | null;
  /** Spearman's correlation of the juror's ranks with those of the mean rank of all others; null where undefined. */
  readonly withTheRest: number | null;
  /** Spread of the marks in relation to the mean spread of all jurors; below 0.5 the scale is used narrowly. */
  readonly relativeSpread: number | null;
}

export function jurorQuality(table: Table, direction: Direction): readonly JurorQuality[] {
  const fit = fitAdditive(table);
  const ranks = rankTable(table, direction);
  const rows = range(jurorsOf(table)).map((j) => {
    const marks = present(columnOf(table, j));
    const spread = variance(marks);
    return {
      marks: marks.length,
      mean: meanOf(marks),
      deviation: spread === null ? null : Math.sqrt(toDouble(spread)),
      severity: fit.jurorEffects[j] ?? null,
      withTheRest: againstTheRest(ranks, j),
    };
  });
  const spreads = rows.flatMap((r) => r.deviation ?? []).toSorted((a, b) => a - b);
  const usual = spreads.reduce((a, b) => a + b, 0) / spreads.length;
  return rows.map((row) => ({
    ...row,
    relativeSpread: row.deviation === null || !(usual > 0) ? null : row.deviation / usual,
  }));
}

/** Over the nominees whom the juror and at least one other ranked. */
function againstTheRest(ranks: Table, juror: number): number | null {
  const both = ranks.flatMap((row) => {
    const own = row[juror] ?? null;
    const rest = meanOf(present(row.filter((_, j) => j !== juror)));
    return own === null || rest === null ? [] : [{ own, rest }];
  });
  const [own, rest] = [both.map((b) => b.own), both.map((b) => b.rest)].map((values) =>
    ranksOf(values, 'lower').filter((r) => r !== null),
  );
  return own === undefined || rest === undefined ? null : correlation(own, rest);
}

/** A mark far from what the nominee and the juror would lead one to expect. Never removed automatically. */
export interface CellToCheck {
  readonly nominee: number;
  readonly juror: number;
  readonly mark: Rational;
  readonly expected: Rational;
  /** Residual of the model fitted without this cell, in standard deviations of that model's residuals. */
  readonly sigmas: number;
}

/** Cells with a leave-one-out residual above `limit` σ, the farthest first; none where there are over 600 cells. */
export function cellsToCheck(table: Table, limit = 2.5): readonly CellToCheck[] {
  const found: CellToCheck[] = [];
  const cells = table.flatMap((row, i) => row.flatMap((x, j) => (x === null ? [] : [{ i, j, x }])));
  if (cells.length > mostRefits) return [];
  for (const { i, j, x } of cells) {
    const without = table.map((row, a) => (a === i ? row.map((y, b) => (b === j ? null : y)) : row));
    const fit = fitAdditive(without);
    const [nominee, juror] = [fit.adjusted[i] ?? null, fit.jurorEffects[j] ?? null];
    if (nominee === null || juror === null || !sameParts(fit, i, j)) continue;
    const expected = subtract(nominee, { n: -juror.n, d: juror.d });
    const sigma = residualDeviation(fit);
    if (sigma === null || sigma === 0) continue;
    const sigmas = toDouble(subtract(x, expected)) / sigma;
    if (Math.abs(sigmas) > limit) found.push({ nominee: i, juror: j, mark: x, expected, sigmas });
  }
  return found.toSorted(
    (a, b) => Math.abs(b.sigmas) - Math.abs(a.sigmas) || a.nominee - b.nominee || a.juror - b.juror,
  );
}

/** One refit per cell: beyond this the picture would be waited for longer than it is worth. */
const mostRefits = 600;

const sameParts = (fit: AdditiveFit, nominee: number, juror: number): boolean =>
  fit.parts.some((p) => p.nominees.includes(nominee) && p.jurors.includes(juror));

function residualDeviation(fit: AdditiveFit): number | null {
  const residuals = fit.residuals.flatMap(present);
  const parameters = fit.parts.reduce((n, p) => n + p.nominees.length + p.jurors.length - 1, 0);
  const df = residuals.length - parameters;
  if (df < 1) return null;
  const squares = residuals.map((r) => toDouble(r) ** 2).toSorted((a, b) => a - b);
  return Math.sqrt(squares.reduce((a, b) => a + b, 0) / df);
}
