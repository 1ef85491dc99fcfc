import { expect, test } from 'vitest';
import { visiblePlace, windowStateIn } from '../../../electron/windowPlace';

const laptop = { x: 0, y: 0, width: 1366, height: 728 };
const beamer = { x: 1366, y: 0, width: 1920, height: 1040 };
const left = { x: 1500, y: 100, width: 1400, height: 900, maximised: false };

test('a window comes back to the screen on which it was left', () => {
  expect(visiblePlace(left, [laptop, beamer])).toEqual({ x: 1500, y: 100, width: 1400, height: 900 });
});

test.each([
  ['the screen is gone', left, [laptop]],
  ['it hangs over the right edge but for a strip', { ...left, x: 1366 - 60 }, [laptop]],
  ['its title is above the screen', { ...left, x: 10, y: -40 }, [laptop]],
  ['its title is below the screen', { ...left, x: 10, y: 720 }, [laptop]],
])('it is not put where no hand finds it: %s', (_what, state, areas) => {
  expect(visiblePlace(state, areas)).toBeUndefined();
});

test('on a screen that has become smaller it is no larger than that, and never too small to work in', () => {
  expect(visiblePlace({ ...left, x: 0, y: 0 }, [laptop])).toMatchObject({ width: 1366, height: 728 });
  expect(visiblePlace({ ...left, x: 0, y: 0 }, [{ ...laptop, width: 800 }])).toMatchObject({ width: 960 });
});

test.each([{}, { ...left, x: 'left' }, { ...left, width: Number.NaN }, { ...left, y: 1e12 }])(
  'a file with %o in it is none',
  (broken) => {
    expect(windowStateIn(broken)).toBeUndefined();
  },
);

test('a file that was written whole is read as it was written', () => {
  expect(windowStateIn(JSON.parse(JSON.stringify(left)))).toEqual(left);
});
