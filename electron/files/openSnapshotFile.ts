import { basename } from 'node:path';
import type { SnapshotReading } from '@shared/model/openSnapshot';
import { fail, ok, type Result } from '@shared/result';
import { readSnapshot } from '@shared/snapshot/reading';
import { readAtMost } from '../exchange/readFile';
import { attempt } from '../vault/fsFailure';

/** Far more than a contest writes: 30 nominees, 6 criteria and 9 jurors are 60 kB. */
const maxBytes = 64 * 1024 * 1024;
/** Problems of a table of 10,000 wrong cells are told by their first. */
const told = 50;

/**
 * Reads an open snapshot and ranks it. A snapshot that contradicts itself is an answer (`refused`, with JSON paths).
 * Fails with `snapshot-too-large`, `snapshot-unreadable` (no JSON in UTF-8), or with what the disk says.
 */
export async function readSnapshotFile(path: string): Promise<Result<SnapshotReading>> {
  const file = basename(path);
  const bytes = await attempt(path, () => readAtMost(path, maxBytes));
  if (!bytes.ok) return bytes;
  if (bytes.value === null) return fail({ code: 'snapshot-too-large', file });
  const json = parsed(bytes.value);
  if (json === null) return fail({ code: 'snapshot-unreadable', file });
  const read = readSnapshot(json.value);
  if (read.ok) return ok({ file, kind: 'ranked', view: read.view });
  const { problems } = read;
  return ok({ file, kind: 'refused', problems: problems.slice(0, told), more: Math.max(0, problems.length - told) });
}

function parsed(bytes: Uint8Array): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return null;
    throw error;
  }
}
