import { basename, dirname } from 'node:path';
import type { Failure } from '@shared/errors';
import type { ContestId } from '@shared/model/ids';
import type { OpenWarning } from '@shared/model/snapshot';
import { fail, ok, type Result } from '@shared/result';
import type { Heavy } from '../workers/heavy';
import type { BodyStore } from './body';
import { ContestVault, holderOf } from './contestVault';
import { pour, readHead, type ContainerHead } from './container';
import { removeLeftovers } from './files';
import { attempt, attemptNow } from './fsFailure';
import { bodyKey, headerIsGenuine } from './keys';
import { takeLock, type Lock } from './lock';
import { leftoverPrefix, mediumOf } from './publish';
import type { Secret } from './slots';
import { unlock, type Unlocked } from './unlock';
import { keepCopy } from './versions';
import {
  adoptPending,
  extractBody,
  headHash,
  holdsMore,
  prepareFolder,
  readLocalHead,
  readState,
  stampOf,
  tidyFolder,
  workingFolder,
  writeLocalHead,
  writeState,
  type WorkingFolder,
  type WorkingState,
} from './workingCopy';

export interface OpenContest {
  /** A file the user chose; or a contest this computer knows, which opens even where its file is gone or spoilt. */
  readonly from: { readonly path: string } | { readonly contestId: ContestId };
  readonly dataDir: string;
  readonly secret: Secret;
  readonly store: BodyStore;
  readonly heavy: Heavy;
}

export interface OpenedContest {
  readonly vault: ContestVault;
  readonly warnings: readonly OpenWarning[];
}

/** Where everything lies, before any key is known. */
interface Found {
  readonly contestId: ContestId;
  readonly folder: WorkingFolder;
  readonly path: string;
  readonly fileHead: ContainerHead | null;
  /** Why there is no `fileHead` although this computer knows the contest. */
  readonly problem: Failure | null;
}

/**
 * Opens a contest. not-this-kind, damaged, newer-format: from the head alone; in-use: another process works in it;
 * wrong-secret: no slot opens; altered: a slot opens, but the head's MAC or the body's hash is wrong.
 */
export async function openContestFile(input: OpenContest): Promise<Result<OpenedContest>> {
  const found = await find(input);
  if (!found.ok) return found;
  const { folder, path } = found.value;
  const prepared = await attempt(path, () => prepareFolder(folder));
  if (!prepared.ok) return prepared;
  const lock = await attempt(path, () => takeLock(folder.root));
  if (!lock.ok) return lock;
  if (lock.value === null) return fail({ code: 'in-use', file: basename(path) });
  let opened: Result<OpenedContest> | null = null;
  try {
    opened = await openLocked(input, found.value, lock.value);
    return opened;
  } finally {
    if (opened?.ok !== true) await lock.value.release();
  }
}

async function find({ from, dataDir }: OpenContest): Promise<Result<Found>> {
  if ('path' in from) {
    const head = await readHead(from.path);
    if (!head.ok) return head;
    const { contestId } = head.value.header;
    const folder = workingFolder(dataDir, contestId);
    return ok({ contestId, folder, path: from.path, fileHead: head.value, problem: null });
  }
  const { contestId } = from;
  const folder = workingFolder(dataDir, contestId);
  const state = readState(folder);
  if (state === null) return fail({ code: 'file-forgotten' });
  const pendingHead = state.pending === null ? null : await readHead(state.pending.path);
  const arrived = pendingHead?.ok === true && headHash(pendingHead.value.raw) === state.pending?.head;
  const { path } = arrived ? adoptPending(state) : state;
  const head = await readHead(path);
  if (head.ok && head.value.header.contestId === contestId) {
    return ok({ contestId, folder, path, fileHead: head.value, problem: null });
  }
  const problem: Failure = head.ok ? { code: 'not-found', file: basename(path) } : head.failure;
  // From a medium that is away or spoilt the contest still opens, as long as this computer holds a copy.
  if (stampOf(folder.body) === null || readLocalHead(folder) === null) return fail(problem);
  return ok({ contestId, folder, path, fileHead: null, problem });
}

