import type { CriterionId, EntryId } from '@shared/model/ids';

const cells = [
  [101, 11],
  [101, 12],
  [102, 11],
  [102, 12],
  [201, 21],
] as const;

/** The n-th mark of an endless series; each changes its cell, so that n marks make exactly n steps of history. */
export function nthMark(n: number): { entry: EntryId; criterion: CriterionId; value: number } {
  const [entry, criterion] = cells[n % cells.length] ?? cells[0];
  const turn = Math.floor(n / cells.length) % 8;
  return {
    entry: entry as EntryId,
    criterion: criterion as CriterionId,
    value: criterion === 12 ? 1 + turn / 2 : turn,
  };
}

/** What stands on the cards after the first `count` marks: entry → criterion → value. */
export function after(count: number): ReadonlyMap<number, Readonly<Record<number, number>>> {
  const marks = new Map<number, Record<number, number>>([
    [101, {}],
    [102, {}],
    [201, {}],
  ]);
  for (let n = 0; n < count; n += 1) {
    const { entry, criterion, value } = nthMark(n);
    Object.assign(marks.get(entry) ?? {}, { [criterion]: value });
  }
  return marks;
}
