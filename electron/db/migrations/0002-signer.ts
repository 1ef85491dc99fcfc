import type { Migration } from '../migrate';

/** The keys with which secretary and chair seal, each wrapped under the holder's own password. A key is never deleted. */
const table = `
create table signer (
  id text primary key,
  role text not null check (role in ('secretary', 'chair')),
  public text not null,
  kdf text not null check (json_valid(kdf)),
  salt text not null,
  nonce text not null,
  wrapped text not null,
  created_at text not null,
  retired_at text
) strict;
create unique index one_signer on signer (role) where retired_at is null;
create trigger signer_is_never_deleted before delete on signer begin select raise(abort, 'a signer is never deleted'); end;
`;

export const createSigner: Migration = { version: 2, name: 'signer', up: (db) => void db.exec(table) };
