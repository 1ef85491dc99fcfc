import { z } from 'zod';
import { nomineeKind } from '@shared/model/category';
import type { BatchId, CategoryId, EntryId, NomineeId, RoundId } from '@shared/model/ids';
import { fieldValues, nomineeFlags, type CheckState, type Entry, type Nominee } from '@shared/model/nominee';
import type { ImportBatch } from '@shared/model/snapshot';
import type { Db } from './open';
import { integer, integerOrNull, json, row, rows, run, sql, text, textOrNull, type Row } from './sql';

/** Tables batch, nominee, entry ↔ Nominee, Entry. */

const flags = z.array(z.enum(nomineeFlags)).readonly();

function toNominee(r: Row): Nominee {
  const at = textOrNull(r, 'withdrawn_at');
  return {
    id: integer(r, 'id') as NomineeId,
    number: integer(r, 'number'),
    kind: nomineeKind.parse(text(r, 'kind')),
    name: text(r, 'name'),
    fields: fieldValues.parse(json(r, 'fields')),
    sortKey: text(r, 'sort_key'),
    searchKey: text(r, 'search_key'),
    flags: flags.parse(json(r, 'flags')),
    withdrawn: at === null ? null : { at, reason: text(r, 'withdrawn_reason') },
    batch: integerOrNull(r, 'batch') as BatchId | null,
  };
}

const columns = 'id, number, kind, name, fields, sort_key, search_key, flags, withdrawn_reason, withdrawn_at, batch';

export const readNominees = (db: Db): readonly Nominee[] =>
  rows(db, { text: `select ${columns} from nominee order by number`, params: [] }).map(toNominee);

export function readNominee(db: Db, id: NomineeId): Nominee | undefined {
  const r = row(db, { text: `select ${columns} from nominee where id = ?`, params: [id] });
  return r && toNominee(r);
}

/** Numbers are given once, in the order of adding; those of an undone import are given again. */
const nextNumber = (db: Db): number =>
  integer(row(db, sql`select coalesce(max(number), 0) + 1 as next from nominee`), 'next');

export type NewNominee = Omit<Nominee, 'id' | 'number' | 'withdrawn'>;

export function insertNominee(db: Db, n: NewNominee): NomineeId {
  return run(
    db,
    sql`insert into nominee (number, kind, name, fields, sort_key, search_key, flags, batch)
        values (${nextNumber(db)}, ${n.kind}, ${n.name}, ${JSON.stringify(n.fields)}, ${n.sortKey}, ${n.searchKey},
                ${JSON.stringify(n.flags)}, ${n.batch})`,
  ).id as NomineeId;
}

export function updateNominee(
  db: Db,
  n: Pick<Nominee, 'id' | 'kind' | 'name' | 'fields' | 'sortKey' | 'searchKey' | 'flags'>,
): void {
  run(
    db,
    sql`update nominee set kind = ${n.kind}, name = ${n.name}, fields = ${JSON.stringify(n.fields)}, sort_key = ${n.sortKey},
        search_key = ${n.searchKey}, flags = ${JSON.stringify(n.flags)}, touched = 1 where id = ${n.id}`,
  );
}

export function setWithdrawn(
  db: Db,
  id: NomineeId,
  withdrawn: { readonly reason: string; readonly at: string } | null,
): void {
  run(
    db,
    sql`update nominee set withdrawn_reason = ${withdrawn?.reason ?? null}, withdrawn_at = ${withdrawn?.at ?? null}, touched = 1
        where id = ${id}`,
  );
}

// ---------------------------------------------------------------- entries

function toEntry(r: Row): Entry {
  return {
    id: integer(r, 'id') as EntryId,
    nominee: integer(r, 'nominee') as NomineeId,
    round: integer(r, 'round') as RoundId,
    category: integerOrNull(r, 'category') as CategoryId | null,
    check: checkStates.parse(text(r, 'check_state')),
    checkReason: text(r, 'check_reason'),
  };
}
const checkStates = z.enum(['pending', 'admitted', 'refused']);

export const readEntries = (db: Db): readonly Entry[] =>
  rows(db, sql`select id, nominee, round, category, check_state, check_reason from entry order by round, id`).map(
    toEntry,
  );

export function insertEntry(db: Db, e: Pick<Entry, 'nominee' | 'round' | 'category'>): EntryId {
  return run(db, sql`insert into entry (nominee, round, category) values (${e.nominee}, ${e.round}, ${e.category})`)
    .id as EntryId;
}

export function setCheck(db: Db, id: EntryId, state: CheckState, reason: string): void {
  run(db, sql`update entry set check_state = ${state}, check_reason = ${reason} where id = ${id}`);
}

export const setCategory = (db: Db, id: EntryId, category: CategoryId | null): void => {
  run(db, sql`update entry set category = ${category} where id = ${id}`);
};

/** Takes back the entries of a round; the caller has made sure that no card names them. */
export const deleteEntriesOf = (db: Db, round: RoundId): void => {
  run(db, sql`delete from entry where round = ${round}`);
};

// ---------------------------------------------------------------- import batches

export const insertBatch = (db: Db, fileName: string, at: string): BatchId =>
  run(db, sql`insert into batch (file_name, at) values (${fileName}, ${at})`).id as BatchId;

export function readBatches(db: Db): readonly ImportBatch[] {
  return rows(
    db,
    sql`select b.id, b.file_name, b.at, count(n.id) as nominees,
          coalesce(sum(n.touched), 0)
          + (select count(*) from tally t join entry e on e.id = t.entry join nominee m on m.id = e.nominee where m.batch = b.id)
          + (select count(*) from entry e join nominee m on m.id = e.nominee
              where m.batch = b.id and (e.check_state <> 'pending' or e.round <> (select min(id) from round))) as used
        from batch b join nominee n on n.batch = b.id group by b.id order by b.id desc`,
  ).map((r) => ({
    id: integer(r, 'id') as BatchId,
    fileName: text(r, 'file_name'),
    at: text(r, 'at'),
    nominees: integer(r, 'nominees'),
    undoable: integer(r, 'used') === 0,
  }));
}

/** Removes a batch and its nominees, as if it had never been imported. */
export function deleteBatch(db: Db, id: BatchId): void {
  run(db, sql`delete from entry where nominee in (select id from nominee where batch = ${id})`);
  run(db, sql`delete from nominee where batch = ${id}`);
  run(db, sql`delete from batch where id = ${id}`);
}
