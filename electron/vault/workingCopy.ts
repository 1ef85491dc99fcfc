import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { ContestId } from '@shared/model/ids';
import { fail, ok, type Result } from '@shared/result';
import { parseHead, pour, type ContainerHead } from './container';
import type { Slot } from './slots';
import { isErrno, makePrivateFolder, privateFile, removeLeftovers, writeAtomicallySync } from './files';

/**
 * `<data>/contests/<contest id>/`: the encrypted database the application works in, a copy of the container's head
 * beside it (so that the contest opens when the stick is gone), and what this computer knows about the file.
 */
export interface WorkingFolder {
  readonly root: string;
  readonly body: string;
  readonly head: string;
  /** The pair that is about to take their place; see nextCopy.ts. */
  readonly nextBody: string;
  readonly nextHead: string;
  readonly state: string;
  readonly versions: string;
}

export function workingFolder(dataDir: string, contestId: ContestId): WorkingFolder {
  const root = join(dataDir, 'contests', contestId);
  return {
    root,
    body: join(root, 'body.db'),
    head: join(root, 'header.json'),
    nextBody: join(root, 'next-body.db'),
    nextHead: join(root, 'next-header.json'),
    state: join(root, 'state.json'),
    versions: join(root, 'versions'),
  };
}

export async function prepareFolder(folder: WorkingFolder): Promise<void> {
  await makePrivateFolder(folder.versions);
}

/** What a killed process may have left; only while holding the lock. */
export async function tidyFolder(folder: WorkingFolder): Promise<void> {
  await removeLeftovers(folder.root, '');
  await removeLeftovers(folder.versions, '');
}

/** A body that no write has touched since has the same length and modification time. Reads no byte of it. */
const stampSchema = z.object({ bytes: z.number().int(), mtimeNs: z.string() });
export type Stamp = z.output<typeof stampSchema>;

const stateSchema = z.object({
  /** Where the file is, or was when last seen. */
  path: z.string().min(1),
  /** SHA-256 of the head of the file as last read or written here; null before the first publication. */
  knownHead: z.string().nullable(),
  /** The highest publish counter this computer has seen of the contest. */
  seenCounter: z.number().int().min(0),
  savedAt: z.string(),
  publishedAt: z.string().nullable(),
  /** The body as it was when it held exactly what the file holds; null while it holds more. */
  settled: stampSchema.nullable(),
  /** A publication that was about to be put in place: found there after a crash, it is known as ours. */
  pending: z
    .object({
      path: z.string(),
      head: z.string(),
      counter: z.number().int(),
      publishedAt: z.string(),
      stamp: stampSchema,
    })
    .nullable(),
  /** The medium that the file was on when it was last there (`mediumOf`); null: not known. */
  medium: z.number().nullable().default(null),
  /** A file of another hand lay where ours belonged, so ours went beside it; until people say which one to go on with. */
  other: z.object({ path: z.string(), head: z.string() }).nullable().default(null),
  /** Ids of slots of keys that were replaced, as far as this computer saw it: a file that has one is of a former key. */
  retiredSlots: z.array(z.string()).readonly().default([]),
});
export type WorkingState = z.output<typeof stateSchema>;

/** Null when there is none, or it cannot be read: then the working copy counts as holding unpublished work. */
export function readState(folder: WorkingFolder): WorkingState | null {
  const text = readIfThere(folder.state);
  if (text === null) return null;
  try {
    const state = stateSchema.safeParse(JSON.parse(text.toString('utf8')));
    return state.success ? state.data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

export function writeState(folder: WorkingFolder, state: WorkingState, durable = true): void {
  writeAtomicallySync(folder.state, Buffer.from(JSON.stringify(state)), durable);
}

/** The copy of the head; null when it is missing or not whole (it is written again at the next opening). */
export function readLocalHead(folder: WorkingFolder): ContainerHead | null {
  const bytes = readIfThere(folder.head);
  const head = bytes === null ? null : parseHead(bytes, 'header.json');
  return head?.ok === true ? head.value : null;
}

export function writeLocalHead(folder: Pick<WorkingFolder, 'head'>, raw: Uint8Array): void {
  writeAtomicallySync(folder.head, raw, true);
}

export const headHash = (raw: Uint8Array): string => createHash('sha256').update(raw).digest('hex');

export function stampOf(path: string): Stamp | null {
  try {
    const { size, mtimeNs } = statSync(path, { bigint: true });
    return { bytes: Number(size), mtimeNs: String(mtimeNs) };
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return null;
    throw error;
  }
}

/** What this computer knows once the pending publication has turned up in its place. */
export function adoptPending(state: WorkingState): WorkingState {
  const { pending } = state;
  if (pending === null) return state;
  return {
    ...state,
    path: pending.path,
    knownHead: pending.head,
    seenCounter: Math.max(state.seenCounter, pending.counter),
    publishedAt: pending.publishedAt,
    settled: pending.stamp,
    pending: null,
  };
}

/** What this computer knows once the key that `slots` wrapped is replaced; a contest has few keys in its life. */
export const retire = (state: WorkingState, slots: readonly Slot[]): WorkingState => ({
  ...state,
  retiredSlots: [...state.retiredSlots, ...slots.map(({ id }) => id)].slice(-99),
});

/** Whether the working copy holds something that the file, as this computer last knew it, does not. */
export function holdsMore(folder: WorkingFolder, state: WorkingState | null): boolean {
  const now = stampOf(folder.body);
  if (now === null) return false;
  if (state?.settled == null) return true;
  const hotJournal = (stampOf(`${folder.body}-journal`)?.bytes ?? 0) > 0;
  return hotJournal || now.bytes !== state.settled.bytes || now.mtimeNs !== state.settled.mtimeNs;
}

/** The body of the container at `path`, as a file of its own. altered: it is not the one that the head names. */
export async function copyBody(path: string, head: ContainerHead, to: string, file: string): Promise<Result<null>> {
  const handle = await open(to, 'w', privateFile);
  let poured;
  try {
    poured = await pour(path, head.raw.length, handle);
    await handle.sync();
  } finally {
    await handle.close();
  }
  if (poured.sha256 === head.header.body.sha256) return ok(null);
  await rm(to, { force: true });
  return fail({ code: 'altered', file });
}

function readIfThere(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return null;
    throw error;
  }
}
