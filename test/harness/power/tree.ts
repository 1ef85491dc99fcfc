import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tree } from './disk';
import type { Content } from './inode';

/** What lies in `root` now. */
export function readTree(root: string): Tree {
  const tree = new Map<string, Content | null>();
  for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    const path = join(root, name);
    const found = statSync(path);
    tree.set(path, found.isDirectory() ? null : { bytes: readFileSync(path), time: Math.floor(found.mtimeMs / 1000) });
  }
  return tree;
}

/** Makes `root` hold exactly this, times of modification included. */
export function writeTree(root: string, tree: Tree): void {
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  for (const [path, content] of [...tree].toSorted(([a], [b]) => a.length - b.length)) {
    if (content === null) {
      mkdirSync(path);
      continue;
    }
    writeFileSync(path, content.bytes);
    if (content.time !== null) utimesSync(path, content.time, content.time);
  }
}

export function hashOf(tree: Tree): string {
  const hash = createHash('sha1');
  for (const [path, content] of [...tree].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    hash.update(`${path}\0${content?.bytes.length ?? 'folder'}\0${content?.time ?? ''}\0`);
    if (content !== null) hash.update(content.bytes);
  }
  return hash.digest('base64');
}

/** Where two trees differ in what they hold; null when they do not. */
export function firstDifference(a: Tree, b: Tree): string | null {
  for (const path of new Set([...a.keys(), ...b.keys()])) {
    const one = a.get(path);
    const other = b.get(path);
    if (one === undefined || other === undefined) return `${path} is only in one`;
    if ((one === null) !== (other === null)) return `${path} is a folder only in one`;
    if (one !== null && other !== null && !one.bytes.equals(other.bytes)) return `${path} has another content`;
  }
  return null;
}
