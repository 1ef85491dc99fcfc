import type { InputOf, OutputOf } from '@shared/ipc/contract';
import { fail, ok, type Result } from '@shared/result';
import { writeChoice } from '../db/ballots';
import { readContest } from '../db/contest';
import { appendLog } from '../db/log';
import { change } from './change';
import type { Desk } from './context';
import { recount } from './countBallots';
import { readBallots } from './scoring';
import { nameOf } from './storeReturned';

/** Two people name the ballot that counts; a ballot that arrives later and was not among these reopens the question. */
export function chooseBallot(desk: Desk, input: InputOf<'ballots.choose'>): Result<OutputOf<'ballots.choose'>> {
  return change(desk, ['ballots'], (db, at) => {
    // A closed round no longer changes.
    if (readContest(db).rounds.find((r) => r.id === input.round)?.status !== 'open')
      return fail({ code: 'round-not-open' });
    const mine = readBallots(db).find((b) => b.round === input.round && b.juror === input.juror);
    if (!mine) return fail({ code: 'gone', what: 'juror' });
    const among = mine.returned.filter((r) => r.package === mine.current.id).map((r) => r.hash);
    if (!among.includes(input.hash)) return fail({ code: 'gone', what: 'juror' });
    if (new Set(input.people.map((p) => p.trim().toLowerCase())).size < 2)
      return fail({ code: 'invalid', field: 'people' });
    writeChoice(
      db,
      { round: input.round, juror: input.juror, hash: input.hash, among, people: input.people, reason: input.reason },
      at,
    );
    recount(db, input.round, input.juror);
    appendLog(
      db,
      at,
      'ballot_choice',
      { name: nameOf(db, input.juror), people: input.people.join(', ') },
      input.reason,
    );
    return ok(null);
  });
}
