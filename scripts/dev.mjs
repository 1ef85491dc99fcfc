// npm run dev: the application with hot reload.
import { prepared } from './lib/dependencies.mjs';
import { childEnv, run } from './lib/process.mjs';

await prepared(import.meta.filename, async () => {
  const { electronEnv, findElectron } = await import('./lib/electron.mjs');
  const { ensureSystemFor, hasDisplay } = await import('./lib/system.mjs');
  const { withDisplay } = await import('./lib/display.mjs');

  const runtime = await findElectron();
  await ensureSystemFor(runtime.executable, { display: !hasDisplay() });
  const start = async (display) =>
    (await run('electron-vite', ['dev', '--watch'], { env: childEnv({ ...electronEnv(runtime), ...display }) })).code;
  return hasDisplay() ? start({}) : withDisplay(start);
});
