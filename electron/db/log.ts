import { createHash } from 'node:crypto';
import { z } from 'zod';
import { logActions, type LogAction, type LogLine } from '@shared/model/snapshot';
import type { Db } from './open';
import { integer, row, rows, run, sql, text } from './sql';

/**
 * Table log: h = SHA-256(h_prev ‖ bytes). The bytes are stored as they were hashed and never re-serialised; triggers
 * refuse UPDATE and DELETE.
 */

/** What stands before the first line. */
const genesis = '0'.repeat(64);

const line = z.object({
  at: z.string(),
  action: z.enum(logActions),
  details: z.record(z.string(), z.string()),
  reason: z.string(),
});

const hashOf = (previous: string, bytes: string): string =>
  createHash('sha256').update(Buffer.from(previous, 'hex')).update(bytes, 'utf8').digest('hex');

/** Call inside the transaction that does what the line says. */
export function appendLog(
  db: Db,
  at: string,
  action: LogAction,
  details: Readonly<Record<string, string>>,
  reason = '',
): void {
  const previous = logHead(db);
  const bytes = JSON.stringify({ at, action, details, reason });
  run(db, sql`insert into log (bytes, previous, hash) values (${bytes}, ${previous}, ${hashOf(previous, bytes)})`);
}

export function logHead(db: Db): string {
  const r = row(db, sql`select hash from log order by seq desc limit 1`);
  return r ? text(r, 'hash') : genesis;
}

/** The newest lines first. */
export const readLog = (db: Db, limit: number): readonly LogLine[] =>
  rows(db, sql`select seq, bytes from log order by seq desc limit ${limit}`).map((r) => ({
    seq: integer(r, 'seq'),
    ...line.parse(JSON.parse(text(r, 'bytes'))),
  }));

/** True when every line follows from the one before it and none is missing. */
export function logIsWhole(db: Db): boolean {
  let previous = genesis;
  let seq = 1;
  for (const r of rows(db, sql`select seq, bytes, previous, hash from log order by seq`)) {
    const follows = integer(r, 'seq') === seq && text(r, 'previous') === previous;
    if (!follows || text(r, 'hash') !== hashOf(previous, text(r, 'bytes'))) return false;
    previous = text(r, 'hash');
    seq += 1;
  }
  return true;
}
