import type { Migration } from '../migrate';
import { createContest } from './0001-contest';
import { createSigner } from './0002-signer';
import { createSeal } from './0003-seal';
import { createAttachment } from './0004-attachment';
import { moreDecisions } from './0005-decision';
import { createRegional } from './0006-regional';
import { createTally } from './0007-tally';

/** The history of the contest's schema, oldest first. */
export const contestMigrations: readonly Migration[] = [
  createContest,
  createSigner,
  createSeal,
  createAttachment,
  moreDecisions,
  createRegional,
  createTally,
];