async function openLocked(input: OpenContest, found: Found, lock: Lock): Promise<Result<OpenedContest>> {
  const { folder, path, contestId } = found;
  const file = basename(path);
  const fromRecents = 'contestId' in input.from;
  await tidyFolder(folder);
  await removeLeftovers(dirname(path), leftoverPrefix(contestId));

  const unlocked = await openSlots(input, found);
  if (unlocked === null) return fail({ code: 'wrong-secret' });
  const { key } = unlocked;
  const genuine = (head: ContainerHead) => headerIsGenuine(key, head.headerBytes, head.mac);
  const localHead = readLocalHead(folder);
  const localBody = localHead !== null && stampOf(folder.body) !== null;
  if (localBody && !genuine(localHead)) return fail({ code: 'altered', file });

  let { fileHead, problem } = found;
  if (fileHead !== null) {
    const spoilt = await checkFile(path, fileHead, genuine(fileHead));
    if (spoilt !== null) {
      if (!fromRecents || !localBody) return fail(spoilt);
      fileHead = null;
      problem = spoilt;
    }
  }
  const before = stateBefore(found, readState(folder), fileHead);
  const more = localBody && holdsMore(folder, before);
  const changed = fileHead !== null && headHash(fileHead.raw) !== before.knownHead;
  const warnings = warningsOf({ fileHead, before, changed, more, problem });

  let state = before;
  let head = localBody ? localHead : fileHead;
  if (fileHead !== null && (!localBody || (changed && !more))) {
    const taken = await attempt(path, () => takeOver(path, fileHead, folder, before));
    if (!taken.ok) return taken;
    if (!taken.value.ok) return taken.value;
    state = taken.value.value;
    head = fileHead;
  }
  if (head === null) throw new Error('neither a file nor a working copy');

  const db = input.store.open(folder.body, bodyKey(key), file);
  if (!db.ok) return db;
  const spoilt = fileHead === null && isSpoilt(problem);
  // What was tampered with is evidence: the next publication goes beside it.
  if (spoilt) state = { ...state, knownHead: null, pending: null };
  // The answer to which of two files to go on with.
  if (state.other?.path === path && head === fileHead) state = { ...state, other: null };
  if (fileHead !== null) state = { ...state, medium: await mediumOf(path) };
  const dirty = spoilt || holdsMore(folder, state);
  const noted = attemptNow(path, () => writeState(folder, state));
  if (!noted.ok) {
    db.value.close();
    return noted;
  }
  const { store, heavy } = input;
  const { header } = head;
  const vault = new ContestVault({
    folder,
    lock,
    db: db.value,
    store,
    heavy,
    key,
    openedBy: holderOf(unlocked.role),
    header,
    state,
    dirty,
    problem,
    replace: false,
  });
  return ok({ vault, warnings });
}

/** The file's slots, and those beside the working copy: a password changed there may not have been published yet. */
async function openSlots({ heavy, secret }: OpenContest, found: Found): Promise<Unlocked | null> {
  const heads = [found.fileHead, readLocalHead(found.folder)];
  const slots = heads.flatMap((head) => head?.header.slots ?? []);
  const distinct = [...new Map(slots.map((slot) => [`${slot.id}${slot.wrapped}`, slot])).values()];
  return unlock(heavy, found.contestId, distinct, secret);
}

async function checkFile(path: string, head: ContainerHead, genuine: boolean): Promise<Failure | null> {
  const file = basename(path);
  if (!genuine) return { code: 'altered', file };
  const body = await attempt(path, () => pour(path, head.raw.length, null));
  if (!body.ok) return body.failure;
  return body.value.sha256 === head.header.body.sha256 ? null : { code: 'altered', file };
}

/** The file is there, but nobody can use it. */
function isSpoilt(problem: Failure | null): boolean {
  const codes: readonly (Failure['code'] | undefined)[] = ['damaged', 'altered', 'not-this-kind', 'newer-format'];
  return codes.includes(problem?.code);
}

/** What this computer knew, brought up to the file that is being opened. */
function stateBefore(found: Found, stored: WorkingState | null, fileHead: ContainerHead | null): WorkingState {
  const { path } = found;
  if (stored === null) {
    const savedAt = new Date().toISOString();
    const publishedAt = fileHead?.header.publishedAt ?? null;
    return {
      path,
      knownHead: null,
      seenCounter: 0,
      savedAt,
      publishedAt,
      settled: null,
      pending: null,
      medium: null,
      other: null,
    };
  }
  const arrived = fileHead !== null && headHash(fileHead.raw) === stored.pending?.head;
  return { ...(arrived ? adoptPending(stored) : stored), path };
}

function warningsOf(seen: {
  readonly fileHead: ContainerHead | null;
  readonly before: WorkingState;
  readonly changed: boolean;
  readonly more: boolean;
  readonly problem: Failure | null;
}): readonly OpenWarning[] {
  const { fileHead, before, changed, more, problem } = seen;
  const warnings: OpenWarning[] = [];
  const counter = fileHead?.header.counter ?? 0;
  // Equal counters with different heads: two computers went on from the same file, and this one is not what was seen.
  // The other of two files that the user was asked about has been shown with all its figures.
  const isAnswer = fileHead !== null && headHash(fileHead.raw) === before.other?.head;
  if (fileHead !== null && changed && !isAnswer && counter <= before.seenCounter) {
    warnings.push({ kind: 'older_than_seen', seen: before.seenCounter, file: counter });
  }
  if (more) warnings.push({ kind: 'recovered', savedAt: before.savedAt });
  if (problem?.code === 'not-found' || problem?.code === 'medium-gone') warnings.push({ kind: 'file_missing' });
  return warnings;
}

async function takeOver(
  path: string,
  head: ContainerHead,
  folder: WorkingFolder,
  before: WorkingState,
): Promise<Result<WorkingState>> {
  await keepCopy(folder, path, head.raw, head.header.counter);
  const extracted = await extractBody(path, head, folder, basename(path));
  if (!extracted.ok) return extracted;
  writeLocalHead(folder, head.raw);
  const { counter, publishedAt } = head.header;
  return ok({
    ...before,
    path,
    knownHead: headHash(head.raw),
    seenCounter: Math.max(before.seenCounter, counter),
    savedAt: publishedAt,
    publishedAt,
    settled: stampOf(folder.body),
    pending: null,
  });
}
