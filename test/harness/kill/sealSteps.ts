import { readSeals } from '../../../electron/db/seals';
import type { Desk } from '../../../electron/usecases/context';

/** A contest that is sealed and reopened in turn: how many of these steps it has behind it. */
export function stepsOf(desk: Desk): number {
  if (desk.contest === null) throw new Error('no contest is open');
  const seals = readSeals(desk.contest.db);
  return seals.length + seals.filter((seal) => seal.reopened !== null).length;
}
