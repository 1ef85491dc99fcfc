// The real imports between rooms, as dependency-cruiser sees them.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { roomOf } from './rooms.mjs';

/**
 * @returns {Map<string, Map<string, { count: number, typesOnly: boolean }>>} importer → imported → how much
 */
export function importsBetweenRooms(root) {
  const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const args = [cruiser, '--output-type', 'json', 'electron', 'renderer', 'shared'];
  const answer = execFileSync(process.execPath, args, { cwd: root, maxBuffer: 1 << 28, encoding: 'utf8' });
  const { modules } = JSON.parse(answer);
  const edges = new Map();
  for (const { source, dependencies } of modules) {
    const from = roomOf(source);
    for (const { resolved, dependencyTypes } of dependencies) {
      const to = roomOf(resolved);
      if (from === undefined || to === undefined || from === to) continue;
      if (!edges.has(from)) edges.set(from, new Map());
      const before = edges.get(from).get(to) ?? { count: 0, typesOnly: true };
      const typesOnly = before.typesOnly && dependencyTypes.includes('type-only');
      edges.get(from).set(to, { count: before.count + 1, typesOnly });
    }
  }
  if (edges.size === 0) throw new Error('dependency-cruiser saw no import: does it still read this TypeScript?');
  return edges;
}
