/**
 * Assignment of least total cost (Kuhn 1955; the shortest augmenting path form after Jonker & Volgenant, O(n²m)) in
 * whole numbers. `cost`: rows ≤ columns. Gives each row its column. Ties are settled by position.
 */
export function leastCost(cost: readonly (readonly bigint[])[]): readonly number[] {
  const rows = cost.length;
  const columns = cost[0]?.length ?? 0;
  if (rows > columns) throw new RangeError('more rows than columns');
  const u = Array.from({ length: rows + 1 }, () => 0n);
  const v = Array.from({ length: columns + 1 }, () => 0n);
  /** Row of every column, counted from 1; 0 = free. */
  const rowOf = Array.from({ length: columns + 1 }, () => 0);
  const from = Array.from({ length: columns + 1 }, () => 0);

  for (let row = 1; row <= rows; row += 1) {
    rowOf[0] = row;
    let column = 0;
    const least = Array.from({ length: columns + 1 }, (): bigint | null => null);
    const used = Array.from({ length: columns + 1 }, () => false);
    do {
      used[column] = true;
      const current = rowOf[column] ?? 0;
      let step: bigint | null = null;
      let next = 0;
      for (let c = 1; c <= columns; c += 1) {
        if (used[c] === true) continue;
        const reduced = (cost[current - 1]?.[c - 1] ?? 0n) - (u[current] ?? 0n) - (v[c] ?? 0n);
        const known = least[c] ?? null;
        if (known === null || reduced < known) {
          least[c] = reduced;
          from[c] = column;
        }
        const best = least[c] ?? null;
        if (best !== null && (step === null || best < step)) [step, next] = [best, c];
      }
      const delta = step ?? 0n;
      for (let c = 0; c <= columns; c += 1) {
        if (used[c] === true) {
          const r = rowOf[c] ?? 0;
          u[r] = (u[r] ?? 0n) + delta;
          v[c] = (v[c] ?? 0n) - delta;
        } else {
          const known = least[c] ?? null;
          if (known !== null) least[c] = known - delta;
        }
      }
      column = next;
    } while ((rowOf[column] ?? 0) !== 0);
    while (column !== 0) {
      const previous = from[column] ?? 0;
      rowOf[column] = rowOf[previous] ?? 0;
      column = previous;
    }
  }
  const result = Array.from({ length: rows }, () => -1);
  rowOf.forEach((row, column) => {
    if (column > 0 && row > 0) result[row - 1] = column - 1;
  });
  return result;
}
