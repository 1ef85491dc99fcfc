import { receiptText } from '@shared/domain/ballotCode';
import { changesBetween } from '@shared/domain/changes';
import type { InputOf, OutputOf } from '@shared/ipc/contract';
import type { LogTexts } from '@shared/model/log';
import { fail, ok, type Result } from '@shared/result';
import { readChoices, writeChoice } from '../db/ballots';
import { readContest } from '../db/contest';
import { fromHex } from '../exchange/hashes';
import { change } from './change';
import type { Desk } from './context';
import { recount } from './countBallots';
import { readBallots } from './scoring';
import { nameOf } from './storeReturned';

const counted = (hash: string): LogTexts => ({ counted: receiptText(fromHex(hash)) });

/** Two people name the ballot that counts; a ballot that arrives later and was not among these reopens the question. */
export function chooseBallot(desk: Desk, input: InputOf<'ballots.choose'>): Result<OutputOf<'ballots.choose'>> {
  return change(desk, ['ballots'], ({ db, at, log }) => {
    // A closed round no longer changes.
    if (readContest(db).rounds.find((r) => r.id === input.round)?.status !== 'open')
      return fail({ code: 'round-not-open' });
    const mine = readBallots(db).find((b) => b.round === input.round && b.juror === input.juror);
    if (!mine) return fail({ code: 'gone', what: 'juror' });
    const among = mine.returned.filter((r) => r.package === mine.current.id).map((r) => r.hash);
    if (!among.includes(input.hash)) return fail({ code: 'gone', what: 'juror' });
    if (new Set(input.people.map((p) => p.trim().toLowerCase())).size < 2)
      return fail({ code: 'invalid', field: 'people' });
    const earlier = readChoices(db).find((c) => c.round === input.round && c.juror === input.juror);
    writeChoice(
      db,
      { round: input.round, juror: input.juror, hash: input.hash, among, people: input.people, reason: input.reason },
      at,
    );
    recount(db, input.round, input.juror);
    const about = { name: nameOf(db, input.juror), people: input.people.join(', ') };
    const changes = changesBetween(earlier ? counted(earlier.hash) : {}, counted(input.hash));
    log('ballot_choice', about, { reason: input.reason, changes });
    return ok(null);
  });
}
