// Where the built engine of `npm run rank` lies: a file named by the hash of what it is made of. Imports nothing of ours,
// for this is all that runs when the file is there.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const rankFolder = join(root, 'out', 'rank');

const made = ['shared/domain', 'shared/snapshot', 'shared/model'];
const by = ['package-lock.json', 'vite.rank.config.ts', 'tsconfig.base.json'];

function sources(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? sources(join(folder, entry.name)) : [join(folder, entry.name)]));
}

/** The file that holds the engine as the sources are now; it need not exist yet. */
export function rankBundle() {
  const hash = createHash('sha256');
  const files = [...made.flatMap((folder) => sources(join(root, folder))), ...by.map((file) => join(root, file))];
  for (const file of files)
    hash.update(`${relative(root, file)}\0`).update(createHash('sha256').update(readFileSync(file)).digest());
  return join(rankFolder, `${hash.digest('hex').slice(0, 16)}.mjs`);
}
