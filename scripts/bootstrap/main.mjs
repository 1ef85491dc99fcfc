// Stands in for Electron's own default_app where Electron comes without it: loads the application whose folder (or main
// file) is the first argument that is not a switch.
import { app } from 'electron';
import { createRequire } from 'node:module';
import { readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
const args = process.argv.slice(1);
let at = 0;
while (at < args.length && args[at].startsWith('-')) {
  // Playwright preloads its loader with -r.
  if (args[at] === '-r' || args[at] === '--require') require(resolve(args[++at]));
  at++;
}
if (at >= args.length) {
  process.stderr.write('usage: electron <application folder> [arguments]\n');
  app.exit(2);
} else {
  const target = resolve(args[at]);
  const isFolder = statSync(target).isDirectory();
  const manifest = isFolder ? JSON.parse(readFileSync(join(target, 'package.json'), 'utf8')) : {};
  const name = manifest.productName ?? manifest.name;
  if (manifest.version) app.setVersion(manifest.version);
  if (name) app.setName(name);
  process.defaultApp = true;
  app.setAppPath(isFolder ? target : dirname(target));
  await import(pathToFileURL(isFolder ? join(target, manifest.main ?? 'index.js') : target).href);
}
