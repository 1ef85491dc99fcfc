import type { Db } from './open';
import { bytes, integer, row, rows, run, sql, text, textOrNull, type Row } from './sql';

/** Table seal: manifests and signatures as they were signed, never serialised again. */
export interface SealRow {
  readonly number: number;
  readonly manifest: Uint8Array;
  /** The bytes of `contest.json`, so that a later export gives the same file. */
  readonly contest: Uint8Array;
  readonly signatures: { readonly secretary: Uint8Array; readonly chair: Uint8Array };
  readonly at: string;
  readonly reopened: { readonly at: string; readonly reason: string } | null;
}

const columns = 'number, manifest, contest, signature_secretary, signature_chair, at, reopened_at, reopen_reason';

function toSeal(r: Row): SealRow {
  const reopenedAt = textOrNull(r, 'reopened_at');
  return {
    number: integer(r, 'number'),
    manifest: bytes(r, 'manifest'),
    contest: bytes(r, 'contest'),
    signatures: { secretary: bytes(r, 'signature_secretary'), chair: bytes(r, 'signature_chair') },
    at: text(r, 'at'),
    reopened: reopenedAt === null ? null : { at: reopenedAt, reason: text(r, 'reopen_reason') },
  };
}

/** The first seal first. */
export const readSeals = (db: Db): readonly SealRow[] =>
  rows(db, { text: `select ${columns} from seal order by number`, params: [] }).map(toSeal);

/** The seal in force; null where there is none, or the last was broken. */
export function currentSeal(db: Db): SealRow | null {
  const r = row(db, { text: `select ${columns} from seal where reopened_at is null`, params: [] });
  return r === undefined ? null : toSeal(r);
}

export const isSealed = (db: Db): boolean =>
  row(db, sql`select 1 as one from seal where reopened_at is null`) !== undefined;

export function insertSeal(db: Db, s: Omit<SealRow, 'reopened'>): void {
  run(
    db,
    sql`insert into seal (number, manifest, contest, signature_secretary, signature_chair, at)
        values (${s.number}, ${s.manifest}, ${s.contest}, ${s.signatures.secretary}, ${s.signatures.chair}, ${s.at})`,
  );
}

export function breakSeal(db: Db, number: number, at: string, reason: string): void {
  run(db, sql`update seal set reopened_at = ${at}, reopen_reason = ${reason} where number = ${number}`);
}
