import { expect, test } from 'vitest';
import { reasonCode } from '@shared/domain/sealing';
import type { CategoryId, DecisionId, RoundId } from '@shared/model/ids';

// docs/formats.md: what a code of a sealed row means never changes.
test.each([
  [{ by: 'quota', quota: 'one_per_region', value: 'Абай облысы', holders: [] }, 'quota:one_per_region'],
  [{ by: 'award', category: 3 as CategoryId }, 'award:3'],
  [{ by: 'list', round: 2 as RoundId }, 'list:2'],
  [{ by: 'excluded', decision: 7 as DecisionId, reason: 'кеш келді' }, 'excluded:7'],
  [{ by: 'added', decision: 8 as DecisionId, reason: 'қазылар шешімі' }, 'added:8'],
  [{ by: 'region' }, 'region'],
] as const)('%o is written as %s', (reason, code) => {
  expect(reasonCode(reason)).toBe(code);
});
