import type { Rectangle } from 'electron';

/** Where a window was left. Positions run over all screens, so they also tell on which one it was. */
export interface WindowState extends Rectangle {
  readonly maximised: boolean;
}

const farthest = 100_000;
const isPixels = (value: unknown): value is number => Number.isInteger(value) && Math.abs(Number(value)) <= farthest;

/** The state that was written as `value`, if it is one. By hand: the window waits for this, and not for the schema library. */
export function windowStateIn(value: unknown): WindowState | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { x, y, width, height, maximised }: Partial<Record<keyof WindowState, unknown>> = value;
  if (!isPixels(x) || !isPixels(y) || !isPixels(width) || !isPixels(height)) return undefined;
  return typeof maximised === 'boolean' ? { x, y, width, height, maximised } : undefined;
}

export const leastSize = { width: 960, height: 600 };
export const usualSize = { width: 1280, height: 800 };
/** So much of the top of a window must be on a screen for a hand to find it. */
const grip = { width: 120, height: 32 };

/** The place kept in `state`, if it can be seen on one of the screens that are there now; of those, the usable areas. */
export function visiblePlace(state: WindowState, areas: readonly Rectangle[]): Rectangle | undefined {
  const area = areas.find(
    (each) =>
      Math.min(state.x + state.width, each.x + each.width) - Math.max(state.x, each.x) >= grip.width &&
      state.y >= each.y &&
      state.y + grip.height <= each.y + each.height,
  );
  if (area === undefined) return undefined;
  // A screen may have become smaller since.
  const fitted = (size: number, least: number, most: number) => Math.max(least, Math.min(size, most));
  return {
    x: state.x,
    y: state.y,
    width: fitted(state.width, leastSize.width, area.width),
    height: fitted(state.height, leastSize.height, area.height),
  };
}
