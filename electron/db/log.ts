import { createHash } from 'node:crypto';
import { z } from 'zod';
import {
  isOverride,
  logActions,
  logPeople,
  type LogAction,
  type LogLine,
  type LogPerson,
  type LogTexts,
  type OverrideAction,
} from '@shared/model/log';
import type { Db } from './open';
import { integer, row, rows, run, sql, text } from './sql';

/**
 * Table log: h = SHA-256(h_prev ‖ bytes). The bytes are stored as they were hashed and never re-serialised; triggers
 * refuse UPDATE and DELETE.
 */

/** What stands before the first line. */
const genesis = '0'.repeat(64);

const texts = z.record(z.string(), z.string());
/** Lines of the first release have neither `who` nor `before` and `after`. */
const line = z.object({
  at: z.string(),
  who: z.enum(logPeople).nullable().default(null),
  action: z.enum(logActions),
  details: texts,
  before: texts.nullable().default(null),
  after: texts.nullable().default(null),
  reason: z.string(),
});

const hashOf = (previous: string, bytes: string): string =>
  createHash('sha256').update(Buffer.from(previous, 'hex')).update(bytes, 'utf8').digest('hex');

/** What a line may say besides its action and details; `changes` null: nothing differs. */
export interface LogExtra {
  readonly changes?: { readonly before: LogTexts; readonly after: LogTexts } | null;
  readonly reason?: string;
}

/** Writes a line inside the transaction that does what the line says. */
export interface WriteLog {
  (action: LogAction, details: LogTexts, extra: LogExtra & { readonly reason: string }): void;
  (action: Exclude<LogAction, OverrideAction>, details: LogTexts, extra?: LogExtra): void;
}

/** A reason that is missing where one is owed is a bug: the contract asks for it. */
export function logWriter(db: Db, at: string, who: LogPerson): WriteLog {
  return (action: LogAction, details: LogTexts, extra?: LogExtra) => {
    const reason = extra?.reason?.trim() ?? '';
    if (isOverride(action) && reason === '') throw new Error(`${action} without a reason`);
    const previous = logHead(db);
    const bytes = JSON.stringify({ at, who, action, details, ...extra?.changes, reason });
    run(db, sql`insert into log (bytes, previous, hash) values (${bytes}, ${previous}, ${hashOf(previous, bytes)})`);
  };
}

export function logHead(db: Db): string {
  const r = row(db, sql`select hash from log order by seq desc limit 1`);
  return r ? text(r, 'hash') : genesis;
}

export const logLength = (db: Db): number => integer(row(db, sql`select count(*) as lines from log`), 'lines');

/** The first `count` lines as they were hashed. */
export const readLogBytes = (db: Db, count: number): readonly string[] =>
  rows(db, sql`select bytes from log where seq <= ${count} order by seq`).map((r) => text(r, 'bytes'));

/** The newest lines first. */
export const readLog = (db: Db, limit: number): readonly LogLine[] =>
  rows(db, sql`select seq, bytes from log order by seq desc limit ${limit}`).map((r) => ({
    seq: integer(r, 'seq'),
    ...line.parse(JSON.parse(text(r, 'bytes'))),
  }));

/** The oldest first. */
export const readWholeLog = (db: Db): readonly LogLine[] => readLog(db, -1).toReversed();

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
