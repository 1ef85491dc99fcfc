import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { contestId, packageId, recentId, type ContestId, type PackageId, type RecentId } from '@shared/model/ids';
import type { Recent } from '@shared/model/snapshot';
import { exists, isErrno, removeLeftovers, writeAtomically } from './files';
import { attempt } from './fsFailure';
import { holdsMore, readState, workingFolder } from './workingCopy';

/**
 * The start screen's list, `<data>/recents.json`, readable by this user of the computer only. It is not encrypted:
 * paths and times, no titles and no names of people.
 */
const entrySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('contest'), contestId, path: z.string(), openedAt: z.string() }),
  z.object({ kind: z.literal('ballot'), packageId, path: z.string(), openedAt: z.string() }),
  z.object({
    kind: z.literal('results'),
    contestId,
    number: z.number().int().min(1),
    path: z.string(),
    openedAt: z.string(),
  }),
]);
type Entry = z.output<typeof entrySchema>;

const kept = 12;

export type RecentTarget =
  | { readonly kind: 'contest'; readonly contestId: ContestId; readonly path: string }
  | { readonly kind: 'ballot'; readonly packageId: PackageId; readonly path: string }
  | { readonly kind: 'results'; readonly contestId: ContestId; readonly number: number; readonly path: string };

/** One entry per contest, ballot and sealed result, however often its file moves. */
export function idOf(target: RecentTarget): RecentId {
  switch (target.kind) {
    case 'contest':
      return recentId.parse(`c-${target.contestId}`);
    case 'ballot':
      return recentId.parse(`b-${target.packageId}`);
    case 'results':
      return recentId.parse(`r-${target.contestId}-${target.number}`);
  }
}

const fileOf = (dataDir: string) => join(dataDir, 'recents.json');

/** An unreadable list is an empty one: it holds nothing that cannot be opened otherwise. */
async function read(dataDir: string): Promise<readonly Entry[]> {
  try {
    const list = z.array(entrySchema).safeParse(JSON.parse(await readFile(fileOf(dataDir), 'utf8')));
    return list.success ? list.data : [];
  } catch (error) {
    if (error instanceof SyntaxError || isErrno(error, 'ENOENT')) return [];
    throw error;
  }
}

let last: Promise<unknown> = Promise.resolve();

/** One after the other: what a killed process left of an unfinished list is taken away, and never what is being written. */
function write(dataDir: string, entries: readonly Entry[]): Promise<void> {
  const written = last.then(async () => {
    await removeLeftovers(dataDir, `.${basename(fileOf(dataDir))}.`);
    await writeAtomically(fileOf(dataDir), Buffer.from(JSON.stringify(entries)));
  });
  // Whoever asked for it hears of a failure; the next one is written all the same.
  last = written.catch(() => undefined);
  return written;
}

/** Last opened first. */
export async function listRecents(dataDir: string): Promise<readonly Recent[]> {
  return Promise.all((await read(dataDir)).map((entry) => describe(dataDir, entry)));
}

export async function findRecent(dataDir: string, id: RecentId): Promise<RecentTarget | null> {
  return (await read(dataDir)).find((entry) => idOf(entry) === id) ?? null;
}

/**
 * Puts the target first; an earlier entry for the same contest or ballot goes. A computer that has no room for the list
 * has opened the file all the same.
 */
export async function rememberRecent(dataDir: string, target: RecentTarget): Promise<void> {
  const entry: Entry = { ...target, openedAt: new Date().toISOString() };
  const others = (await read(dataDir)).filter((each) => idOf(each) !== idOf(target));
  await attempt(target.path, () => write(dataDir, [entry, ...others].slice(0, kept)));
}

/** The contest goes on in another file; where it is not on the list (the demo) nothing is added. */
export async function relocateRecent(dataDir: string, id: ContestId, path: string): Promise<void> {
  const entries = await read(dataDir);
  const moved = entries.map((entry) =>
    entry.kind === 'contest' && entry.contestId === id ? { ...entry, path } : entry,
  );
  if (moved.some((entry, at) => entry.path !== entries[at]?.path)) await write(dataDir, moved);
}

/** Takes the entry off the list; the working copy and the kept versions stay. */
export async function forgetRecent(dataDir: string, id: RecentId): Promise<void> {
  const others = (await read(dataDir)).filter((entry) => idOf(entry) !== id);
  await write(dataDir, others);
}

async function describe(dataDir: string, entry: Entry): Promise<Recent> {
  const there = await attempt(entry.path, () => exists(entry.path));
  return {
    id: idOf(entry),
    kind: entry.kind,
    name: basename(entry.path),
    folderName: basename(dirname(entry.path)),
    openedAt: entry.openedAt,
    missing: !there.ok || !there.value,
    unpublished: entry.kind === 'contest' && hasUnpublishedWork(dataDir, entry.contestId),
  };
}

function hasUnpublishedWork(dataDir: string, id: ContestId): boolean {
  const folder = workingFolder(dataDir, id);
  return holdsMore(folder, readState(folder));
}
