// Everything that must be there before Playwright can drive the application.
import { ensureBuild } from './build.mjs';
import { findElectron } from './electron.mjs';
import { ensureSystemFor } from './system.mjs';

export async function readyToRun() {
  const runtime = await findElectron();
  await ensureSystemFor(runtime.executable, { display: true });
  await ensureBuild();
  return runtime;
}
