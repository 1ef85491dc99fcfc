import type { Db } from '../open';
import { bytes, integer, row, run, sql, text, textOrNull, type Row } from '../sql';

/** Table submission: every content that ever left, or may have left, this computer. */
export interface Submission {
  readonly sequence: number;
  readonly hash: string;
  readonly receipt: string;
  /** ISO; part of the content. */
  readonly at: string;
  /** Signed, not encrypted. */
  readonly content: Uint8Array;
  /** The bytes of the `.tscores` file. */
  readonly file: Uint8Array;
  readonly fileName: string;
  /** Null while it is not known that the file reached its place. */
  readonly writtenAt: string | null;
}

export const lastSubmission = (db: Db): Submission | null =>
  read(
    row(
      db,
      sql`select sequence, hash, receipt, at, content, file, file_name, written_at from submission
          order by sequence desc limit 1`,
    ),
  );

export const lastWritten = (db: Db): Submission | null =>
  read(
    row(
      db,
      sql`select sequence, hash, receipt, at, content, file, file_name, written_at from submission
          where written_at is not null order by sequence desc limit 1`,
    ),
  );

export function insertSubmission(db: Db, s: Submission): void {
  run(
    db,
    sql`insert into submission (sequence, hash, receipt, at, content, file, file_name, written_at)
        values (${s.sequence}, ${s.hash}, ${s.receipt}, ${s.at}, ${s.content}, ${s.file}, ${s.fileName}, ${s.writtenAt})`,
  );
}

export function markWritten(db: Db, sequence: number, fileName: string, at: string): void {
  run(db, sql`update submission set file_name = ${fileName}, written_at = ${at} where sequence = ${sequence}`);
}

function read(r: Row | undefined): Submission | null {
  if (r === undefined) return null;
  return {
    sequence: integer(r, 'sequence'),
    hash: text(r, 'hash'),
    receipt: text(r, 'receipt'),
    at: text(r, 'at'),
    content: bytes(r, 'content'),
    file: bytes(r, 'file'),
    fileName: text(r, 'file_name'),
    writtenAt: textOrNull(r, 'written_at'),
  };
}
