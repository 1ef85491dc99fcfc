// npm run screenshots: every screen in three languages and two themes, into screenshots/.
import { prepared } from './lib/dependencies.mjs';

await prepared(import.meta.filename, async () => {
  const { readyToRun } = await import('./lib/ready.mjs');
  const { playwright } = await import('./lib/playwright.mjs');
  return (await playwright(await readyToRun(), ['screenshots'], ['--reporter=line', ...process.argv.slice(2)])).code;
});
