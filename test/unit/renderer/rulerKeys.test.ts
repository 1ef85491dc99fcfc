import { describe, expect, it } from 'vitest';
import { parseFigure } from '../../../renderer/components/figureText';
import { cellRuns } from '../../../renderer/components/matrixRuns';
import { figureKey, nearestValue, nothingTyped, typeOnRuler, type Typed } from '../../../renderer/components/rulerKeys';

const ten = { min: 0, max: 10, step: 1 };
const halves = { min: 1, max: 5, step: 0.5 };

/** Types keys 100 ms apart (or as far as given) and returns the marks that were put. */
function type(scale: typeof ten, keys: string, gap = 100): readonly number[] {
  const marks: number[] = [];
  let typed: Typed = nothingTyped;
  [...keys].forEach((key, index) => {
    const result = typeOnRuler(scale, typed, key, 5000 + index * gap);
    typed = result.typed;
    if (result.value !== undefined) marks.push(result.value);
  });
  return marks;
}

describe('typing on a ruler', () => {
  it('puts a digit at once and makes ten of one and zero', () => {
    expect(type(ten, '7')).toEqual([7]);
    expect(type(ten, '10')).toEqual([1, 10]);
  });
  it('takes keys that are far apart as two marks', () => {
    expect(type(ten, '10', 3000)).toEqual([1, 0]);
  });
  it('begins anew when digits together are not on the scale', () => {
    expect(type(ten, '85')).toEqual([8, 5]);
    expect(type(ten, '109')).toEqual([1, 10, 9]);
  });
  it('reads decimals with comma or point', () => {
    expect(type(halves, '3,5')).toEqual([3, 3.5]);
    expect(type(halves, '3.5')).toEqual([3, 3.5]);
  });
  it('ignores what is not on the scale', () => {
    expect(type(halves, '9')).toEqual([]);
    expect(type({ min: 1, max: 5, step: 1 }, '0')).toEqual([]);
  });
});

describe('scale', () => {
  it('finds the nearest value, of two equally near the lower', () => {
    expect(nearestValue(halves, 3.7)).toBe(3.5);
    expect(nearestValue(ten, 4.5)).toBe(4);
    expect(nearestValue(ten, -3)).toBe(0);
    expect(nearestValue({ min: 0, max: 100, step: 0.1 }, 87.34)).toBe(87.3);
  });
});

describe('typed figures', () => {
  it('are read with comma, point, and any kind of space', () => {
    expect(parseFigure('87,5')).toBe(87.5);
    expect(parseFigure(' 1\u00A0234.5 ')).toBe(1234.5);
    expect(parseFigure('−3')).toBe(-3);
    expect(parseFigure('7,')).toBe(7);
  });
  it('are not guessed at', () => {
    for (const text of ['', 'abc', '1,2,3', '7a', ',', '1e5']) expect(parseFigure(text)).toBeNull();
  });
});

describe('pieces of the progress matrix', () => {
  it('are single cells with a gap between groups', () => {
    const runs = cellRuns([2, 1], ['scored', 'blank', 'scored'], false);
    expect(runs.map((run) => (run.kind === 'gap' ? 'gap' : run.state))).toEqual(['scored', 'blank', 'gap', 'scored']);
  });
  it('are merged within a group only, and nothing is lost', () => {
    const runs = cellRuns([3, 2], ['scored', 'scored', 'blank', 'blank', 'blank'], true);
    expect(
      runs.map((run) => (run.kind === 'gap' ? 'gap' : `${run.state} ${String(run.from)}+${String(run.length)}`)),
    ).toEqual(['scored 0+2', 'blank 2+1', 'gap', 'blank 3+2']);
  });
});

describe('the row of digits', () => {
  it('is read by its place on layouts that have letters there', () => {
    expect(figureKey({ key: 'ғ', code: 'Digit5', shiftKey: false })).toBe('5');
    expect(figureKey({ key: ',', code: 'Digit6', shiftKey: false })).toBe('6');
  });

  it('keeps its other signs, the number pad and the decimal mark as they are', () => {
    expect(figureKey({ key: '%', code: 'Digit5', shiftKey: true })).toBe('%');
    expect(figureKey({ key: '7', code: 'Numpad7', shiftKey: false })).toBe('7');
    expect(figureKey({ key: ',', code: 'NumpadDecimal', shiftKey: false })).toBe(',');
  });
});
