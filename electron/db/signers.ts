import type { Db } from './open';
import { row, run, sql, text } from './sql';

/** Table signer. One key per role is in force; a retired one stays as evidence for the seals that it signed. */
export interface SignerRow {
  readonly id: string;
  readonly role: string;
  readonly public: string;
  /** JSON; how the password was stretched is read by the vault. */
  readonly kdf: string;
  readonly salt: string;
  readonly nonce: string;
  readonly wrapped: string;
}

export function readSigner(db: Db, role: string): SignerRow | null {
  const r = row(
    db,
    sql`select id, role, public, kdf, salt, nonce, wrapped from signer where role = ${role} and retired_at is null`,
  );
  if (!r) return null;
  return {
    id: text(r, 'id'),
    role: text(r, 'role'),
    public: text(r, 'public'),
    kdf: text(r, 'kdf'),
    salt: text(r, 'salt'),
    nonce: text(r, 'nonce'),
    wrapped: text(r, 'wrapped'),
  };
}

/** No key of the role is in force from now on; what it signed stays as it is. */
export const retireSigner = (db: Db, role: string, at: string): void =>
  void run(db, sql`update signer set retired_at = ${at} where role = ${role} and retired_at is null`);

/** Puts the key in force; the one before it retires. */
export function insertSigner(db: Db, s: SignerRow, at: string): void {
  retireSigner(db, s.role, at);
  run(
    db,
    sql`insert into signer (id, role, public, kdf, salt, nonce, wrapped, created_at)
        values (${s.id}, ${s.role}, ${s.public}, ${s.kdf}, ${s.salt}, ${s.nonce}, ${s.wrapped}, ${at})`,
  );
}

/** The same key under another password. */
export function rewrapSigner(db: Db, before: SignerRow, s: SignerRow): void {
  if (before.public !== s.public || before.role !== s.role) throw new Error('not the same key');
  run(
    db,
    sql`update signer set id = ${s.id}, kdf = ${s.kdf}, salt = ${s.salt}, nonce = ${s.nonce}, wrapped = ${s.wrapped}
        where id = ${before.id}`,
  );
}
