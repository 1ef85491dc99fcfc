import { randomBytes } from 'node:crypto';
import { open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { Failure } from '@shared/errors';
import { fail, ok, type Result } from '@shared/result';
import { encodeHead, pour, readHead, type Header } from './container';
import { exists, isErrno, privateFile, syncFolder } from './files';
import { attempt, attemptNow } from './fsFailure';
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
  /** The medium that the target lay on when it was last seen (`mediumOf`); null: not known. */
  readonly medium: number | null;
  /** Called right before the file is put in its place: whoever finds it there after a crash must know it as ours. */
  readonly onStaged: (staged: Staged) => void;
}

export interface Staged {
  readonly path: string;
  readonly header: Header;
  readonly raw: Uint8Array;
}

export interface Published extends Staged {
  /** The target had changed underneath, into this file: ours lies beside it under `path`. */
  readonly other: OtherFile | null;
  readonly medium: number | null;
  /** The file is written, but this version could not be kept on this computer. */
  readonly problem: Failure | null;
}

export interface OtherFile {
  readonly path: string;
  /** SHA-256 of its head; empty where it has none that can be read. */
  readonly head: string;
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
    const target = await chooseTarget(job);
    if (!target.ok) return target;
    const { raw, header } = container.value;
    const { path, other } = target.value;
    const noted = attemptNow(path, () => job.onStaged({ path, header, raw }));
    if (!noted.ok) return noted;
    const written = await attempt(path, () => putInPlace(staged, path, job.header.contestId));
    if (!written.ok) return fail(await mediumGone(written.failure, job.target));
    const kept = await attempt(job.target, () => keepVersion(job.folder, staged, raw, header.counter));
    const medium = await mediumOf(path);
    return ok({ path, other, header, raw, medium, problem: kept.ok ? null : kept.failure });
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
async function chooseTarget({
  target: path,
  knownHeads,
  medium,
}: PublishJob): Promise<Result<{ readonly path: string; readonly other: OtherFile | null }>> {
  if (knownHeads === null) return ok({ path, other: null });
  const head = await readHead(path);
  const hash = head.ok ? headHash(head.value.raw) : '';
  if (head.ok && knownHeads.includes(hash)) return ok({ path, other: null });
  if (!head.ok) {
    const { code } = head.failure;
    if (code === 'not-found') {
      const gone = await mediumGone(head.failure, path, medium);
      return gone.code === 'medium-gone' ? fail(gone) : ok({ path, other: null });
    }
    const readable = code === 'damaged' || code === 'not-this-kind' || code === 'newer-format';
    if (!readable) return head;
  }
  return attempt(path, async () => ({ path: await freeName(path), other: { path, head: hash } }));
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

/**
 * Whatever went wrong: when the whole folder is no longer there, the stick was pulled or the share is away. So it is
 * when the folder is on another medium than before: what remains of an unmounted stick is an empty folder of the
 * computer itself, and the contest does not belong there.
 */
async function mediumGone(failure: Failure, target: string, medium: number | null = null): Promise<Failure> {
  const here = await attempt(target, () => mediumOf(target));
  const isThere = here.ok && here.value !== null && (medium === null || here.value === medium);
  return isThere ? failure : { code: 'medium-gone', file: basename(target) };
}

/** What tells the medium that a file's folder is on from others; null when the folder is not there. */
export async function mediumOf(path: string): Promise<number | null> {
  try {
    return (await stat(dirname(path))).dev;
  } catch (error) {
    if (isErrno(error, 'ENOENT', 'ENOTDIR')) return null;
    throw error;
  }
}
