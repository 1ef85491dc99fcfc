import type { InputOf } from '@shared/ipc/contract';
import type { SnapshotReading } from '@shared/model/openSnapshot';
import type { Result } from '@shared/result';
import { pathOf, type Desk } from './context';

/** Somebody's open snapshot, ranked here. What is open at the desk stays so, and nothing of the file is kept. */
export async function readOpenSnapshot(desk: Desk, input: InputOf<'start.snapshot'>): Promise<Result<SnapshotReading>> {
  const path = pathOf(desk, input.file);
  if (!path.ok) return path;
  const { task } = input;
  return desk.tasks.run(task, (signal) =>
    desk.heavy.readSnapshot({ path: path.value }, (done, total) => desk.emit('task', { task, done, total }), signal),
  );
}
