import { writeFile } from 'node:fs/promises';
import { rankSnapshot } from '@shared/snapshot/rank';
import type { Snapshot } from '@shared/snapshot/schema';
import type { Result } from '@shared/result';
import type { Progress } from './winnersWorkbook';
import { writeWhole } from './wholeFile';

/**
 * Writes an open snapshot with its computed result as JSON to `path`, replacing what is there, whole or not at all.
 * Fails with `cancelled`, or with what the disk says. A snapshot that cannot be ranked is a bug and throws.
 */
export async function writeOpenSnapshot(
  snapshot: Snapshot,
  path: string,
  progress: Progress = () => undefined,
  signal?: AbortSignal,
): Promise<Result<null>> {
  progress(0, 1);
  const ranked = rankSnapshot(snapshot);
  if (!ranked.ok) throw new Error(ranked.problems.map((each) => `${each.path}: ${each.message}`).join('\n'));
  return writeWhole(
    path,
    async (temporary) => {
      if (signal?.aborted === true) return false;
      await writeFile(temporary, `${JSON.stringify({ ...snapshot, result: ranked.value }, null, 1)}\n`);
      progress(1, 1);
      return true;
    },
    signal,
  );
}
