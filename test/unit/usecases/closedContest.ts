import { join } from 'node:path';
import type { BallotManifest, ReturnedBallot } from '@shared/model/ballot';
import type { BallotImport } from '@shared/model/snapshot';
import { newSigningKeys, type SigningKeys } from '../../../electron/exchange/keys';
import { ballotOfPackage, writeReturned } from '../../../electron/exchange/returned';
import { admitAll } from '../../../electron/usecases/check';
import { setChairPassword } from '../../../electron/usecases/access';
import { create } from '../../../electron/usecases/contestFile';
import { preparePackages, recordPackage } from '../../../electron/usecases/issueBallots';
import { markAbsent, saveJuror } from '../../../electron/usecases/jury';
import { addNominee } from '../../../electron/usecases/nominees';
import { closeRound } from '../../../electron/usecases/rounds';
import { storeReturned } from '../../../electron/usecases/storeReturned';
import { findTemplate } from '../../../electron/usecases/templates';
import { must, snapshotOf, type TestDesk } from './testDesk';

export const passwords = { secretary: 'хатшының құпиясөзі', chair: 'төрағаның құпиясөзі' };
export const markers = { iin: '050315600121', phone: '+77010000000', contact: 'li@kaznu.kz' };

export const dbOf = (desk: TestDesk) => {
  if (!desk.contest) throw new Error('no contest is open');
  return desk.contest.db;
};

/** A ballot as a juror would have sent it: everybody of the package marked, better the lower the number. */
export function ballotOf(manifest: BallotManifest, keys: SigningKeys, sequence = 1, shift = 0): ReturnedBallot {
  const criteria = new Map(manifest.categories.map((c) => [c.id, c.criteria]));
  return ballotOfPackage(manifest, keys.public, {
    sequence,
    submittedAt: '2026-11-25T10:00:00.000Z',
    cards: manifest.entries.map((e) => ({
      entry: e.id,
      marks: (criteria.get(e.category) ?? []).map((c, i) => ({
        criterion: c.id,
        value: Math.max(0, 10 - e.number - (i % 2) - shift),
      })),
      comment: '',
      recusal: null,
    })),
  });
}

export interface SentBallot {
  readonly manifest: BallotManifest;
  readonly keys: SigningKeys;
}

export async function returnBallot(desk: TestDesk, ballot: ReturnedBallot, keys: SigningKeys): Promise<BallotImport> {
  const { content } = writeReturned(ballot, keys.secret);
  const recipient = dbOf(desk).prepare<[], { recipient: string }>('select recipient from contest_key').get();
  const received = await desk.heavy.ageEncryptTo(recipient?.recipient ?? '', content);
  return must(storeReturned(desk, 'парақ.tscores', received, content));
}

/** Issues to everybody; everybody but those named sends one ballot back. */
async function scoreRound(
  desk: TestDesk,
  index: number,
  silent: readonly number[] = [],
): Promise<readonly SentBallot[]> {
  const { contest, jury } = snapshotOf(desk);
  const round = contest.rounds[index]?.id;
  if (round === undefined) throw new Error(`no round ${index}`);
  const jurors = jury.jurors.map((j) => j.id);
  const issue = {
    round,
    jurors,
    dueAt: '2026-12-01T13:00:00.000Z',
    sendTo: '',
    instructions: { kk: '', ru: '', en: '' },
  };
  const sent: SentBallot[] = [];
  for (const [i, p] of must(preparePackages(dbOf(desk), issue, desk.now().toISOString())).entries()) {
    must(recordPackage(desk, issue, p));
    const keys = newSigningKeys();
    sent.push({ manifest: p.manifest, keys });
    if (!silent.includes(i)) await returnBallot(desk, ballotOf(p.manifest, keys), keys);
  }
  return sent;
}

/**
 * A contest with every round closed and both passwords set, ready to be sealed: three students and an organisation,
 * four jurors, of whom the last was absent in the final.
 */
export async function closedContest(
  desk: TestDesk,
): Promise<{ readonly path: string; readonly sent: readonly SentBallot[] }> {
  const template = findTemplate('jana-beles');
  if (!template) throw new Error('no template');
  const path = join(desk.folder, 'Байқау.tarazy');
  const head = { ...template.head, edition: '2026' };
  const file = desk.files.grant(path).token;
  must(await create(desk, { template: 'jana-beles', head, file, password: passwords.secretary }));
  const current = { kind: 'password', text: passwords.secretary } as const;
  must(await setChairPassword(desk, { current, next: passwords.chair }));
  const [students, organisations] = snapshotOf(desk).contest.categories;
  for (const [name, category, kind] of [
    ['Ахметова Аяжан', students, 'person'],
    ['Ғабитова Әсел', students, 'person'],
    ['Қалиев Нұрлан', students, 'person'],
    ['«Білім» кеңесі', organisations, 'organisation'],
  ] as const) {
    const fields = { consent: '2026-11-01', iin: markers.iin, phone: markers.phone, university: 'ҚазҰУ' };
    must(addNominee(desk, { name, kind, category: category?.id ?? null, fields }));
  }
  for (const [i, name] of ['Ли Виктор', 'Қалиева Ұлжан', 'Өтегенов Мәди', 'Ким Анна'].entries())
    must(saveJuror(desk, { id: null, name, title: '', contact: markers.contact, chair: i === 0 }));
  const rounds = snapshotOf(desk).contest.rounds.map((r) => r.id);
  const [technical, first, final] = rounds;
  if (technical === undefined || first === undefined || final === undefined) throw new Error('too few rounds');
  must(admitAll(desk, { round: technical }));
  must(closeRound(desk, { round: technical }));
  const sent = [...(await scoreRound(desk, 1))];
  must(closeRound(desk, { round: first }));
  sent.push(...(await scoreRound(desk, 2, [3])));
  const away = snapshotOf(desk).jury.jurors[3]?.id;
  if (away === undefined) throw new Error('no fourth juror');
  must(markAbsent(desk, { round: final, juror: away, reason: 'іссапар' }));
  must(closeRound(desk, { round: final }));
  return { path, sent };
}
