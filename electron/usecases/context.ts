import type { EventName, Events } from '@shared/ipc/events';
import { fail, ok, type Result } from '@shared/result';
import type { FileToken } from '@shared/model/ids';
import type { FileTokens } from '../fileTokens';
import type { ContestVault } from '../vault/contestVault';
import type { PasswordCost } from '../vault/slots';
import type { Heavy } from '../workers/heavy';
import type { BallotSession } from './ballot/session';
import type { OpenResults } from './results/openResults';
import type { Tasks } from './tasks';

/** What is open at the desk: a contest, a juror's ballot or a results file, never two: the screen shows one of them. */
export interface Desk {
  readonly dataDir: string;
  readonly appVersion: string;
  /** Cost of passwords and of age's scrypt; tests take small ones. */
  readonly costs: { readonly password: PasswordCost; readonly packageWorkFactor: number };
  readonly heavy: Heavy;
  readonly files: FileTokens;
  readonly tasks: Tasks;
  readonly now: () => Date;
  readonly emit: <N extends EventName>(name: N, payload: Events[N]) => void;
  contest: ContestVault | null;
  ballot: BallotSession | null;
  /** In memory only: nothing of it is kept on disk. */
  results: OpenResults | null;
}

export function openContestOf(desk: Desk): Result<ContestVault> {
  return desk.contest ? ok(desk.contest) : fail({ code: 'no-contest-open' });
}

export function openBallotOf(desk: Desk): Result<BallotSession> {
  return desk.ballot ? ok(desk.ballot) : fail({ code: 'no-ballot-open' });
}

export function pathOf(desk: Desk, token: FileToken): Result<string> {
  const path = desk.files.path(token);
  return path === undefined ? fail({ code: 'file-forgotten' }) : ok(path);
}
