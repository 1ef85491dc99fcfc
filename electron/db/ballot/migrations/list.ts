import type { Migration } from '../../migrate';
import { ballotTables } from './0001-ballot';
import { carriedColumn } from './0002-carried';
import { attachmentTable } from './0003-attachment';

/** Every step of the juror's database, oldest first. */
export const ballotMigrations: readonly Migration[] = [
  { version: 1, name: '0001-ballot', up: (db) => void db.exec(ballotTables) },
  { version: 2, name: '0002-carried', up: (db) => void db.exec(carriedColumn) },
  { version: 3, name: '0003-attachment', up: (db) => void db.exec(attachmentTable) },
];
