// Playwright in the real application, on a virtual display.
import { childEnv, run } from './process.mjs';
import { withDisplay } from './display.mjs';
import { electronEnv } from './electron.mjs';

/** Runs the given projects with `runtime`; more arguments go to Playwright as they are. */
export function playwright(runtime, projects, args = [], { quiet = false, env = {} } = {}) {
  const chosen = projects.map((name) => `--project=${name}`);
  return withDisplay((display) =>
    run('playwright', ['test', ...chosen, ...args], {
      quiet,
      env: childEnv({ ...electronEnv(runtime), ...display, ...env }),
    }),
  );
}
