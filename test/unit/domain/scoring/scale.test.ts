import { describe, expect, it } from 'vitest';
import { fromDecimal, rational } from '@shared/domain/rational';
import {
  decimalsOf,
  exactValue,
  isOnScale,
  stepFromText,
  stepIndex,
  stepsOf,
  toStep,
  valueOf,
  values,
  valueText,
} from '@shared/domain/scale';

const tenths = { min: 0, max: 1, step: 0.1 };
const signed = { min: -3, max: 3, step: 0.25 };

describe('a scale', () => {
  it('turns values into steps and back without loss, where doubles would stumble', () => {
    for (const scale of [tenths, signed, { min: 1, max: 5, step: 1 }, { min: 0.0001, max: 1.0001, step: 0.0001 }]) {
      const index = stepIndex(scale);
      values(scale).forEach((value, k) => {
        expect(index.get(value)).toBe(k);
        expect(toStep(scale, value)).toEqual({ ok: true, value: k });
        expect(valueOf(scale, k)).toBe(value);
      });
    }
    expect(values(tenths)).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]);
    expect(exactValue(tenths, 3)).toEqual(rational(3, 10));
    expect(valueText(signed, 1)).toBe('-2.75');
    expect(decimalsOf(tenths)).toBe(1);
    expect(stepsOf(signed)).toBe(24);
  });

  it('refuses what is not on it', () => {
    for (const value of [-0.1, 1.1, 0.05, Number.NaN, Infinity]) {
      expect(toStep(tenths, value)).toEqual({ ok: false, failure: { code: 'mark-outside-scale', ...tenths } });
    }
    expect(isOnScale(tenths, 0.3)).toBe(true);
    expect(isOnScale(tenths, 0.30000000000000004)).toBe(false);
    expect(() => exactValue(tenths, 11)).toThrow(RangeError);
    expect(() => exactValue(tenths, -1)).toThrow(RangeError);
    expect(() => exactValue(tenths, 0.5)).toThrow(RangeError);
    expect(() => stepsOf({ min: 0, max: 1, step: 0.3 })).toThrow(RangeError);
  });

  it('reads typed marks with comma or point', () => {
    for (const text of ['0.7', '0,7', ' 0,70 ', '+0.7'])
      expect(stepFromText(tenths, text)).toEqual({ ok: true, value: 7 });
    expect(stepFromText(signed, '−2,5')).toEqual({ ok: true, value: 2 });
    expect(stepFromText(tenths, '0')).toEqual({ ok: true, value: 0 });
    for (const text of ['', '-', '0,7,1', '1e0', '0x1', '2', '.5', '0 7', 'NaN']) {
      expect(stepFromText(tenths, text).ok, text).toBe(false);
    }
    expect(fromDecimal('0.70')).toEqual(rational(7, 10));
  });
});
