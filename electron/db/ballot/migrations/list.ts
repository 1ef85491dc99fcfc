import type { Migration } from '../../migrate';
import { ballotTables } from './0001-ballot';

/** Every step of the juror's database, oldest first. */
export const ballotMigrations: readonly Migration[] = [
  { version: 1, name: '0001-ballot', up: (db) => void db.exec(ballotTables) },
];
