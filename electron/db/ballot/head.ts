import type { BallotPlace } from '@shared/model/ballotSession';
import type { CriterionId, EntryId } from '@shared/model/ids';
import type { Db } from '../open';
import { bytes, integer, integerOrNull, row, run, sql, textOrNull } from '../sql';

/** Table ballot: the package as it arrived, the juror's keys, and where the juror stands. */
export interface BallotHead {
  readonly editable: boolean;
  /** `seq` of the last change that is in force; 0 when none is. */
  readonly cursor: number;
  readonly savedAt: string | null;
  readonly place: BallotPlace | null;
  /** The answer to what a re-issued package offers of the juror's earlier ballot; null: none yet. */
  readonly carried: CarryAnswer | null;
}

const carryAnswers = ['taken', 'declined'] as const;
export type CarryAnswer = (typeof carryAnswers)[number];

export interface StoredPackage {
  readonly manifestBytes: Uint8Array;
  readonly signature: Uint8Array;
  /** The juror's Ed25519 key: 32 raw bytes each. */
  readonly keys: { readonly public: Uint8Array; readonly secret: Uint8Array };
}

export function insertBallot(db: Db, stored: StoredPackage): void {
  run(
    db,
    sql`insert into ballot (singleton, manifest, signature, juror_public, juror_secret)
        values (1, ${stored.manifestBytes}, ${stored.signature}, ${stored.keys.public}, ${stored.keys.secret})`,
  );
}

/** Null in a database whose creation was interrupted. */
export function readPackage(db: Db): StoredPackage | null {
  const r = row(db, sql`select manifest, signature, juror_public, juror_secret from ballot`);
  if (r === undefined) return null;
  return {
    manifestBytes: bytes(r, 'manifest'),
    signature: bytes(r, 'signature'),
    keys: { public: bytes(r, 'juror_public'), secret: bytes(r, 'juror_secret') },
  };
}

export function readHead(db: Db): BallotHead {
  const r = row(db, sql`select editable, cursor, saved_at, place_entry, place_criterion, carried from ballot`);
  const entry = integerOrNull(r, 'place_entry');
  const criterion = integerOrNull(r, 'place_criterion');
  return {
    editable: integer(r, 'editable') === 1,
    cursor: integer(r, 'cursor'),
    savedAt: textOrNull(r, 'saved_at'),
    carried: carryAnswers.find((answer) => answer === textOrNull(r, 'carried')) ?? null,
    place: entry === null ? null : { entry: entry as EntryId, criterion: criterion as CriterionId | null },
  };
}

export const moveCursor = (db: Db, cursor: number, at: string): void => {
  run(db, sql`update ballot set cursor = ${cursor}, saved_at = ${at}`);
};

export const setCarried = (db: Db, answer: CarryAnswer, at: string): void => {
  run(db, sql`update ballot set carried = ${answer}, saved_at = ${at}`);
};

export const setEditable = (db: Db, editable: boolean): void => {
  run(db, sql`update ballot set editable = ${editable ? 1 : 0}`);
};

export const setPlace = (db: Db, place: BallotPlace): void => {
  run(db, sql`update ballot set place_entry = ${place.entry}, place_criterion = ${place.criterion}`);
};
