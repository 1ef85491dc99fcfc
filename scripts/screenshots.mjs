// npm run screenshots: every screen in three languages and two themes, into screenshots/. With `-- docs` only what the
// documentation shows, into docs/pictures/ as well; with `-- quick` only Kazakh by day. The rest goes to Playwright.
import { prepared } from './lib/dependencies.mjs';

const [first, ...rest] = process.argv.slice(2);
const isChoice = first === 'docs' || first === 'quick';

await prepared(import.meta.filename, async () => {
  const { readyToRun } = await import('./lib/ready.mjs');
  const { playwright } = await import('./lib/playwright.mjs');
  const args = ['--reporter=line', ...(isChoice ? rest : process.argv.slice(2))];
  const env = isChoice ? { TARAZY_PICTURES: first } : {};
  return (await playwright(await readyToRun(), ['screenshots'], args, { env })).code;
});
