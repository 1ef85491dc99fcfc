import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readContestKeys, readReturned } from '../../../electron/db/ballots';
import { readCards } from '../../../electron/db/cards';
import { openReturned, writeReturned } from '../../../electron/exchange/returned';
import { closeAll } from '../../../electron/usecases/contestFile';
import { storeReturned } from '../../../electron/usecases/storeReturned';
import { ballotOf, createContest, issueToAll, prepareRound, writeBallotFile } from '../lib/contest';
import { deskIn, heavy, must } from '../lib/desk';
import { changedBytes } from './bytes';
import { changedSigned } from './signed';
import type { Target } from './target';

/** `.tscores`, imported into the contest it belongs to by the reader and the use case that imports use. */
export async function ballotTarget(folder: string): Promise<Target> {
  const desk = deskIn(folder);
  await createContest(desk, join(folder, 'Байқау.tarazy'));
  prepareRound(desk, 2);
  const [mine, theirs] = await issueToAll(desk, join(folder, 'packages'));
  const vault = desk.contest;
  if (mine === undefined || theirs === undefined || vault === null) throw new Error('no packages');
  const path = join(folder, 'genuine.tscores');
  const { hash } = await writeBallotFile(mine, 1, path);
  const genuine = readFileSync(path);
  const otherPath = join(folder, 'other.tscores');
  const { hash: otherHash } = await writeBallotFile(theirs, 1, otherPath);
  const other = readFileSync(otherPath);
  const content = Buffer.from(writeReturned(ballotOf(mine, 1), mine.keys.secret).content);
  const otherContent = Buffer.from(writeReturned(ballotOf(theirs, 1), theirs.keys.secret).content);
  const { identity } = readContestKeys(vault.db);
  return {
    genuine,
    changed: async (random) => {
      if (random.chance(0.4)) return changedBytes(genuine, other, random);
      // The contest's recipient is in every package: anybody can encrypt to it, nobody else can sign for the juror.
      const changed = changedSigned(content, otherContent, random);
      return Buffer.from(await heavy.ageEncryptTo(mine.manifest.recipient, changed));
    },
    read: async (bytes) => {
      const opened = await openReturned(bytes, identity, heavy);
      if (!opened.ok) return { kind: 'refused', reason: opened.failure };
      const { verdict } = must(storeReturned(desk, 'changed.tscores', bytes, opened.value));
      if (verdict.kind === 'refused') {
        const untouched = readReturned(vault.db).length === 0 && readCards(vault.db).length === 0;
        return untouched
          ? { kind: 'refused', reason: verdict.reason }
          : { kind: 'accepted', what: 'refused, but something was stored' };
      }
      const stored = readReturned(vault.db).map((row) => row.hash);
      // Taken out again, so that the next one meets the same contest.
      vault.db.exec('DELETE FROM card; DELETE FROM returned');
      // A splice may by chance be all of the other genuine ballot.
      const genuinely = stored.length === 1 && [hash, otherHash].includes(stored[0] ?? '');
      return genuinely ? { kind: 'same' } : { kind: 'accepted', what: verdict.kind };
    },
    close: () => closeAll(desk),
  };
}
