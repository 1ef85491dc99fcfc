import type { Migration } from '../migrate';
import { createContest } from './0001-contest';

/** The history of the contest's schema, oldest first. */
export const contestMigrations: readonly Migration[] = [createContest];
