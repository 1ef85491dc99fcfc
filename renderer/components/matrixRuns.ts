export type MatrixState = 'scored' | 'part' | 'blank' | 'recused' | 'absent' | 'none';

export type CellRun =
  | { readonly kind: 'gap'; readonly key: string }
  | {
      readonly kind: 'cells';
      readonly key: string;
      readonly state: MatrixState;
      /** Index of the first column over all groups. */
      readonly from: number;
      readonly length: number;
    };

/** A row as pieces to draw: one for each cell, or (merged) one for each run of equal neighbours; a gap between groups. */
export function cellRuns(sizes: readonly number[], cells: readonly MatrixState[], merged: boolean): readonly CellRun[] {
  const runs: CellRun[] = [];
  let column = 0;
  sizes.forEach((size, group) => {
    if (group > 0) runs.push({ kind: 'gap', key: `gap-${String(group)}` });
    const end = column + size;
    while (column < end) {
      const from = column;
      const state = cells[from] ?? 'none';
      column = merged ? endOfRun(cells, from, end) : from + 1;
      runs.push({ kind: 'cells', key: String(from), state, from, length: column - from });
    }
  });
  return runs;
}

/** The index after the last of the equal neighbours that begin at `from`. */
function endOfRun(cells: readonly MatrixState[], from: number, end: number): number {
  let next = from + 1;
  while (next < end && (cells[next] ?? 'none') === (cells[from] ?? 'none')) next += 1;
  return next;
}

/** Which columns carry their number: the first, the last, and every tenth (or rarer, when there are many). */
export function isTick(index: number, size: number, all: number): boolean {
  const every = all > 120 ? Math.ceil(all / 120) * 10 : 10;
  const last = index === size - 1;
  return index === 0 || last || ((index + 1) % every === 0 && size - 1 - index > every / 3);
}
