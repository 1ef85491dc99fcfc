// npm run diagram: docs/pictures/architecture.svg from the imports of today.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepared } from './lib/dependencies.mjs';
import { root, say } from './lib/process.mjs';

await prepared(import.meta.filename, async () => {
  const { architecturePicture } = await import('./lib/architecture.mjs');
  const file = join(root, 'docs/pictures/architecture.svg');
  writeFileSync(file, architecturePicture(root));
  say(file);
  return 0;
});
