import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fullWeight } from '@shared/model/criteria';
import { evenedOut } from '../../../renderer/screens/setup/weights';

test('empty weights share what is left, set ones stay', () => {
  expect(evenedOut([2000, null, 2500, null])).toEqual([2000, 2750, 2500, 2750]);
});

test('when all are set, each gains an equal part of what is missing', () => {
  expect(evenedOut([2000, 2500, 2500, 1500, 1000])).toEqual([2100, 2600, 2600, 1600, 1100]);
});

test('what is too much is given back in proportion', () => {
  expect(evenedOut([8000, 4000])).toEqual([6667, 3333]);
});

test('the beam is level afterwards, whatever was typed', () => {
  const weight = fc.option(fc.integer({ min: 0, max: fullWeight }));
  fc.assert(
    fc.property(fc.array(weight, { minLength: 1, maxLength: 40 }), (weights) => {
      const evened = evenedOut(weights);
      expect(evened.reduce((sum, one) => sum + one, 0)).toBe(fullWeight);
      expect(evened.every((one) => Number.isInteger(one) && one >= 0 && one <= fullWeight)).toBe(true);
    }),
  );
});
