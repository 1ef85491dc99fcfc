// SHA256SUMS as sha256sum writes and checks it.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** One line for each file, by name; gives the path of the list, which lies beside the first of them. */
export function writeChecksums(files) {
  const lines = files
    .toSorted()
    .map((file) => `${createHash('sha256').update(readFileSync(file)).digest('hex')}  ${basename(file)}\n`);
  const list = join(dirname(files[0]), 'SHA256SUMS');
  writeFileSync(list, lines.join(''));
  return list;
}
