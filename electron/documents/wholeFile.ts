import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fail, ok, type Result } from '@shared/result';
import { syncFolder } from '../vault/files';
import { attempt } from '../vault/fsFailure';

/**
 * Puts a document at `path`, replacing what is there, whole or not at all: `write` lets it grow beside its place under a
 * temporary name (`.<name>.….tmp`), which a failed or stopped export removes. `write` says false when it was stopped.
 *
 * Fails with `cancelled`, or with what the disk says.
 */
export async function writeWhole(
  path: string,
  write: (temporary: string) => Promise<boolean>,
  signal?: AbortSignal,
): Promise<Result<null>> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
  const written = await attempt(path, async () => {
    try {
      if (!(await write(temporary))) return false;
      const handle = await open(temporary, 'r+');
      try {
        await handle.sync();
      } finally {
        await handle.close();
      }
      if (signal?.aborted === true) return false;
      await rename(temporary, path);
      await syncFolder(dirname(path));
      return true;
    } finally {
      await rm(temporary, { force: true });
    }
  });
  if (!written.ok) return written;
  return written.value ? ok(null) : fail({ code: 'cancelled' });
}
