import type { BallotManifest, ReturnedBallot } from '@shared/model/ballot';
import { recusalGrounds } from '@shared/model/card';
import type { JurorId, RoundId } from '@shared/model/ids';
import { values } from '@shared/domain/scale';
import { readReturned, writeChoice } from '../../../electron/db/ballots';
import { newSigningKeys, type SigningKeys } from '../../../electron/exchange/keys';
import { ballotOfPackage, writeReturned } from '../../../electron/exchange/returned';
import type { Writing } from '../../../electron/usecases/change';
import { recount } from '../../../electron/usecases/countBallots';
import { takeIn } from '../../../electron/usecases/storeReturned';
import type { Random } from '../lib/random';
import { shuffled } from './rules';

/** How the marks of one contest are given. Coarse marks make ties. */
export interface Habit {
  readonly coarse: boolean;
  readonly careless: boolean;
}

/**
 * What comes back from one juror: nothing, a ballot, corrections in any order with gaps, one twice, two contents under one
 * number, two computers; and what two people say about it, before or after the last one arrives.
 */
export function sendBack(writing: Writing, manifest: BallotManifest, habit: Habit, random: Random): void {
  if (random.chance(0.08)) return;
  const keys = newSigningKeys();
  const make = (sequence: number, by = keys): Uint8Array =>
    writeReturned(ballotOf(manifest, by, sequence, habit, random), by.secret).content;
  const first = make(random.between(1, 2));
  const sent = [first];
  while (random.chance(0.3)) sent.push(make(sent.length + random.between(2, 3)));
  if (random.chance(0.1)) sent.push(make(3));
  if (random.chance(0.08)) sent.push(make(random.between(1, 3), newSigningKeys()));
  if (random.chance(0.1)) sent.push(first);
  for (const content of shuffled(sent, random)) {
    takeIn(writing, { fileName: 'парақ.tscores', received: content, content });
    if (random.chance(0.15)) choose(writing, manifest, random);
  }
  if (random.chance(0.5)) choose(writing, manifest, random);
}

/** As the use case stores it: among all ballots of this revision that are there at this moment. */
function choose({ db, at }: Writing, manifest: BallotManifest, random: Random): void {
  const [round, juror] = [manifest.round.id as RoundId, manifest.juror.id as JurorId];
  const among = readReturned(db).flatMap((r) => (r.package === manifest.packageId ? [r.hash] : []));
  if (among.length < 2) return;
  writeChoice(db, { round, juror, hash: random.pick(among), among, people: ['А', 'Б'], reason: 'екеуі келді' }, at);
  recount(db, round, juror);
}

function ballotOf(
  manifest: BallotManifest,
  keys: SigningKeys,
  sequence: number,
  { coarse, careless }: Habit,
  random: Random,
): ReturnedBallot {
  const criteria = new Map(manifest.categories.map((c) => [c.id, c.criteria]));
  return ballotOfPackage(manifest, keys.public, {
    sequence,
    submittedAt: '2026-11-25T10:00:00.000Z',
    cards: shuffled(manifest.entries, random).flatMap((entry) => {
      if (careless && random.chance(0.1)) return [];
      const recused = random.chance(0.07);
      const marks = shuffled(criteria.get(entry.category) ?? [], random).flatMap((criterion) => {
        const scale = values(criterion.scale);
        const value = random.pick(coarse ? scale.slice(-2) : scale);
        return recused || (careless && random.chance(0.05)) ? [] : [{ criterion: criterion.id, value }];
      });
      const recusal = recused ? { ground: random.pick(recusalGrounds), note: '' } : null;
      return [{ entry: entry.id, marks, comment: random.chance(0.1) ? 'жақсы' : '', recusal }];
    }),
  });
}
