// npm start: everything that is needed to see the application, from a fresh clone on; nothing twice.
import { spawn } from 'node:child_process';
import { prepared } from './lib/dependencies.mjs';
import { childEnv, endWithUs, root, say } from './lib/process.mjs';

await prepared(import.meta.filename, async () => {
  const { electronArgs, electronEnv, findElectron } = await import('./lib/electron.mjs');
  const { ensureSystemFor, hasDisplay } = await import('./lib/system.mjs');
  const { ensureBuild } = await import('./lib/build.mjs');

  const runtime = await findElectron();
  await ensureSystemFor(runtime.executable, { display: !hasDisplay() });
  await ensureBuild();
  if (!hasDisplay()) {
    say('There is no display here: playing the demonstration in the real application instead.\n');
    const { playDemo } = await import('./lib/demo.mjs');
    return playDemo(runtime);
  }
  const child = spawn(runtime.executable, [...electronArgs(), root, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: childEnv(electronEnv(runtime)),
  });
  endWithUs(child);
  return new Promise((done) => child.on('exit', (code, signal) => done(code ?? (signal ? 1 : 0))));
});
