import type { Db } from './open';

/** A value that SQLite stores as it is. */
export type SqlValue = string | number | bigint | null | Uint8Array;

export interface Query {
  readonly text: string;
  readonly params: readonly SqlValue[];
}

/** Values never enter the text: every `${}` becomes a bound parameter. */
export const sql = (parts: TemplateStringsArray, ...params: readonly SqlValue[]): Query => ({
  text: parts.join('?'),
  params,
});

/** A row as the driver gives it, before a table file turns it into the model. */
export type Row = Readonly<Record<string, unknown>>;

export const rows = (db: Db, query: Query): readonly Row[] =>
  db.prepare(query.text).all(...query.params) as readonly Row[];

export const row = (db: Db, query: Query): Row | undefined =>
  db.prepare(query.text).get(...query.params) as Row | undefined;

/** Returns the rowid of the last insert. */
export function run(db: Db, query: Query): { readonly changes: number; readonly id: number } {
  const done = db.prepare(query.text).run(...query.params);
  return { changes: done.changes, id: Number(done.lastInsertRowid) };
}

/** All or nothing; nested use is a bug, since a use case is one transaction. */
export function inTransaction<T>(db: Db, work: () => T): T {
  if (db.inTransaction) throw new Error('a transaction inside a transaction');
  return db.transaction(work).immediate();
}

/** The next value of a counter that never goes back. */
export function nextOf(db: Db, name: string): number {
  run(db, sql`insert into counter (name, next) values (${name}, 1) on conflict (name) do nothing`);
  const r = row(db, sql`update counter set next = next + 1 where name = ${name} returning next - 1 as value`);
  return integer(r, 'value');
}

// Cells, checked: a wrong type means a damaged or foreign database and is a bug, never a guess.

function cell(r: Row | undefined, name: string): unknown {
  if (!r || !(name in r)) throw new Error(`no column ${name}`);
  return r[name];
}
export function text(r: Row | undefined, name: string): string {
  const v = cell(r, name);
  if (typeof v !== 'string') throw new Error(`column ${name} is not text`);
  return v;
}
export function integer(r: Row | undefined, name: string): number {
  const v = cell(r, name);
  if (typeof v !== 'number' || !Number.isSafeInteger(v)) throw new Error(`column ${name} is not an integer`);
  return v;
}
export function bytes(r: Row | undefined, name: string): Uint8Array {
  const v = cell(r, name);
  if (!(v instanceof Uint8Array)) throw new Error(`column ${name} is not a blob`);
  return v;
}
export const textOrNull = (r: Row | undefined, name: string): string | null =>
  cell(r, name) === null ? null : text(r, name);
export const integerOrNull = (r: Row | undefined, name: string): number | null =>
  cell(r, name) === null ? null : integer(r, name);
export const json = (r: Row | undefined, name: string): unknown => JSON.parse(text(r, name));
