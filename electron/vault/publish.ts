import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { Failure } from '@shared/errors';
import { fail, ok, type Result } from '@shared/result';
import { encodeHead, pour, readHead, type Header } from './container';
import { exists, privateFile, syncFolder } from './files';
import { attempt } from './fsFailure';
import { keepVersion } from './versions';
import { headHash, type WorkingFolder } from './workingCopy';

export interface PublishJob {
  readonly folder: WorkingFolder;
  /** A compact copy of the body under the same key; removed afterwards. */
  readonly body: string;
  /** Everything but the body's measure, which is taken here. */
  readonly header: Omit<Header, 'body'>;
  readonly key: Uint8Array;
  readonly target: string;
  /** Hashes of heads that the target may have without anybody else having written it; null: it may be replaced. */
  readonly knownHeads: readonly string[] | null;
  /** Called right before the file is put in its place: whoever finds it there after a crash must know it as ours. */
  readonly onStaged: (staged: Staged) => void;
}

export interface Staged {
  readonly path: string;
  readonly header: Header;
  readonly raw: Uint8Array;
}

export interface Published extends Staged {
  /** The target had changed underneath: ours lies beside it under `path`. */
  readonly keptBoth: boolean;
  /** The file is written, but this version could not be kept on this computer. */
  readonly problem: Failure | null;
}

/**
 * Writes the container beside its target, makes it durable, and puts it in the target's place by one rename: at every
 * moment the target is either the old or the new file, whole. On any failure it is untouched.
 */
export async function publishContainer(job: PublishJob): Promise<Result<Published>> {
  const staged = join(job.folder.versions, `next-${randomBytes(4).toString('hex')}.tmp`);
  try {
    const container = await attempt(job.target, () => assemble(job, staged));
    if (!container.ok) return container;
    const target = await chooseTarget(job.target, job.knownHeads);
    if (!target.ok) return target;
    const { raw, header } = container.value;
    const { path, keptBoth } = target.value;
    job.onStaged({ path, header, raw });
    const written = await attempt(path, () => putInPlace(staged, path, job.header.contestId));
    if (!written.ok) return fail(await mediumGone(written.failure, job.target));
    const kept = await attempt(job.target, () => keepVersion(job.folder, staged, raw, header.counter));
    return ok({ path, keptBoth, header, raw, problem: kept.ok ? null : kept.failure });
  } finally {
    await rm(staged, { force: true });
    await rm(job.body, { force: true });
  }
}

async function assemble(
  job: PublishJob,
  staged: string,
): Promise<{ readonly header: Header; readonly raw: Uint8Array }> {
  const header: Header = { ...job.header, body: await pour(job.body, 0, null) };
  const raw = encodeHead(header, job.key);
  const handle = await open(staged, 'wx', privateFile);
  try {
    await handle.writeFile(raw);
    await pour(job.body, 0, handle);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { header, raw };
}

/** The target itself while it is as we know it or is not there; else the first free `Name (2).tarazy` beside it. */
async function chooseTarget(
  path: string,
  knownHeads: readonly string[] | null,
): Promise<Result<{ readonly path: string; readonly keptBoth: boolean }>> {
  if (knownHeads === null) return ok({ path, keptBoth: false });
  const head = await readHead(path);
  if (head.ok && knownHeads.includes(headHash(head.value.raw))) return ok({ path, keptBoth: false });
  if (!head.ok) {
    const { code } = head.failure;
    if (code === 'not-found') {
      const gone = await mediumGone(head.failure, path);
      return gone.code === 'medium-gone' ? fail(gone) : ok({ path, keptBoth: false });
    }
    const readable = code === 'damaged' || code === 'not-this-kind' || code === 'newer-format';
    if (!readable) return head;
  }
  return attempt(path, async () => ({ path: await freeName(path), keptBoth: true }));
}

async function freeName(path: string): Promise<string> {
  const extension = extname(path);
  const stem = basename(path, extension).replace(/ \(\d+\)$/, '');
  for (let n = 2; ; n++) {
    const candidate = join(dirname(path), `${stem} (${n})${extension}`);
    if (!(await exists(candidate))) return candidate;
  }
}

export const leftoverPrefix = (contestId: string): string => `.tarazy-${contestId.slice(0, 8)}-`;

async function putInPlace(staged: string, target: string, contestId: string): Promise<void> {
  const temporary = join(dirname(target), `${leftoverPrefix(contestId)}${randomBytes(4).toString('hex')}.tmp`);
  try {
    const handle = await open(temporary, 'wx');
    try {
      await pour(staged, 0, handle);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, target);
  } catch (error) {
    await removeIfPossible(temporary);
    throw error;
  }
  await syncFolder(dirname(target));
}

/** On a medium that was pulled or is full even removing may fail; the error that matters is the first one. */
async function removeIfPossible(path: string): Promise<void> {
  await attempt(path, () => rm(path, { force: true }));
}

/** Whatever went wrong: when the whole folder is no longer there, the stick was pulled or the share is away. */
async function mediumGone(failure: Failure, target: string): Promise<Failure> {
  const folder = await attempt(target, () => exists(dirname(target)));
  return folder.ok && folder.value ? failure : { code: 'medium-gone', file: basename(target) };
}
