import { basename, dirname, join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type { Failure } from '@shared/errors';
import type { ContestId } from '@shared/model/ids';
import type { VaultState } from '@shared/model/snapshot';
import { fail, ok, type Result } from '@shared/result';
import type { Heavy } from '../workers/heavy';
import type { BodyStore, Db } from './body';
import { encodeHead, type Header } from './container';
import type { Lock } from './lock';
import { publishContainer, type Published } from './publish';
import { newRecoveryCode } from './recoveryCode';
import { passwordCostHere, type PasswordCost, type Secret, type Slot } from './slots';
import { unlock } from './unlock';
import { headHash, stampOf, writeLocalHead, writeState, type WorkingFolder, type WorkingState } from './workingCopy';

export interface VaultParts {
  readonly folder: WorkingFolder;
  readonly lock: Lock;
  readonly db: Db;
  readonly store: BodyStore;
  readonly heavy: Heavy;
  readonly key: Uint8Array;
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
  readonly db: Db;
  #header: Header;
  #working: WorkingState;
  #replace: boolean;
  #problem: Failure | null;
  #keptBoth: string | null = null;
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
    this.db = parts.db;
    this.#header = parts.header;
    this.#working = parts.state;
    this.#replace = parts.replace;
    this.#problem = parts.problem;
    this.#revision = parts.dirty ? 1 : 0;
  }

  get state(): VaultState {
    const { path, savedAt, publishedAt } = this.#working;
    return {
      file: { name: basename(path), folderName: basename(dirname(path)) },
      savedAt,
      publishedAt,
      dirty: this.#revision !== this.#publishedRevision,
      publishing: this.#running !== null,
      problem: this.#problem,
      keptBoth: this.#keptBoth,
    };
  }

  /** The file's path, for the main process only. */
  get path(): string {
    return this.#working.path;
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
    // Once per publication; the body's modification time tells the same, should a crash come before this line.
    if (wasSettled) writeState(this.#parts.folder, this.#working, false);
    this.#tell();
  }

  /**
   * Writes everything committed so far into the file. Does nothing when the file holds it already; where the file was
   * not found, that is not so. A call during another one waits for it and then publishes what came in between.
   */
  async publish(): Promise<Result<VaultState>> {
    if (this.#closed) throw new Error('this contest is closed');
    while (this.#running !== null) await this.#running;
    if (this.#revision === this.#publishedRevision && this.#problem === null) return ok(this.state);
    this.#running = this.#publishNow();
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
   * Sets the password of the secretary or the chair (whose slot is made when there is none). `current` is any secret
   * that opens the file: a forgotten password is replaced with the recovery code. wrong-secret: it does not.
   * An old copy of the file still opens with the old password.
   */
  async changePassword(input: {
    readonly role: 'secretary' | 'chair';
    readonly current: Secret;
    readonly next: string;
    readonly cost?: PasswordCost;
  }): Promise<Result<null>> {
    const secret: Secret = { kind: 'password', text: input.next };
    return this.#replaceSlot(input.role, input.current, secret, input.cost ?? passwordCostHere());
  }

  /** Replaces the recovery code; the printed one no longer opens the file. Gives the new one as it is printed. */
  async renewRecoveryCode(current: Secret): Promise<Result<string>> {
    const code = newRecoveryCode();
    const done = await this.#replaceSlot(
      'recovery',
      current,
      { kind: 'recovery', text: code.text },
      { name: 'hkdf-sha256' },
    );
    return done.ok ? ok(code.text) : done;
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
      this.#closed = true;
      this.db.close();
      this.#parts.key.fill(0);
      await this.#parts.lock.release();
    }
  }

  async #publishNow(): Promise<Result<null>> {
    const { folder, store, key } = this.#parts;
    const file = basename(this.#working.path);
    const body = join(folder.root, `publish-${randomBytes(4).toString('hex')}.tmp`);
    const revision = this.#revision;
    const copied = store.copyInto(this.db, body, file);
    const stamp = stampOf(folder.body);
    if (!copied.ok || stamp === null) {
      await rm(body, { force: true });
      return this.#refuse(copied.ok ? { code: 'io', file, detail: 'working copy gone' } : copied.failure);
    }
    const { pending, knownHead, seenCounter } = this.#working;
    const published = await publishContainer({
      folder,
      body,
      key,
      target: this.#working.path,
      header: {
        ...this.#header,
        counter: Math.max(seenCounter, this.#header.counter) + 1,
        publishedAt: now(),
      },
      knownHeads: this.#replace ? null : [knownHead, pending?.head].filter((head) => head != null),
      onStaged: ({ path, header: { counter, publishedAt }, raw }) => {
        this.#working = { ...this.#working, pending: { path, head: headHash(raw), counter, publishedAt, stamp } };
        writeState(folder, this.#working);
      },
    });
    return published.ok ? this.#accept(published.value, revision, stamp) : this.#refuse(published.failure);
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
    if (published.keptBoth) this.#keptBoth = basename(path);
    this.#working = {
      ...this.#working,
      path,
      knownHead: headHash(raw),
      seenCounter: header.counter,
      publishedAt: header.publishedAt,
      settled: this.#revision === revision ? stamp : null,
      pending: null,
    };
    writeLocalHead(folder, slotsChanged ? encodeHead(this.#header, this.#parts.key) : raw);
    writeState(folder, this.#working);
    return ok(null);
  }

  #refuse(failure: Failure): Result<null> {
    this.#problem = failure;
    return fail(failure);
  }

  async #replaceSlot(role: Slot['role'], current: Secret, next: Secret, cost: Slot['kdf']): Promise<Result<null>> {
    const { heavy, folder } = this.#parts;
    const key = await unlock(heavy, this.contestId, this.#header.slots, current);
    if (key === null) return fail({ code: 'wrong-secret' });
    const slot = await heavy.makeSlot({ fileId: this.contestId, role, secret: next, cost, key });
    key.fill(0);
    this.#header = { ...this.#header, slots: [...this.#header.slots.filter((each) => each.role !== role), slot] };
    writeLocalHead(folder, encodeHead(this.#header, this.#parts.key));
    this.markDirty();
    return ok(null);
  }

  #tell(): void {
    const { state } = this;
    for (const listener of this.#listeners) listener(state);
  }
}

const now = (): string => new Date().toISOString();
