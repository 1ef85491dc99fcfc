// The built application in out/, made anew only when something it is made of has changed.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { makeWindowIcon } from './icons.mjs';
import { Stop, childEnv, root, run, say } from './process.mjs';

const sources = [
  'electron',
  'renderer',
  'resources',
  'scripts/lib/firstLook.mjs',
  'scripts/lib/licences.mjs',
  'scripts/lib/licenceTexts.mjs',
  'shared',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
];
/** Says of what sources the build in out/ is. */
export const stampFile = join(root, 'out', '.built');

function files(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .toSorted()
    .flatMap((name) => files(join(path, name)));
}

/** A hash over names and contents of everything that the build reads. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((source) => files(join(root, source))))
    hash.update(`${relative(root, file)}\0`).update(createHash('sha256').update(readFileSync(file)).digest());
  return hash.digest('hex');
}

/** @returns {Promise<boolean>} whether there was anything to build */
export async function ensureBuild() {
  const wanted = fingerprint();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return false;
  say('Building the application …');
  // A build that fails half-way has already overwritten something: what is in out/ is then nobody's build.
  rmSync(stampFile, { force: true });
  const { code, output } = await run('electron-vite', ['build', '--logLevel', 'warn'], {
    quiet: true,
    env: childEnv({ NO_COLOR: '1', FORCE_COLOR: '0' }),
  });
  if (code !== 0) throw new Stop(`${output.trim()}\n\nThe build failed (exit code ${code}).`);
  makeWindowIcon();
  writeFileSync(stampFile, wanted);
  return true;
}
