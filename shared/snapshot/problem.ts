import type { SnapshotProblem } from '../model/openSnapshot';

export type Path = readonly (string | number)[];

export function written(path: readonly PropertyKey[]): string {
  let text = '';
  for (const part of path) {
    if (typeof part === 'number') text += `[${part}]`;
    else if (/^[A-Za-z_$][\w$]*$/.test(String(part))) text += `${text === '' ? '' : '.'}${String(part)}`;
    else text += `[${JSON.stringify(String(part))}]`;
  }
  return text;
}

/** Thrown inside the snapshot's reading and caught by `rankSnapshot` alone, which turns it into a value. */
export class SnapshotError extends Error {
  constructor(readonly problems: readonly SnapshotProblem[]) {
    super(problems.map((p) => `${p.path}: ${p.message}`).join('\n'));
  }
}

export function refuse(path: Path, message: string): never {
  throw new SnapshotError([{ path: written(path), message }]);
}
