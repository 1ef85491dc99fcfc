import { describe, expect, test } from 'vitest';
import type { CategoryId, EntryId, JurorId, RoundId } from '@shared/model/ids';
import type { SealHindrance } from '@shared/model/seal';
import { checkNames, checksOf } from '../../../renderer/screens/seal/checks';

// The brands exist at compile time only.
const round = 3 as RoundId;
const tie: SealHindrance = {
  kind: 'round',
  round,
  hindrance: { kind: 'tie', category: 1 as CategoryId, place: 10, entries: [1 as EntryId, 2 as EntryId] },
};
const missing: SealHindrance = {
  kind: 'round',
  round,
  hindrance: { kind: 'ballot_missing', juror: 5 as JurorId },
};

describe('the checks before a seal', () => {
  test('every check is named, also those that pass', () => {
    expect(checksOf([]).map(({ name }) => name)).toEqual(checkNames);
    expect(checksOf([]).every(({ open }) => open.length === 0)).toBe(true);
  });

  test('each hindrance stands under one check, and none is lost', () => {
    const all: readonly SealHindrance[] = [
      { kind: 'round_open', round },
      tie,
      missing,
      { kind: 'no_chair' },
      { kind: 'chair_key_missing' },
    ];
    const open = checksOf(all).filter((check) => check.open.length > 0);
    expect(open.map(({ name, open: things }) => [name, things.length])).toEqual([
      ['rounds', 1],
      ['gaps', 1],
      ['ties', 1],
      ['chair', 2],
    ]);
  });
});
