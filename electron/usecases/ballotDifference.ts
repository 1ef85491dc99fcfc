import { receiptText } from '@shared/domain/ballotCode';
import { ballotDifferences } from '@shared/domain/ballotSet';
import type { InputOf } from '@shared/ipc/contract';
import type { ReturnedBallot } from '@shared/model/ballot';
import { maxCells, type BallotChange } from '@shared/model/snapshot';
import { fail, ok, type Result } from '@shared/result';
import { readContent } from '../db/ballots';
import type { Db } from '../db/open';
import { fromHex } from '../exchange/hashes';
import { readBallot } from '../exchange/verdict';
import { openContestOf, type Desk } from './context';

/** A ballot that the contest holds. Undefined: none has this hash. */
export function storedBallot(db: Db, hash: string): ReturnedBallot | undefined {
  const content = readContent(db, hash);
  if (!content) return undefined;
  const read = readBallot(content);
  if (!read.ok) throw new Error('a stored ballot can no longer be read');
  return read.value.ballot;
}

type Named = Pick<ReturnedBallot, 'sequence' | 'cards'> & { readonly hash: string };

export function changeOf(before: Named, after: Named): BallotChange {
  const name = ({ hash, sequence }: Named) => ({ receipt: receiptText(fromHex(hash)), sequence });
  const cells = ballotDifferences(before.cards, after.cards);
  return { before: name(before), after: name(after), cells: cells.slice(0, maxCells), total: cells.length };
}

/** Two ballots of one juror in one round; of different jurors there is nothing to compare. */
export function ballotDifference(desk: Desk, input: InputOf<'ballots.difference'>): Result<BallotChange> {
  const session = openContestOf(desk);
  if (!session.ok) return session;
  const { db } = session.value;
  const [before, after] = [storedBallot(db, input.before), storedBallot(db, input.after)];
  if (!before || !after || before.jurorId !== after.jurorId || before.roundId !== after.roundId)
    return fail({ code: 'gone', what: 'juror' });
  return ok(changeOf({ ...before, hash: input.before }, { ...after, hash: input.after }));
}
