import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventName, Events } from '@shared/ipc/events';
import type { Slices, Snapshot } from '@shared/model/snapshot';
import type { Result } from '@shared/result';
import { FileTokens } from '../../../electron/fileTokens';
import type { Desk } from '../../../electron/usecases/context';
import { readSnapshot } from '../../../electron/usecases/readSnapshot';
import { Tasks } from '../../../electron/usecases/tasks';
import { inlineHeavy } from '../../../electron/workers/inlineHeavy';

export interface TestDesk extends Desk {
  readonly folder: string;
  readonly events: { readonly name: EventName; readonly payload: Events[EventName] }[];
}

/** A desk as in the application, with real files in a new folder and the cheapest password derivation that is read. */
export function testDesk(): TestDesk {
  const folder = mkdtempSync(join(tmpdir(), 'tarazy-desk-'));
  const events: TestDesk['events'] = [];
  return {
    folder,
    events,
    dataDir: join(folder, 'data'),
    appVersion: '0.0.0',
    costs: { password: { name: 'argon2id', memoryKiB: 8 * 1024, passes: 1 }, packageWorkFactor: 10 },
    heavy: inlineHeavy(),
    files: new FileTokens(() => undefined),
    tasks: new Tasks(),
    now: () => new Date(),
    emit: (name, payload) => void events.push({ name, payload }),
    contest: null,
    ballot: null,
    results: null,
  };
}

/** The value of a result that the test expects to be good. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`unexpected failure: ${JSON.stringify(result.failure)}`);
  return result.value;
}

export function snapshotOf(desk: Desk): Snapshot {
  if (!desk.contest) throw new Error('no contest is open');
  return readSnapshot(desk.contest.db);
}

/** Every slice that a write gave back must be what a fresh reading says. */
export function isFresh(desk: Desk, slices: Slices): boolean {
  const all: Slices = snapshotOf(desk);
  return (Object.keys(slices) as (keyof Snapshot)[])
    .filter((k) => k in all)
    .every((k) => JSON.stringify(slices[k]) === JSON.stringify(all[k]));
}
