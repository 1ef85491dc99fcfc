import type { Juror } from '../model/jury';
import type { Nominee } from '../model/nominee';

/** What people of a contest are called in its open snapshot: by their numbers. */
export const nomineeId = ({ number }: Pick<Nominee, 'number'>): string => `N${number}`;
export const jurorId = ({ number }: Pick<Juror, 'number'>): string => `J${number}`;
