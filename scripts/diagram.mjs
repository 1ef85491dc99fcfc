// npm run diagram: docs/pictures/architecture.svg from the imports of today.
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { prepared } from './lib/dependencies.mjs';

await prepared(import.meta.filename, async () => {
  const { architecturePicture } = await import('./lib/architecture.mjs');
  const root = resolve(import.meta.dirname, '..');
  const file = join(root, 'docs/pictures/architecture.svg');
  writeFileSync(file, architecturePicture(root));
  console.log(file);
  return 0;
});
