import type { EventName, Events } from '@shared/ipc/events';
import type { LockState, Opened, OpenedName } from '@shared/model/lock';
import { eventsWhileLocked } from './whileLocked';

interface Surroundings {
  readonly tell: <K extends EventName>(name: K, payload: Events[K]) => void;
  /** Something that the native menu follows is otherwise now. */
  readonly changed: () => void;
  readonly now: () => Date;
}

type Held = { readonly [K in EventName]: { readonly name: K; readonly payload: Events[K] } }[EventName];

/** A page that does not answer must not keep the lock open; until then it has hidden everything already. */
const handInLimitMs = 5000;

/**
 * Whether the window is locked. What is open stays open, in the desk and in the page; from `locking` on the page shows
 * nothing of it, and from `locked` on nothing of it is answered either.
 */
export class ScreenLock {
  readonly #around: Surroundings;
  #opened: Opened | null = null;
  #state: LockState = { kind: 'open', canLock: false, closed: false };
  #held: Held[] = [];
  #limit: NodeJS.Timeout | undefined;

  constructor(around: Surroundings) {
    this.#around = around;
  }

  get state(): LockState {
    return this.#state;
  }

  /** The demo contest is open: it has no password that would unlock it. */
  get isWithoutSecret(): boolean {
    return this.#opened !== null && !this.#opened.hasSecret;
  }

  /** The desk has something else open now, or nothing. Told before the answer of the call that did it. */
  opened(opened: Opened | null): void {
    this.#opened = opened;
    const state = this.#state;
    if (state.kind === 'open' || opened?.hasSecret !== true) this.#open(state.kind !== 'open');
    else this.#become({ ...state, file: nameOf(opened) });
  }

  /** Does nothing where there is nothing to lock, or the window is locked already. */
  lock(): void {
    if (this.#state.kind !== 'open' || this.#opened?.hasSecret !== true) return;
    const since = this.#around.now().toISOString();
    this.#limit = setTimeout(() => this.handedIn(), handInLimitMs);
    this.#become({ kind: 'locking', file: nameOf(this.#opened), since });
  }

  /** The page shows nothing any more, and what was typed has been saved. */
  handedIn(): void {
    if (this.#state.kind !== 'locking') return;
    clearTimeout(this.#limit);
    this.#become({ ...this.#state, kind: 'locked' });
  }

  /** The desk has seen a secret that opens what is open. */
  unlock(): void {
    if (this.#state.kind !== 'open') this.#open(false);
  }

  /** For a page that has just begun to listen. */
  tellState(): void {
    this.#around.tell('lock', this.#state);
  }

  /** Tells the page, or keeps it until the page may know. */
  tell<K extends EventName>(name: K, payload: Events[K]): void {
    const fate = eventsWhileLocked[name];
    if (this.#state.kind === 'open' || fate === 'now') return this.#around.tell(name, payload);
    if (fate === 'dropped') return;
    if (fate === 'newest') this.#held = this.#held.filter((held) => held.name !== name);
    // The compiler does not see that name and payload are of one event.
    this.#held.push({ name, payload } as Held);
  }

  #open(closed: boolean): void {
    clearTimeout(this.#limit);
    this.#become({ kind: 'open', canLock: this.#opened?.hasSecret === true, closed });
    for (const { name, payload } of this.#held.splice(0)) this.#around.tell(name, payload);
  }

  #become(state: LockState): void {
    this.#state = state;
    this.tellState();
    // It has been said once; a page that asks later has nothing to let go of.
    if (state.kind === 'open') this.#state = { ...state, closed: false };
    this.#around.changed();
  }
}

const nameOf = ({ kind, name }: Opened): OpenedName => ({ kind, name });
