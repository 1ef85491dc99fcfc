// Everything that must be there before Playwright can drive the application.
import { ensureBuild } from './build.mjs';
import { findElectron } from './electron.mjs';
import { ensureDesktopBus, ensureSystemFor } from './system.mjs';

export async function readyToRun() {
  const runtime = await findElectron();
  await ensureSystemFor(runtime.executable, { display: true });
  await ensureDesktopBus();
  await ensureBuild();
  return runtime;
}
