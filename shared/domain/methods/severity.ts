import { at } from '../at';
import { add, divide, multiply, rational, subtract, sum, zero, type Rational } from '../rational';
import { groupsByScore, range, type Direction, type Outcome } from './outcome';
import { solve } from './linear';
import { jurorsOf, present, transpose, type Table } from './table';

/** The additive model X_nj = μ + a_n + b_j + e, fitted by least squares with Σa = 0 and Σb = 0 in every part. */
export interface AdditiveFit {
  /** Parts of the nominee–juror graph; within one part nominees can be compared, across parts they cannot. */
  readonly parts: readonly AdditivePart[];
  /** μ + a_n of the nominee's own part; null for a nominee without marks. */
  readonly adjusted: readonly (Rational | null)[];
  readonly nomineeEffects: readonly (Rational | null)[];
  /** b_j: how much higher (+) or lower (−) than the others a juror marks; null for a juror without marks. */
  readonly jurorEffects: readonly (Rational | null)[];
  /** What the model leaves unexplained of each mark. */
  readonly residuals: Table;
}

export interface AdditivePart {
  readonly nominees: readonly number[];
  readonly jurors: readonly number[];
  readonly mean: Rational;
}

/** Exact: the normal equations are solved in rationals, on the smaller side. */
export function fitAdditive(table: Table): AdditiveFit {
  const size = { nominees: table.length, jurors: jurorsOf(table) };
  const nomineeEffects = range(size.nominees).map((): Rational | null => null);
  const jurorEffects = range(size.jurors).map((): Rational | null => null);
  const adjusted = range(size.nominees).map((): Rational | null => null);
  const parts = partsOf(table).map(({ nominees, jurors }): AdditivePart => {
    const own = nominees.map((i) => jurors.map((j) => at(at(table, i), j)));
    const { rows, columns } = own.length <= jurors.length ? fitPart(own) : swapped(fitPart(transpose(own)));
    const [rowMean, columnMean] = [mean(rows), mean(columns)];
    const overall = add(rowMean, columnMean);
    nominees.forEach((i, k) => {
      const effect = subtract(at(rows, k), rowMean);
      nomineeEffects[i] = effect;
      adjusted[i] = add(overall, effect);
    });
    jurors.forEach((j, k) => {
      jurorEffects[j] = subtract(at(columns, k), columnMean);
    });
    return { nominees, jurors, mean: overall };
  });
  const residuals = table.map((row, i) =>
    row.map((x, j) => (x === null ? null : subtract(x, add(adjusted[i] ?? zero, jurorEffects[j] ?? zero)))),
  );
  return { parts, adjusted, nomineeEffects, jurorEffects, residuals };
}

/**
 * Ranking by μ + a_n. Where the graph falls into parts there is no order between them: then nobody is ranked, and the
 * notice says which parts are not comparable.
 */
export function severityAdjusted(table: Table, direction: Direction): Outcome {
  const fit = fitAdditive(table);
  const connected = fit.parts.length <= 1;
  return {
    scores: fit.adjusted,
    groups: connected ? groupsByScore(fit.adjusted, direction) : [],
    details: table.map((row, i) => ({
      marks: row,
      effect: at(fit.nomineeEffects, i),
      severities: fit.jurorEffects,
      residuals: at(fit.residuals, i),
    })),
    notices: connected ? [] : [{ kind: 'not-comparable', parts: fit.parts.map((p) => p.nominees) }],
  };
}

interface Effects {
  readonly rows: readonly Rational[];
  readonly columns: readonly Rational[];
}
const swapped = ({ rows, columns }: Effects): Effects => ({ rows: columns, columns: rows });
const mean = (values: readonly Rational[]): Rational => divide(sum(values), rational(Math.max(1, values.length)));

/** Row and column effects of a connected table that sum to each fitted value; the last row is held at zero. */
function fitPart(table: Table): Effects {
  const columns = transpose(table);
  const sizes = columns.map((column) => present(column).length);
  const means = columns.map((column) => mean(present(column)));
  const free = table.length - 1;
  const system = range(free).map((i) => {
    // Whole numbers first: how often i and k were marked by the same one, by how many that one marked.
    const together = new Map<number, number[]>();
    let right = zero;
    at(table, i).forEach((x, j) => {
      if (x === null) return;
      right = add(right, subtract(x, at(means, j)));
      const size = at(sizes, j);
      let counts = together.get(size);
      if (counts === undefined) together.set(size, (counts = range(free).map(() => 0)));
      for (let k = 0; k < free; k += 1) if (at(at(table, k), j) !== null) counts[k] = at(counts, k) + 1;
    });
    const line = range(free).map((k) =>
      sum([
        rational(k === i ? present(at(table, i)).length : 0),
        ...[...together].map(([size, counts]) => rational(-at(counts, k), size)),
      ]),
    );
    return { line, right };
  });
  const rows = [
    ...solve(
      system.map((s) => s.line),
      system.map((s) => s.right),
    ),
    zero,
  ];
  const fitted = columns.map((column, j) => {
    const own = column.flatMap((x, i) => (x === null ? [] : [at(rows, i)]));
    return subtract(at(means, j), mean(own));
  });
  return { rows, columns: fitted };
}

/** Connected parts of the graph whose edges are the marks; nominees and jurors without any are in none. */
function partsOf(
  table: Table,
): readonly { readonly nominees: readonly number[]; readonly jurors: readonly number[] }[] {
  const seen = new Set<number>();
  const columns = transpose(table);
  return range(table.length).flatMap((start) => {
    if (seen.has(start) || present(at(table, start)).length === 0) return [];
    const nominees = [start];
    const jurors: number[] = [];
    const met = new Set<number>();
    seen.add(start);
    for (const i of nominees) {
      at(table, i).forEach((x, j) => {
        if (x === null || met.has(j)) return;
        met.add(j);
        jurors.push(j);
        at(columns, j).forEach((y, k) => {
          if (y === null || seen.has(k)) return;
          seen.add(k);
          nominees.push(k);
        });
      });
    }
    return [{ nominees: nominees.toSorted((a, b) => a - b), jurors: jurors.toSorted((a, b) => a - b) }];
  });
}

/** Residual and adjusted sums of squares of the fit, for the analysis of variance. */
export function additiveAnova(table: Table): {
  readonly residualSquares: Rational;
  readonly residualDf: number;
  /** Of the nominees, adjusted for the jurors. */
  readonly nomineeSquares: Rational;
  readonly nomineeDf: number;
} {
  const fit = fitAdditive(table);
  const squares = (values: readonly Rational[]): Rational => sum(values.map((x) => multiply(x, x)));
  const residualSquares = squares(fit.residuals.flatMap(present));
  const withinJurors = transpose(table).flatMap((column) => {
    const marks = present(column);
    const own = marks.length === 0 ? zero : divide(sum(marks), rational(marks.length));
    return marks.map((x) => subtract(x, own));
  });
  const marks = table.flatMap(present).length;
  const nominees = fit.adjusted.filter((a) => a !== null).length;
  const jurors = fit.jurorEffects.filter((b) => b !== null).length;
  const nomineeDf = nominees - fit.parts.length;
  return {
    residualSquares,
    residualDf: marks - nominees - jurors + fit.parts.length,
    nomineeSquares: subtract(squares(withinJurors), residualSquares),
    nomineeDf,
  };
}
