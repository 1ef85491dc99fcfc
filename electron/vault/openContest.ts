import { basename, dirname } from 'node:path';
import type { Failure } from '@shared/errors';
import type { ContestId } from '@shared/model/ids';
import type { OpenWarning } from '@shared/model/snapshot';
import { fail, ok, type Result } from '@shared/result';
import type { Heavy } from '../workers/heavy';
import type { BodyStore } from './body';
import { ContestVault } from './contestVault';
import { pour, readHead, type ContainerHead } from './container';
import { removeLeftovers } from './files';
import { attempt, attemptNow } from './fsFailure';
import { haveCommonSlot, isGenuine, unlockHeads, type HeadKeys } from './headKeys';
import { bodyKey } from './keys';
import { takeLock, type Lock } from './lock';
import { putNextInPlace, settleNext } from './nextCopy';
import { leftoverPrefix, mediumOf } from './publish';
import { holderOf } from './slotKeeper';
import type { Secret, Slot } from './slots';
import { keepCopy } from './versions';
import {
  adoptPending,
  copyBody,
  headHash,
  holdsMore,
  prepareFolder,
  readLocalHead,
  readState,
  retire,
  stampOf,
  tidyFolder,
  workingFolder,
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
 * wrong-secret: no slot opens; altered: a slot opens, but the head's MAC or the body's hash is wrong; other-key: only the
 * copy on this computer opens, the file has another key; other-key-here: that copy holds work under another key than the file.
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
  await settleNext(folder);
  await removeLeftovers(dirname(path), leftoverPrefix(contestId));

  const localHead = stampOf(folder.body) === null ? null : readLocalHead(folder);
  const heads = { file: found.fileHead, local: localHead };
  const keys = await unlockHeads(input.heavy, contestId, heads, input.secret);
  if (keys.file === null && keys.local === null) return fail({ code: 'wrong-secret' });
  if (isLocalAltered(heads, keys)) return fail({ code: 'altered', file });

  const stored = readState(folder);
  let { fileHead, problem } = found;
  const spoilt = await fileProblem(path, heads, keys, stateBefore(found, stored, fileHead));
  if (spoilt !== null) {
    if (!fromRecents || keys.local === null) return fail(spoilt);
    fileHead = null;
    problem = spoilt;
  }
  const before = stateBefore(found, stored, fileHead);
  const more = localHead !== null && holdsMore(folder, before);
  const isOtherKey = fileHead !== null && localHead !== null && !isOneKey(keys);
  if (isOtherKey && more && (keys.local === null || isChanged(fileHead, before))) {
    // Work that is in no file yet, and a file under another key: neither can take in the other.
    if (!fromRecents || keys.local === null) return fail({ code: 'other-key-here', file });
    fileHead = null;
    problem = { code: 'other-key', file };
  }
  const changed = isChanged(fileHead, before);
  const isTaken = fileHead !== null && (localHead === null || ((changed || keys.local === null) && !more));
  const warnings = warningsOf({ fileHead, before, changed, more, problem, isTaken });

  let state = before;
  if (isTaken && fileHead !== null) {
    const taken = await attempt(path, () => takeOver(path, fileHead, folder, before));
    if (!taken.ok) return taken;
    if (!taken.value.ok) return taken.value;
    state = taken.value.value;
    // Whether it was revoked elsewhere, or here is gone back on: only a newer file says that the key here is a former one.
    if (isOtherKey && fileHead.header.counter > before.seenCounter) state = retire(state, slotsOf(localHead));
  }
  const head = isTaken ? fileHead : localHead;
  const unlocked = isTaken ? keys.file : keys.local;
  if (head === null || unlocked === null) throw new Error('neither a file nor a working copy');
  const { key } = unlocked;

  const db = input.store.open(folder.body, bodyKey(key), file);
  if (!db.ok) return db;
  const isAside = fileHead === null && isSpoilt(problem);
  // What was tampered with is evidence: the next publication goes beside it.
  if (isAside) state = { ...state, knownHead: null, pending: null };
  // The answer to which of two files to go on with.
  if (state.other?.path === path && head === fileHead) state = { ...state, other: null };
  if (fileHead !== null) state = { ...state, medium: await mediumOf(path) };
  const dirty = isAside || holdsMore(folder, state);
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

interface Heads {
  readonly file: ContainerHead | null;
  readonly local: ContainerHead | null;
}

/** Not one byte of the copy here may have been changed by other means, whichever of its slots that took away. */
function isLocalAltered(heads: Heads, keys: HeadKeys): boolean {
  if (heads.local === null) return false;
  return keys.local === null
    ? haveCommonSlot(slotsOf(heads.file), heads.local.header.slots)
    : !isGenuine(keys.local, heads.local);
}

/** Why the file cannot be used; null: it can, or there is none. */
async function fileProblem(path: string, heads: Heads, keys: HeadKeys, before: WorkingState): Promise<Failure | null> {
  const { file: head } = heads;
  if (head === null) return null;
  if (keys.file !== null) return checkFile(path, head, isGenuine(keys.file, head));
  // As this computer last wrote it, before the key was changed here: the next publication replaces it.
  if (!isChanged(head, before)) return checkFile(path, head, true);
  return {
    code: haveCommonSlot(head.header.slots, slotsOf(heads.local)) ? 'altered' : 'other-key',
    file: basename(path),
  };
}

const isChanged = (fileHead: ContainerHead | null, before: WorkingState): boolean =>
  fileHead !== null && headHash(fileHead.raw) !== before.knownHead;

const slotsOf = (head: ContainerHead | null): readonly Slot[] => head?.header.slots ?? [];

const isOneKey = ({ file, local }: HeadKeys): boolean =>
  file !== null && local !== null && Buffer.from(file.key).equals(local.key);

async function checkFile(path: string, head: ContainerHead, genuine: boolean): Promise<Failure | null> {
  const file = basename(path);
  if (!genuine) return { code: 'altered', file };
  const body = await attempt(path, () => pour(path, head.raw.length, null));
  if (!body.ok) return body.failure;
  return body.value.sha256 === head.header.body.sha256 ? null : { code: 'altered', file };
}

/** The file is there, but nobody can use it. */
function isSpoilt(problem: Failure | null): boolean {
  const codes: readonly (Failure['code'] | undefined)[] = [
    'damaged',
    'altered',
    'other-key',
    'not-this-kind',
    'newer-format',
  ];
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
      retiredSlots: [],
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
  readonly isTaken: boolean;
}): readonly OpenWarning[] {
  const { fileHead, before, changed, more, problem, isTaken } = seen;
  const warnings: OpenWarning[] = [];
  const counter = fileHead?.header.counter ?? 0;
  // Equal counters with different heads: two computers went on from the same file, and this one is not what was seen.
  // The other of two files that the user was asked about has been shown with all its figures.
  const isAnswer = fileHead !== null && headHash(fileHead.raw) === before.other?.head;
  if (fileHead !== null && changed && !isAnswer && counter <= before.seenCounter) {
    warnings.push({ kind: 'older_than_seen', seen: before.seenCounter, file: counter });
  }
  if (isTaken && slotsOf(fileHead).some(({ id }) => before.retiredSlots.includes(id))) {
    warnings.push({ kind: 'former_key' });
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
  const copied = await copyBody(path, head, folder.nextBody, basename(path));
  if (!copied.ok) return copied;
  putNextInPlace(folder, head.raw);
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
