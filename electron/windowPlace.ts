import type { Rectangle } from 'electron';
import { z } from 'zod';

const pixels = z.number().int().min(-100_000).max(100_000);
export const windowState = z.object({ x: pixels, y: pixels, width: pixels, height: pixels, maximised: z.boolean() });
/** Where a window was left. Positions run over all screens, so they also tell on which one it was. */
export type WindowState = z.output<typeof windowState>;

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
