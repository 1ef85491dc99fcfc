import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { contract, type CallName } from '@shared/ipc/contract';
import type { EventName, Events } from '@shared/ipc/events';
import type { LockTime } from '@shared/model/lock';
import { IdleWatch } from '../../../electron/locking/idleWatch';
import { ScreenLock } from '../../../electron/locking/screenLock';
import { isAnsweredWhileLocked } from '../../../electron/locking/whileLocked';

const calls = Object.keys(contract) as CallName[];

describe('what a locked window may ask', () => {
  test('of the desk: to be unlocked, or to close the file', () => {
    const answered = calls.filter((name) => contract[name].owner === 'desk' && isAnsweredWhileLocked(name));
    expect(answered).toEqual(['lock.open', 'lock.leave']);
  });

  // A call that is added to the contract is refused until somebody names it here and there.
  test('of the shell: its state, the way out, and what an error needs', () => {
    const answered = calls.filter((name) => contract[name].owner === 'shell' && isAnsweredWhileLocked(name));
    expect(answered).toEqual([
      'app.state',
      'app.closeUnwritten',
      'app.reportError',
      'app.showing',
      'app.showLog',
      'lock.start',
      'lock.ready',
    ]);
  });
});

describe('the lock', () => {
  interface Told {
    readonly name: EventName;
    readonly payload: Events[EventName];
  }
  let told: Told[];
  let lock: ScreenLock;
  const contest = { kind: 'contest', name: 'Байқау.tarazy', hasSecret: true } as const;
  const file = { kind: 'contest', name: 'Байқау.tarazy' };
  const since = '2026-11-30T12:00:00.000Z';
  beforeEach(() => {
    vi.useFakeTimers();
    told = [];
    lock = new ScreenLock({
      tell: (name, payload) => void told.push({ name, payload }),
      changed: () => undefined,
      now: () => new Date(since),
    });
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const locked = () => {
    lock.opened(contest);
    lock.lock();
    lock.handedIn();
    told = [];
  };

  test('locks what has a password, first for the page and then for good', () => {
    lock.opened(contest);
    lock.lock();
    expect(lock.state).toEqual({ kind: 'locking', file, since });
    lock.handedIn();
    expect(lock.state).toEqual({ kind: 'locked', file, since });
    expect(told.map(({ payload }) => payload)).toEqual([
      { kind: 'open', canLock: true, closed: false },
      { kind: 'locking', file, since },
      { kind: 'locked', file, since },
    ]);
  });

  test('does not lock where nobody could unlock: nothing is open, or the demo contest is', () => {
    lock.lock();
    expect(lock.state.kind).toBe('open');
    lock.opened({ ...contest, hasSecret: false });
    lock.lock();
    expect(lock.state).toEqual({ kind: 'open', canLock: false, closed: false });
    expect(lock.isWithoutSecret).toBe(true);
  });

  test('does not wait for a page that says nothing', () => {
    lock.opened(contest);
    lock.lock();
    vi.runAllTimers();
    expect(lock.state.kind).toBe('locked');
  });

  test('a page that says late, or unasked, that it is ready changes nothing', () => {
    lock.opened(contest);
    lock.handedIn();
    expect(lock.state.kind).toBe('open');
    lock.lock();
    lock.unlock();
    lock.handedIn();
    vi.runAllTimers();
    expect(lock.state.kind).toBe('open');
  });

  test('keeps from the locked page what says something of the contest, and tells it afterwards in order', () => {
    locked();
    const refused = { code: 'file-forgotten' } as const;
    lock.tell('task', { task: 'a', done: 1, total: 9 });
    lock.tell('opened', []);
    lock.tell('task', { task: 'a', done: 2, total: 9 });
    lock.tell('opened', []);
    lock.tell('menu', { kind: 'print' });
    lock.tell('notOpened', refused);
    expect(told).toEqual([]);
    lock.tell('closing', refused);
    lock.tell('deskDied', { reference: 'X' });
    expect(told.map(({ name }) => name)).toEqual(['closing', 'deskDied']);
    told = [];
    lock.unlock();
    expect(told).toEqual([
      { name: 'lock', payload: { kind: 'open', canLock: true, closed: false } },
      { name: 'opened', payload: [] },
      { name: 'task', payload: { task: 'a', done: 2, total: 9 } },
      { name: 'opened', payload: [] },
      { name: 'notOpened', payload: refused },
    ]);
  });

  test('a file that is closed while locked is let go of, and said so once', () => {
    locked();
    lock.opened(null);
    expect(told).toEqual([{ name: 'lock', payload: { kind: 'open', canLock: false, closed: true } }]);
    lock.tellState();
    expect(told.at(-1)?.payload).toEqual({ kind: 'open', canLock: false, closed: false });
  });

  test('a file that is written elsewhere by a call on its way stays locked under its new name', () => {
    locked();
    lock.opened({ ...contest, name: 'Көшірме.tarazy' });
    expect(lock.state).toEqual({ kind: 'locked', file: { kind: 'contest', name: 'Көшірме.tarazy' }, since });
  });
});

describe('nobody is there', () => {
  let minute: number;
  let system: number;
  let limit: LockTime;
  let found: number;
  let watch: IdleWatch;
  beforeEach(() => {
    minute = 0;
    system = 0;
    limit = 15;
    found = 0;
    watch = new IdleWatch({
      now: () => minute * 60_000,
      systemIdleSeconds: () => system,
      limit: () => limit,
      onIdle: () => void (found += 1),
    });
  });
  const lookAt = (atMinute: number, systemIdleMinutes: number) => {
    minute = atMinute;
    system = systemIdleMinutes * 60;
    watch.look();
    return found;
  };

  test('when neither the window nor the computer was touched for the chosen time', () => {
    expect(lookAt(14.9, 14.9)).toBe(0);
    expect(lookAt(15, 15)).toBe(1);
  });

  test('not while somebody works in another program of this computer', () => {
    expect(lookAt(10, 1)).toBe(0);
    expect(lookAt(40, 0)).toBe(0);
    expect(lookAt(50, 10)).toBe(0);
    expect(lookAt(55, 15)).toBe(1);
  });

  test('also where the system never tells how long it was idle', () => {
    expect(lookAt(10, 0)).toBe(0);
    expect(lookAt(15, 0)).toBe(1);
  });

  test('input into the window begins the time anew', () => {
    minute = 14;
    watch.input();
    expect(lookAt(20, 20)).toBe(0);
    expect(lookAt(29, 29)).toBe(1);
  });

  test('never, where the user has chosen so', () => {
    limit = 'never';
    expect(lookAt(600, 600)).toBe(0);
  });
});
