import { at } from '../at';
import type { Rational } from '../rational';
import { fitAdditive } from '../methods/severity';
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
      severity: at(fit.jurorEffects, j),
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
    const own = at(row, juror);
    const rest = meanOf(present(row.filter((_, j) => j !== juror)));
    return own === null || rest === null ? [] : [{ own, rest }];
  });
  const ranked = (values: readonly Rational[]): readonly Rational[] =>
    ranksOf(values, 'lower').filter((r) => r !== null);
  return correlation(ranked(both.map((b) => b.own)), ranked(both.map((b) => b.rest)));
}

/** A mark far from what the nominee and the juror would lead one to expect. Never removed automatically. */
export interface CellToCheck {
  readonly nominee: number;
  readonly juror: number;
  readonly mark: Rational;
  readonly expected: number;
  /** Residual of the model fitted without this cell, in standard deviations of that model's residuals. */
  readonly sigmas: number;
}

/**
 * Cells with a leave-one-out residual above `limit` σ, the farthest first: what the additive model fitted without the
 * cell expects there, e / (1 − h), in standard deviations of that model. Doubles. None where parts of the table are not
 * connected or where too few marks are left to tell σ.
 */
export function cellsToCheck(table: Table, limit = 2.5): readonly CellToCheck[] {
  const fit = fitAdditive(table);
  const [part, another] = fit.parts;
  if (part === undefined || another !== undefined) return [];
  const residuals = fit.residuals.map((row) => row.map((r) => (r === null ? null : toDouble(r))));
  const known = residuals.flat().filter((r) => r !== null);
  const df = known.length - part.nominees.length - part.jurors.length + 1;
  const squares = known
    .map((r) => r ** 2)
    .toSorted((a, b) => a - b)
    .reduce((a, b) => a + b, 0);
  if (df < 2) return [];
  const leverage = leverages(table, part.jurors);
  const found = table.flatMap((row, i) =>
    row.flatMap((mark, j): readonly CellToCheck[] => {
      const residual = at(at(residuals, i), j);
      const rest = 1 - at(at(leverage, i), j);
      if (mark === null || residual === null || rest < 1e-9) return [];
      const sigma = Math.sqrt(Math.max(0, squares - residual ** 2 / rest) / (df - 1));
      const off = residual / rest;
      if (sigma < 1e-9 * Math.abs(off) || Math.abs(off) <= limit * sigma) return [];
      return [{ nominee: i, juror: j, mark, expected: toDouble(mark) - off, sigmas: off / sigma }];
    }),
  );
  return found.toSorted(
    (a, b) => Math.abs(b.sigmas) - Math.abs(a.sigmas) || a.nominee - b.nominee || a.juror - b.juror,
  );
}

/** Diagonal of the hat matrix of the additive model, cell by cell: 1/m + zᵀ G⁻¹ z with the nominees projected out. */
function leverages(table: Table, jurors: readonly number[]): readonly (readonly number[])[] {
  const size = jurors.length;
  const sets = table.map((row) => jurors.map((j) => at(row, j) !== null));
  const counts = sets.map((set) => set.filter(Boolean).length);
  // Σb is not determined by the marks: the constant makes the matrix regular and touches no estimable difference.
  const gram = range(size).map(() => range(size).map(() => 1 / size));
  sets.forEach((set, i) => {
    gram.forEach((line, a) => {
      if (set[a] !== true) return;
      line[a] = at(line, a) + 1;
      set.forEach((other, b) => {
        if (other) line[b] = at(line, b) - 1 / at(counts, i);
      });
    });
  });
  const inverse = invert(gram);
  return sets.map((set, i) => {
    const m = at(counts, i);
    const sums = inverse.map((line) => line.reduce((t, x, b) => (set[b] === true ? t + x : t), 0));
    const all = sums.reduce((t, x, a) => (set[a] === true ? t + x : t), 0);
    const own = jurors.map((_, a) => 1 / m + at(at(inverse, a), a) - (2 * at(sums, a)) / m + all / m ** 2);
    const wide = at(table, i).map(() => 1);
    jurors.forEach((j, a) => {
      wide[j] = at(own, a);
    });
    return wide;
  });
}

/** Inverse of a positive definite matrix by elimination. */
function invert(matrix: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const size = matrix.length;
  const rows = matrix.map((line, i) => [...line, ...range(size).map((k) => (k === i ? 1 : 0))]);
  rows.forEach((pivotRow, k) => {
    const pivot = at(pivotRow, k);
    for (let c = 0; c < 2 * size; c += 1) pivotRow[c] = at(pivotRow, c) / pivot;
    rows.forEach((row, i) => {
      const factor = at(row, k);
      if (i === k || factor === 0) return;
      for (let c = 0; c < 2 * size; c += 1) row[c] = at(row, c) - factor * at(pivotRow, c);
    });
  });
  return rows.map((row) => row.slice(size));
}
