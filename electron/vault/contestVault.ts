import { basename, dirname, join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type { Failure } from '@shared/errors';
import type { ContestId } from '@shared/model/ids';
import type { LogPerson } from '@shared/model/log';
import type { VaultState } from '@shared/model/snapshot';
import { fail, ok, type Result } from '@shared/result';
import type { Heavy } from '../workers/heavy';
import type { BodyStore, Db } from './body';
import { encodeHead, type Header } from './container';
import { attemptNow } from './fsFailure';
import { changeKeyOfCopy, type NewKey } from './keyChange';
import type { Lock } from './lock';
import { peek, type Peeked } from './peek';
import { publishContainer, type OtherFile, type Published } from './publish';
import { SlotKeeper, type Alongside } from './slotKeeper';
import type { Slot } from './slots';
import {
  headHash,
  retire,
  stampOf,
  writeLocalHead,
  writeState,
  type WorkingFolder,
  type WorkingState,
} from './workingCopy';

export interface VaultParts {
  readonly folder: WorkingFolder;
  readonly lock: Lock;
  readonly db: Db;
  readonly store: BodyStore;
  readonly heavy: Heavy;
  readonly key: Uint8Array;
  readonly openedBy: LogPerson;
  readonly header: Header;
  readonly state: WorkingState;
  readonly dirty: boolean;
  readonly problem: Failure | null;
  /** The file may be replaced although it was never read here (a new contest over a file the user chose). */
  readonly replace: boolean;
}

/**
 * An open contest: the database in its working copy, and the way from there into the user's file. Whatever goes wrong
 * with the file, the working copy keeps everything, and `state` says so.
 */
export class ContestVault {
  readonly contestId: ContestId;
  #db: Db;
  #key: Uint8Array;
  /** Who opens it. */
  readonly keys: SlotKeeper;
  /** Whose secret opened the contest; every line of the log says it. */
  readonly openedBy: LogPerson;
  #header: Header;
  #working: WorkingState;
  #replace: boolean;
  #problem: Failure | null;
  /** Counts changes; what a publication took in is compared with it afterwards. */
  #revision: number;
  #publishedRevision = 0;
  #running: Promise<Result<null>> | null = null;
  #closed = false;
  readonly #parts: VaultParts;
  readonly #listeners = new Set<(state: VaultState) => void>();

  /** Made by `createContestFile` and `openContestFile` only. */
  constructor(parts: VaultParts) {
    this.#parts = parts;
    this.contestId = parts.header.contestId;
    this.#db = parts.db;
    this.#key = parts.key;
    this.keys = new SlotKeeper({
      contestId: this.contestId,
      heavy: parts.heavy,
      slots: () => this.#header.slots,
      key: () => this.#key,
      put: (alongside, change) => this.#changeSlots(alongside, change),
    });
    this.openedBy = parts.openedBy;
    this.#header = parts.header;
    this.#working = parts.state;
    this.#replace = parts.replace;
    this.#problem = parts.problem;
    this.#revision = parts.dirty ? 1 : 0;
  }

  /** Another one after the key was changed: nobody keeps it over a wait. */
  get db(): Db {
    return this.#db;
  }

  get isClosed(): boolean {
    return this.#closed;
  }

  get state(): VaultState {
    const { path, savedAt, publishedAt, other } = this.#working;
    return {
      file: { name: basename(path), folderName: basename(dirname(path)) },
      savedAt,
      publishedAt,
      counter: this.#header.counter,
      dirty: this.#revision !== this.#publishedRevision,
      publishing: this.#running !== null,
      problem: this.#problem,
      twoFiles: other === null ? null : { mine: basename(path), other: basename(other.path) },
    };
  }

  /** The file's path, for the main process only. */
  get path(): string {
    return this.#working.path;
  }

  /** Of the last publication. */
  get header(): Header {
    return this.#header;
  }

  /** The file of another hand, while the question which one to go on with stands. */
  get otherFile(): OtherFile | null {
    return this.#working.other;
  }

  /** Calls `listener` at every change of `state` until the returned function is called. */
  onState(listener: (state: VaultState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Say after every commit: the working copy holds more than the file. */
  markDirty(): void {
    const wasSettled = this.#working.settled !== null;
    this.#revision += 1;
    this.#working = { ...this.#working, savedAt: now(), settled: null };
    // Once per publication. Where a crash comes before this line, or the disk has no room for it, the body's
    // modification time tells the same: what was committed is no less committed.
    if (wasSettled) attemptNow(this.#working.path, () => writeState(this.#parts.folder, this.#working, false));
    this.#tell();
  }

  /**
   * Writes everything committed so far into the file. Does nothing when the file holds it already; where the file was
   * not found, that is not so. A call during another one waits for it and then publishes what came in between.
   * `always`: also then, so that the place is seen to take a file.
   */
  async publish(options: { readonly always?: boolean } = {}): Promise<Result<VaultState>> {
    // No waiting where there is nothing to wait for: what is in the working copy at this call is taken in. Between the
    // last look at what runs and the start of the next there must be no await, or two would start at once.
    while (this.#running !== null) await this.#running;
    this.#mustBeOpen();
    const isWritten = this.#revision === this.#publishedRevision && this.#problem === null;
    if (isWritten && options.always !== true) return ok(this.state);
    return this.#write(this.#working.path, this.#replace);
  }

  /**
   * Writes everything into another file, which the user agreed to replace if there is one; the contest goes on there.
   * Where that fails all stays as it was. The file left behind is not touched.
   */
  async saveElsewhere(path: string): Promise<Result<VaultState>> {
    while (this.#running !== null) await this.#running;
    this.#mustBeOpen();
    return this.#write(path, true);
  }

  /** Goes on with our own of two files; the other stays where it is. */
  keepMine(): VaultState {
    this.#working = { ...this.#working, other: null };
    // Where the disk has no room for this note, the question comes again at the next opening.
    attemptNow(this.#working.path, () => writeState(this.#parts.folder, this.#working));
    this.#tell();
    return this.state;
  }

  /** What `read` finds in the file of another hand, with the key of this contest. Its bytes stay as they are. */
  async readOther<T>(other: OtherFile, read: (db: Db) => T): Promise<Result<Peeked<T>>> {
    const { folder, store } = this.#parts;
    const { slots } = this.#header;
    return peek({ path: other.path, contestId: this.contestId, folder, store, key: this.#key, slots, read });
  }

  #mustBeOpen(): void {
    if (this.#closed) throw new Error('this contest is closed');
  }

  async #write(target: string, replace: boolean): Promise<Result<VaultState>> {
    this.#running = this.#publishNow(target, replace);
    this.#tell();
    let done: Result<null>;
    try {
      done = await this.#running;
    } finally {
      this.#running = null;
      this.#tell();
    }
    // Read only now: before, it would still say that the file is being written.
    return done.ok ? ok(this.state) : done;
  }

  /**
   * Puts the contest under another key: the working copy at once, with what `write` adds to it, the file with the next
   * publication. Where that is refused all stays as it was. The former secrets open nothing written from now on; what was
   * written before they open for ever. A failure with the contest closed: it has to be opened anew.
   */
  async changeKey(next: NewKey, write: (db: Db) => void): Promise<Result<null>> {
    while (this.#running !== null) await this.#running;
    if (this.#closed) return fail({ code: 'no-contest-open' });
    const { folder, store } = this.#parts;
    const header = { ...this.#header, slots: next.slots };
    const head = encodeHead(header, next.key);
    const file = basename(this.#working.path);
    const done = changeKeyOfCopy({ db: this.#db, folder, store, from: this.#key, to: next.key, head, file, write });
    if (!done.ok) {
      await this.#letGo();
      return done;
    }
    this.#db = done.value.db;
    if (!done.value.refused.ok) return done.value.refused;
    this.#key.fill(0);
    this.#key = next.key;
    this.#working = retire(this.#working, this.#header.slots);
    this.#header = header;
    this.markDirty();
    return ok(null);
  }

  /**
   * Publishes (unless told not to), closes the database and gives the lock back. The contest is closed in any case;
   * a failure says that the file does not hold the last work, which stays in the working copy.
   */
  async close(options: { readonly publish?: boolean } = {}): Promise<Result<VaultState>> {
    if (this.#closed) return ok(this.state);
    try {
      return options.publish === false || !this.state.dirty ? ok(this.state) : await this.publish();
    } finally {
      while (this.#running !== null) await this.#running;
      await this.#letGo();
    }
  }

  async #letGo(): Promise<void> {
    this.#closed = true;
    this.#db.close();
    this.#key.fill(0);
    await this.#parts.lock.release();
  }

  async #publishNow(target: string, replace: boolean): Promise<Result<null>> {
    const { folder, store } = this.#parts;
    const key = this.#key;
    const isOwn = target === this.#working.path;
    const file = basename(target);
    const body = join(folder.root, `publish-${randomBytes(4).toString('hex')}.tmp`);
    const revision = this.#revision;
    const copied = store.copyInto(this.db, body, file);
    const stamp = stampOf(folder.body);
    if (!copied.ok || stamp === null) {
      await rm(body, { force: true });
      return this.#refuse(copied.ok ? { code: 'io', file, detail: 'working copy gone' } : copied.failure, isOwn);
    }
    const { pending, knownHead, seenCounter } = this.#working;
    const published = await publishContainer({
      folder,
      body,
      key,
      target,
      header: {
        ...this.#header,
        counter: Math.max(seenCounter, this.#header.counter) + 1,
        publishedAt: now(),
      },
      medium: isOwn ? this.#working.medium : null,
      knownHeads: replace ? null : [knownHead, pending?.head].filter((head) => head != null),
      onStaged: ({ path, header: { counter, publishedAt }, raw }) => {
        this.#working = { ...this.#working, pending: { path, head: headHash(raw), counter, publishedAt, stamp } };
        writeState(folder, this.#working);
      },
    });
    return published.ok ? this.#accept(published.value, revision, stamp) : this.#refuse(published.failure, isOwn);
  }

  #accept(published: Published, revision: number, stamp: WorkingState['settled']): Result<null> {
    const { folder } = this.#parts;
    const { path, header, raw } = published;
    // A password may have been changed while the file was being written: that stays unpublished.
    const slotsChanged = this.#header.slots !== header.slots;
    this.#header = { ...header, slots: this.#header.slots };
    this.#publishedRevision = revision;
    this.#replace = false;
    this.#problem = published.problem;
    this.#working = {
      ...this.#working,
      path,
      knownHead: headHash(raw),
      seenCounter: header.counter,
      publishedAt: header.publishedAt,
      settled: this.#revision === revision ? stamp : null,
      pending: null,
      medium: published.medium,
      other: published.other ?? this.#working.other,
    };
    // The file is written; what cannot be noted here is found again by what was noted before it was put in place.
    const noted = attemptNow(path, () => {
      writeLocalHead(folder, slotsChanged ? encodeHead(this.#header, this.#key) : raw);
      writeState(folder, this.#working);
    });
    if (!noted.ok) this.#problem = noted.failure;
    return ok(null);
  }

  /** What another place refuses is no trouble of the file in use. */
  #refuse(failure: Failure, isOwn: boolean): Result<null> {
    if (isOwn) this.#problem = failure;
    return fail(failure);
  }

  /** The old slots go only when the new ones are durable. */
  #changeSlots(alongside: Alongside, change: (slots: readonly Slot[]) => readonly Slot[]): Result<null> {
    const done = alongside(() => {
      const header = { ...this.#header, slots: change(this.#header.slots) };
      const written = attemptNow(this.#working.path, () =>
        writeLocalHead(this.#parts.folder, encodeHead(header, this.#key)),
      );
      if (!written.ok) return written;
      this.#header = header;
      return ok(null);
    });
    if (!done.ok) return done;
    this.markDirty();
    return ok(null);
  }

  #tell(): void {
    const { state } = this;
    for (const listener of this.#listeners) listener(state);
  }
}

const now = (): string => new Date().toISOString();
