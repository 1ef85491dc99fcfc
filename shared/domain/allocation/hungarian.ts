import { at } from '../at';

/** A column for each row, and prices by which no other assignment can be cheaper. */
export interface Assignment {
  readonly columns: readonly number[];
  /** Cost of a pair above the prices of its row and column: an assignment of least cost has no pair that is not 0. */
  readonly surplus: (row: number, column: number) => bigint;
}

/** As `assign`, without the prices. */
export const leastCost = (cost: readonly (readonly bigint[])[]): readonly number[] => assign(cost).columns;

/**
 * Assignment of least total cost (Kuhn 1955; the shortest augmenting path form after Jonker & Volgenant, O(n²m)) in
 * whole numbers. `cost`: rows ≤ columns. Gives each row its column. Ties are settled by position.
 */
export function assign(cost: readonly (readonly bigint[])[]): Assignment {
  const rows = cost.length;
  const columns = rows === 0 ? 0 : at(cost, 0).length;
  const u = Array.from({ length: rows + 1 }, () => 0n);
  const v = Array.from({ length: columns + 1 }, () => 0n);
  /** Row of every column, counted from 1; 0 = free. */
  const rowOf = Array.from({ length: columns + 1 }, () => 0);
  const from = Array.from({ length: columns + 1 }, () => 0);

  for (let row = 1; row <= rows; row += 1) {
    rowOf[0] = row;
    let column = 0;
    /** Least reduced cost at which a column can be reached; filled by the first pass. */
    const least: bigint[] = [];
    const used = Array.from({ length: columns + 1 }, () => false);
    do {
      used[column] = true;
      const current = at(rowOf, column);
      let step: bigint | null = null;
      let next = 0;
      for (let c = 1; c <= columns; c += 1) {
        if (at(used, c)) continue;
        const reduced = at(at(cost, current - 1), c - 1) - at(u, current) - at(v, c);
        const known = least[c];
        if (known === undefined || reduced < known) {
          least[c] = reduced;
          from[c] = column;
        }
        const best = at(least, c);
        if (step === null || best < step) [step, next] = [best, c];
      }
      if (step === null) throw new RangeError('more rows than columns');
      for (let c = 0; c <= columns; c += 1) {
        if (at(used, c)) {
          const r = at(rowOf, c);
          u[r] = at(u, r) + step;
          v[c] = at(v, c) - step;
        } else least[c] = at(least, c) - step;
      }
      column = next;
    } while (at(rowOf, column) !== 0);
    while (column !== 0) {
      const previous = at(from, column);
      rowOf[column] = at(rowOf, previous);
      column = previous;
    }
  }
  const result = Array.from({ length: rows }, () => -1);
  rowOf.forEach((row, column) => {
    if (column > 0 && row > 0) result[row - 1] = column - 1;
  });
  return {
    columns: result,
    surplus: (row, column) => at(at(cost, row), column) - at(u, row + 1) - at(v, column + 1),
  };
}
