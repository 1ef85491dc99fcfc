// npm run demo: the demonstration under a virtual display, also where there is a real one.
import { prepared } from './lib/dependencies.mjs';

await prepared(import.meta.filename, async () => {
  const { readyToRun } = await import('./lib/ready.mjs');
  const { playDemo } = await import('./lib/demo.mjs');
  return playDemo(await readyToRun());
});
