import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

// The picture of the architecture is drawn from the imports; what is committed must be what the code gives today.

const root = resolve(import.meta.dirname, '../../..');

test('docs/pictures/architecture.svg shows the imports of today', () => {
  const code = `import { architecturePicture } from './scripts/lib/architecture.mjs';
    process.stdout.write(architecturePicture(${JSON.stringify(root)}));`;
  const today = execFileSync(process.execPath, ['--input-type=module', '-e', code], { cwd: root, encoding: 'utf8' });
  const committed = readFileSync(join(root, 'docs/pictures/architecture.svg'), 'utf8').replaceAll('\r\n', '\n');
  expect(today === committed, 'Who imports whom has changed. Renew the picture: npm run diagram').toBe(true);
});

test('every file that docs/architecture.md names is there', () => {
  const text = readFileSync(join(root, 'docs/architecture.md'), 'utf8');
  const named = [...text.matchAll(/`((?:electron|renderer|shared|resources|test|scripts)\/[\w./-]*)`/g)].map(
    ([, path = '']) => path,
  );
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});
