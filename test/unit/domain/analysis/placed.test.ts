import { expect, test } from 'vitest';
import { changesLaureates, shiftsBetween } from '@shared/domain/analysis/placed';
import type { PlacedRow } from '@shared/model/analysis';
import type { EntryId, NomineeId } from '@shared/model/ids';

const row = (id: number, side: PlacedRow['side']): PlacedRow => ({
  entry: id as EntryId,
  nominee: id as NomineeId,
  place: id,
  figure: null,
  side,
});

test('who enters and who leaves is told in official order; who has no row there has no side', () => {
  const official = [row(1, 'in'), row(2, 'in'), row(3, 'out'), row(4, 'undecided')];
  const shifts = shiftsBetween(official, [row(3, 'in'), row(1, 'in'), row(4, 'in')]);
  expect(shifts).toEqual([
    { entry: 2, from: 'in', to: 'none' },
    { entry: 3, from: 'out', to: 'in' },
    { entry: 4, from: 'undecided', to: 'in' },
  ]);
  expect(changesLaureates(shifts)).toBe(true);
});

test('what was open and would be decided is no change of the laureates', () => {
  expect(changesLaureates([{ entry: 4 as EntryId, from: 'undecided', to: 'in' }])).toBe(false);
  expect(shiftsBetween([row(1, 'in')], [row(1, 'in')])).toEqual([]);
});
