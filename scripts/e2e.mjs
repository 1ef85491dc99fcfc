// npm run e2e [-- playwright arguments]: end-to-end tests in the real application; without arguments all of them.
import { prepared } from './lib/dependencies.mjs';

await prepared(import.meta.filename, async () => {
  const { readyToRun } = await import('./lib/ready.mjs');
  const { playwright } = await import('./lib/playwright.mjs');
  const args = process.argv.slice(2);
  const projects = args.some((arg) => arg.startsWith('--project')) ? [] : ['e2e'];
  if (args.includes('--project=packaged')) await (await import('./lib/package.mjs')).ensurePackage();
  return (await playwright(await readyToRun(), projects, args)).code;
});
