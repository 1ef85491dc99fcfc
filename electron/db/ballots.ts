import { z } from 'zod';
import type { JurorId, PackageId, RoundId } from '@shared/model/ids';
import { packageId } from '@shared/model/ids';
import type { Db } from './open';
import { bytes, integer, json, row, rows, run, sql, text, type Row } from './sql';

/** Tables contest_key, package, returned, ballot_choice. */

export interface ContestKeys {
  readonly signPublic: Uint8Array;
  readonly signPrivate: Uint8Array;
  /** age recipient `age1…` and identity `AGE-SECRET-KEY-1…`. */
  readonly recipient: string;
  readonly identity: string;
}

export function insertContestKeys(db: Db, k: ContestKeys): void {
  run(
    db,
    sql`insert into contest_key (singleton, sign_public, sign_private, recipient, identity)
        values (1, ${k.signPublic}, ${k.signPrivate}, ${k.recipient}, ${k.identity})`,
  );
}

export function readContestKeys(db: Db): ContestKeys {
  const r = row(db, sql`select sign_public, sign_private, recipient, identity from contest_key`);
  return {
    signPublic: bytes(r, 'sign_public'),
    signPrivate: bytes(r, 'sign_private'),
    recipient: text(r, 'recipient'),
    identity: text(r, 'identity'),
  };
}

// ---------------------------------------------------------------- issued packages

export interface PackageRow {
  readonly id: PackageId;
  readonly round: RoundId;
  readonly juror: JurorId;
  readonly revision: number;
  readonly code: string;
  readonly fileName: string;
  readonly issuedAt: string;
  readonly dueAt: string;
  readonly rulesHash: string;
}

const toPackage = (r: Row): PackageRow => ({
  id: packageId.parse(text(r, 'id')),
  round: integer(r, 'round') as RoundId,
  juror: integer(r, 'juror') as JurorId,
  revision: integer(r, 'revision'),
  code: text(r, 'code'),
  fileName: text(r, 'file_name'),
  issuedAt: text(r, 'issued_at'),
  dueAt: text(r, 'due_at'),
  rulesHash: text(r, 'rules_hash'),
});

export const readPackages = (db: Db): readonly PackageRow[] =>
  rows(
    db,
    sql`select id, round, juror, revision, code, file_name, issued_at, due_at, rules_hash from package
        order by round, juror, revision`,
  ).map(toPackage);

/** `manifest`: the bytes as they were signed, kept as evidence of what the juror was given. */
export function insertPackage(db: Db, p: PackageRow, manifest: Uint8Array): void {
  run(
    db,
    sql`insert into package (id, round, juror, revision, code, file_name, issued_at, due_at, rules_hash, manifest)
        values (${p.id}, ${p.round}, ${p.juror}, ${p.revision}, ${p.code}, ${p.fileName}, ${p.issuedAt}, ${p.dueAt},
                ${p.rulesHash}, ${manifest})`,
  );
}

export function readManifestBytes(db: Db, id: PackageId): Uint8Array | undefined {
  const r = row(db, sql`select manifest from package where id = ${id}`);
  return r && bytes(r, 'manifest');
}

// ---------------------------------------------------------------- returned ballots

export interface ReturnedRow {
  /** SHA-256 of the signed content, hex. */
  readonly hash: string;
  readonly package: PackageId;
  readonly round: RoundId;
  readonly juror: JurorId;
  readonly jurorKey: string;
  readonly sequence: number;
  readonly submittedAt: string;
  readonly receivedAt: string;
  readonly fileName: string;
}

const toReturned = (r: Row): ReturnedRow => ({
  hash: text(r, 'hash'),
  package: packageId.parse(text(r, 'package')),
  round: integer(r, 'round') as RoundId,
  juror: integer(r, 'juror') as JurorId,
  jurorKey: text(r, 'juror_key'),
  sequence: integer(r, 'sequence'),
  submittedAt: text(r, 'submitted_at'),
  receivedAt: text(r, 'received_at'),
  fileName: text(r, 'file_name'),
});

export const readReturned = (db: Db): readonly ReturnedRow[] =>
  rows(
    db,
    sql`select hash, package, round, juror, juror_key, sequence, submitted_at, received_at, file_name from returned
        order by round, juror, sequence, hash`,
  ).map(toReturned);

/** The signed bytes of a genuine ballot; undefined if none has this hash. */
export function readContent(db: Db, hash: string): Uint8Array | undefined {
  const r = row(db, sql`select content from returned where hash = ${hash}`);
  return r && bytes(r, 'content');
}

/** Its length, without reading it. */
export function contentLength(db: Db, hash: string): number {
  const r = row(db, sql`select length(content) as bytes from returned where hash = ${hash}`);
  return integer(r, 'bytes');
}

export function insertReturned(db: Db, b: ReturnedRow, received: Uint8Array, content: Uint8Array): void {
  run(
    db,
    sql`insert into returned (hash, package, round, juror, juror_key, sequence, submitted_at, received_at, file_name, received, content)
        values (${b.hash}, ${b.package}, ${b.round}, ${b.juror}, ${b.jurorKey}, ${b.sequence}, ${b.submittedAt},
                ${b.receivedAt}, ${b.fileName}, ${received}, ${content})`,
  );
}

// ---------------------------------------------------------------- what two people chose

export interface ChoiceRow {
  readonly round: RoundId;
  readonly juror: JurorId;
  readonly hash: string;
  /** The ballots the two people knew of. */
  readonly among: readonly string[];
  readonly people: readonly string[];
  readonly reason: string;
}

export const readChoices = (db: Db): readonly ChoiceRow[] =>
  rows(db, sql`select round, juror, hash, among, people, reason from ballot_choice`).map((r) => ({
    round: integer(r, 'round') as RoundId,
    juror: integer(r, 'juror') as JurorId,
    hash: text(r, 'hash'),
    among: z.array(z.string()).parse(json(r, 'among')),
    people: z.array(z.string()).parse(json(r, 'people')),
    reason: text(r, 'reason'),
  }));

export function writeChoice(db: Db, c: ChoiceRow, at: string): void {
  run(
    db,
    sql`insert into ballot_choice (round, juror, hash, among, people, reason, at)
        values (${c.round}, ${c.juror}, ${c.hash}, ${JSON.stringify(c.among)}, ${JSON.stringify(c.people)}, ${c.reason}, ${at})
        on conflict (round, juror) do update set hash = excluded.hash, among = excluded.among, people = excluded.people,
          reason = excluded.reason, at = excluded.at`,
  );
}
