import { copyFile, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ContestId } from '@shared/model/ids';
import type { Version } from '@shared/model/snapshot';
import { fail, ok, type Result } from '@shared/result';
import { readHead } from './container';
import { isErrno, syncFolder } from './files';
import { attempt } from './fsFailure';
import { headHash, workingFolder, type WorkingFolder } from './workingCopy';

/** The last published versions of a contest are kept on this computer, each a whole container with its own slots. */
const keptVersions = 5;

interface Kept {
  readonly path: string;
  readonly version: Version;
}

/** Newest first. Copies that are no longer whole are left out. */
async function keptIn(folder: WorkingFolder): Promise<readonly Kept[]> {
  let names: string[];
  try {
    names = await readdir(folder.versions);
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return [];
    throw error;
  }
  const kept: Kept[] = [];
  for (const name of names.filter((each) => each.endsWith('.tarazy'))) {
    const path = join(folder.versions, name);
    const head = await readHead(path);
    if (!head.ok) continue;
    const { counter, publishedAt } = head.value.header;
    kept.push({ path, version: { counter, publishedAt, bytes: (await stat(path)).size } });
  }
  return kept.toSorted(
    (a, b) => b.version.counter - a.version.counter || b.version.publishedAt.localeCompare(a.version.publishedAt, 'en'),
  );
}

/** Takes `staged` (a container inside the working folder) in as a version and drops what is beyond the last five. */
export async function keepVersion(
  folder: WorkingFolder,
  staged: string,
  raw: Uint8Array,
  counter: number,
): Promise<void> {
  const name = `${String(counter).padStart(8, '0')}-${headHash(raw).slice(0, 8)}.tarazy`;
  await rename(staged, join(folder.versions, name));
  await syncFolder(folder.versions);
  const kept = await keptIn(folder);
  for (const { path } of kept.slice(keptVersions)) await rm(path, { force: true });
}

/** Keeps a copy of a file that came from elsewhere, before the working copy goes on from it. */
export async function keepCopy(folder: WorkingFolder, path: string, raw: Uint8Array, counter: number): Promise<void> {
  const staged = join(folder.versions, 'seen.tmp');
  await copyFile(path, staged);
  await keepVersion(folder, staged, raw, counter);
}

/** Takes the kept versions before `counter` away: whoever has their old password and this computer could read them. */
export async function dropVersionsBefore(dataDir: string, contestId: ContestId, counter: number): Promise<void> {
  const folder = workingFolder(dataDir, contestId);
  for (const { path, version } of await keptIn(folder)) if (version.counter < counter) await rm(path, { force: true });
  await syncFolder(folder.versions);
}

export async function listVersions(dataDir: string, contestId: ContestId): Promise<readonly Version[]> {
  return (await keptIn(workingFolder(dataDir, contestId))).map((kept) => kept.version);
}

/**
 * Writes the kept version `counter` to `toPath`. Nothing is overwritten: exists when something is there. Opened
 * afterwards it is a genuine older file, and opens with that warning.
 */
export async function restoreVersion(
  dataDir: string,
  contestId: ContestId,
  counter: number,
  toPath: string,
): Promise<Result<null>> {
  const kept = (await keptIn(workingFolder(dataDir, contestId))).find((each) => each.version.counter === counter);
  if (kept === undefined) return fail({ code: 'gone', what: 'version' });
  const bytes = await attempt(toPath, async () => {
    const target = await open(toPath, 'wx');
    await target.close();
    await copyFile(kept.path, toPath);
  });
  return bytes.ok ? ok(null) : bytes;
}
