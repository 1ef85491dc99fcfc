// Playwright in the real application, on a virtual display.
import { childEnv, run } from './process.mjs';
import { withDisplay } from './display.mjs';
import { electronEnv } from './electron.mjs';

/**
 * Runs the given projects with `runtime`; more arguments go to Playwright as they are. Every worker has a display of its
 * own: windows on one display would take the keyboard from each other.
 */
export function playwright(runtime, projects, args = [], { quiet = false, env = {}, workers = 1 } = {}) {
  const chosen = projects.map((name) => `--project=${name}`);
  return withDisplays(workers, (displays) =>
    run('playwright', ['test', ...chosen, `--workers=${workers}`, ...args], {
      quiet,
      env: childEnv({
        ...electronEnv(runtime),
        ...displays[0],
        TARAZY_DISPLAYS: displays.map(({ DISPLAY = '' }) => DISPLAY).join(' '),
        ...env,
      }),
    }),
  );
}

/** Calls `body` with as many displays as are asked for, one within the other. */
const withDisplays = (count, body, before = []) =>
  count === 0 ? body(before) : withDisplay((display) => withDisplays(count - 1, body, [...before, display]));
