import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BallotManifest, ReturnedBallot } from '@shared/model/ballot';
import type { LocalText } from '@shared/model/language';
import { writeReturned } from '../../../electron/exchange/returned';
import { admitAll } from '../../../electron/usecases/check';
import type { Desk } from '../../../electron/usecases/context';
import { importBallots } from '../../../electron/usecases/importBallots';
import { markAbsent, saveJuror } from '../../../electron/usecases/jury';
import { addNominee, withdraw } from '../../../electron/usecases/nominees';
import { closeRound } from '../../../electron/usecases/rounds';
import { saveCategory, saveCriteria, saveHead } from '../../../electron/usecases/setup';
import { overrule } from '../../../electron/usecases/standing';
import {
  ballotOf,
  createContest,
  issueToAll,
  keepOneJuryRound,
  snapshotOf,
  type JurorWithPackage,
} from '../lib/contest';
import { heavy, must, tokenOf } from '../lib/desk';

const nominees = 30;
const jurors = 5;

/** One after the other, from the beginning again when all were given. */
export type NextText = (longest?: number) => string;

/** A contest with the first prize given, each text of which is one of those; it stays open at the desk. */
export async function fillWith(desk: Desk, folder: string, next: NextText): Promise<void> {
  const local = (): LocalText => {
    const text = next();
    return { kk: text, ru: text, en: text };
  };
  mkdirSync(folder, { recursive: true });
  await createContest(desk, join(folder, 'Байқау.tarazy'));
  const { head } = snapshotOf(desk).contest;
  must(saveHead(desk, { head: { ...head, title: local(), organiser: local(), city: local(), edition: next(100) } }));
  keepOneJuryRound(desk, local);
  const { categories, rounds } = snapshotOf(desk).contest;
  for (const { id, nomineeKind, winners, criteria } of categories) {
    must(saveCategory(desk, { id, name: local(), nomineeKind, winners }));
    const own = criteria.map((each) => ({
      ...each,
      name: local(),
      hint: local(),
      levels: [{ from: 0, to: 10, text: local() }],
    }));
    must(saveCriteria(desk, { category: id, criteria: own }));
  }
  const [check, round] = rounds;
  const [category] = categories;
  if (check === undefined || round === undefined || category === undefined)
    throw new Error('the template lost a round');
  for (let n = 0; n < nominees; n += 1) {
    const fields = { consent: '2026-11-01', university: next(), region: next(), faculty: next(), note: next() };
    must(addNominee(desk, { name: next().trim() || 'Аты жоқ', kind: 'person', category: category.id, fields }));
  }
  for (let n = 0; n < jurors; n += 1) {
    const name = next(300).trim() || 'Аты жоқ';
    must(saveJuror(desk, { id: null, name, title: next(500), contact: next(500), chair: n === 0 }));
  }
  must(admitAll(desk, { round: check.id }));
  must(closeRound(desk, { round: check.id }));
  const given = await issueToAll(desk, join(folder, 'packages'));
  const [absent, ...present] = given;
  if (absent === undefined) throw new Error('no juror');
  for (const [n, juror] of present.entries()) await returnBallot(desk, juror, join(folder, `${n}.tscores`), next);
  const { people, jury } = snapshotOf(desk);
  const seat = jury.jurors.find(({ id }) => id === absent.manifest.juror.id)?.id;
  const [out, chosen] = people.entries.filter((entry) => entry.round === round.id);
  if (seat === undefined || out === undefined || chosen === undefined) throw new Error('nobody is left');
  must(markAbsent(desk, { round: round.id, juror: seat, reason: next() }));
  must(withdraw(desk, { id: out.nominee, reason: next() }));
  const decision = { round: round.id, category: category.id, kind: 'exclude' as const, order: [chosen.id] };
  must(overrule(desk, { ...decision, people: [next(300), next(300)], reason: next() }));
  must(closeRound(desk, { round: round.id }));
}

async function returnBallot(desk: Desk, juror: JurorWithPackage, path: string, next: NextText): Promise<void> {
  const { manifest, keys } = juror;
  const { content } = writeReturned(withTexts(ballotOf(juror, 1), manifest, next), keys.secret);
  writeFileSync(path, await heavy.ageEncryptTo(manifest.recipient, content));
  must(await importBallots(desk, { files: [tokenOf(desk, path)], task: 'import' }));
}

/** Better the earlier one stands, so that no tie keeps the round open. */
function withTexts(ballot: ReturnedBallot, { entries }: BallotManifest, next: NextText): ReturnedBallot {
  const place = new Map(entries.map(({ id }, index) => [id, entries.length - index]));
  return {
    ...ballot,
    cards: ballot.cards.map((card) => ({
      ...card,
      comment: next(),
      marks: card.marks.map(({ criterion }, nth) => ({
        criterion,
        value: Math.min(10, Math.floor(((place.get(card.entry) ?? 0) + nth) / card.marks.length)),
      })),
    })),
  };
}
