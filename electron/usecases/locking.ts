import type { InputOf } from '@shared/ipc/contract';
import type { Opened } from '@shared/model/lock';
import { fail, ok, type Result } from '@shared/result';
import { resultsCodeOpens } from '../exchange/resultsFile';
import { parseRecoveryCode } from '../vault/recoveryCode';
import { close, closeAll } from './contestFile';
import type { Desk } from './context';
import { demoId } from './demo';

/** What the lock has to protect; null: nothing is open. */
export function openedIn({ contest, ballot, results }: Desk): Opened | null {
  if (contest !== null)
    return { kind: 'contest', name: contest.state.file.name, hasSecret: contest.contestId !== demoId };
  if (ballot !== null) return { kind: 'ballot', name: ballot.file, hasSecret: true };
  return results === null ? null : { kind: 'results', name: results.fileName, hasSecret: true };
}

/** wrong-secret: it opens nothing that is open. Costs what opening costs: the same derivations, in the same threads. */
export async function open(desk: Desk, { text }: InputOf<'lock.open'>): Promise<Result<null>> {
  return (await opens(desk, text)) ? ok(null) : fail({ code: 'wrong-secret' });
}

async function opens({ contest, ballot, results, heavy }: Desk, text: string): Promise<boolean> {
  if (contest !== null) {
    // One field for both: a code on paper knows by its check sign that it is one.
    const isCode = parseRecoveryCode(text) !== null && (await contest.keys.recoveryCodeOpens(text));
    return isCode || (await contest.keys.holderOf({ kind: 'password', text })) !== null;
  }
  if (ballot !== null) return ballot.codeOpens(text);
  return results !== null && resultsCodeOpens(results.head, text, heavy);
}

/** As from the start screen: what the file cannot take stays in the working copy. */
export async function leave(desk: Desk): Promise<Result<null>> {
  const closed = await close(desk);
  await closeAll(desk);
  return closed;
}
