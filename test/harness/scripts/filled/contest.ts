import { copyFileSync } from 'node:fs';
import type { EntryId, RoundId } from '@shared/model/ids';
import { chairPassword, secretaryPassword, type Office } from '../office';
import { answer, issue, takeIn, type Sent } from './ballots';
import { fillRules } from './setup';
import { workbook } from './workbook';

export interface FilledContest {
  /** With the jury round open: ballots that contradicted each other, and decisions. */
  readonly running: string;
  readonly sealed: string;
  readonly results: Sent;
  /** A package of the second revision, as it came to a juror who has not opened it. */
  readonly ballot: Sent;
  readonly workbook: string;
  readonly snapshot: string;
}

const current = { kind: 'password', text: secretaryPassword } as const;

/** A contest from its first text to its results file, whose every text is one of the strings. */
export async function fillContest(office: Office): Promise<FilledContest> {
  const { texts } = office;
  const running = office.at('running.tarazy');
  const sealed = office.at('sealed.tarazy');
  const template = 'jana-beles';
  const { head } = await office.call('contest.templateHead', { template });
  const own = () => ({
    ...head,
    title: texts.local(),
    organiser: texts.local(),
    city: texts.local(),
    edition: texts.next(100),
  });
  await office.call('contest.create', {
    template,
    head: own(),
    file: office.pick(sealed),
    password: secretaryPassword,
  });
  await office.call('setup.saveHead', { head: own() });
  await fillRules(office);
  await fillNominees(office);
  const jury = await fillJury(office);
  const ballot = await playRound(office, jury);
  await decide(office, jury);
  await office.call('contest.publish', {});
  copyFileSync(sealed, running);
  await close(office, jury);
  const results = office.at(texts.fileName('tresults'));
  const { code } = await office.call('results.write', { file: office.pick(results), task: 'results' });
  const book = office.at('export.xlsx');
  const snapshot = office.at('export.json');
  const language = 'kk' as const;
  await office.call('documents.workbook', { language, file: office.pick(book), task: 'workbook' });
  await office.call('documents.snapshot', { language, file: office.pick(snapshot), task: 'snapshot' });
  await office.call('contest.close', {});
  return { running, sealed, results: { path: results, code }, ballot, workbook: book, snapshot };
}

async function fillNominees(office: Office): Promise<void> {
  const { texts } = office;
  const [students] = office.snapshot.contest.categories;
  const [check] = office.snapshot.contest.rounds;
  if (students === undefined || check === undefined) throw new Error('not this template');
  const ids = ['university', 'faculty', 'position', 'workplace', 'phone', 'email', 'region', 'achievements', 'note'];
  const fields = () => ({
    ...Object.fromEntries(ids.map((id) => [id, texts.next()])),
    [texts.next(64)]: texts.next(),
    consent: '2026-11-01',
  });
  const category = students.id;
  for (const name of texts.strings)
    await office.call('nominees.add', { name, kind: students.nomineeKind, category, fields: fields() });
  const [first] = office.snapshot.people.nominees;
  if (first === undefined) throw new Error('nobody was added');
  await office.call('nominees.edit', { id: first.id, name: texts.next(500), category, fields: fields() });
  const name = texts.fileName('txt');
  await office.call('nominees.attach', { nominee: first.id, files: [office.file(name, texts.next())] });

  const list = await workbook(office, [
    ['Аты-жөні', texts.next(), 'ЖОО'],
    ...texts.strings.slice(0, 3).map((text, row) => [`${row} ${text}`, texts.next(), texts.next()]),
  ]);
  const plan = {
    sheet: list.sheet,
    headerRow: 1,
    columns: [
      { column: 0, target: 'name' },
      { column: 1, target: texts.next(64) },
    ],
    defaultCategory: category,
    takeAnyway: [2, 3],
  };
  const file = office.pick(list.path);
  await office.call('nominees.preview', { file, plan });
  await office.call('nominees.import', { file, plan });

  await office.call('check.admitAll', { round: check.id });
  const entries = office.snapshot.people.entries.map(({ id }) => id);
  await office.call('check.admit', { entries });
  await office.call('check.refuse', { entries: entries.slice(1, 2), reason: texts.next() });
  const [, , , last] = office.snapshot.people.nominees;
  if (last !== undefined) await office.call('nominees.withdraw', { id: last.id, reason: texts.next() });
  await office.call('round.close', { round: check.id });
  await office.call('round.reopen', { round: check.id, reason: texts.next() });
  await office.call('round.close', { round: check.id });
}

interface Jury {
  readonly round: RoundId;
  readonly entries: () => readonly EntryId[];
}

async function fillJury(office: Office): Promise<Jury> {
  const { texts } = office;
  for (let seat = 0; seat < 4; seat += 1)
    await office.call('jury.save', {
      id: null,
      name: texts.next(300),
      title: texts.next(500),
      contact: texts.next(500),
      chair: seat === 0,
    });
  const round = office.snapshot.contest.rounds[1]?.id;
  if (round === undefined) throw new Error('no jury round');
  const entries = () => office.snapshot.people.entries.flatMap((e) => (e.round === round ? [e.id] : []));
  return { round, entries };
}

/** Two revisions of the packages, who was not there, a conflict and its end. @returns the package that nobody opens */
async function playRound(office: Office, { round }: Jury): Promise<Sent> {
  const { texts } = office;
  const [first, second, third, fourth] = office.snapshot.jury.jurors.map(({ id }) => id);
  if (first === undefined || second === undefined || third === undefined || fourth === undefined)
    throw new Error('too few jurors');
  const [early] = await issue(office, round, [first, second]);
  if (early === undefined) throw new Error('no package');
  await takeIn(office, [await answer(office.at('early'), office, early)]);
  await fillRules(office, () => texts.next());
  const [again, twice] = await issue(office, round, [first, second], { reason: texts.next(), carry: true });
  if (again === undefined || twice === undefined) throw new Error('no package of the second revision');
  await takeIn(office, [
    await answer(office.at('one'), office, twice, true),
    await answer(office.at('two'), office, twice, true),
  ]);
  const hash = office.snapshot.ballots.choices[0]?.candidates[0]?.hash;
  if (hash === undefined) throw new Error('no ballot came back');
  const people = [texts.next(300), texts.next(300)];
  await office.call('ballots.choose', { round, juror: second, hash, people, reason: texts.next() });
  await takeIn(office, [await answer(office.at('first'), office, again)]);
  await office.call('jury.markAbsent', { round, juror: third, reason: texts.next() });
  await office.call('jury.replace', { round, juror: fourth, by: first, reason: texts.next() });
  return again;
}

/** A lot, one above another, somebody out, and one of it taken back. */
async function decide(office: Office, { round }: Jury): Promise<void> {
  const { texts } = office;
  for (const { id: category } of office.snapshot.contest.categories) {
    const { openTies } = await office.call('standing.get', { round, category });
    for (const { entries, toDecide } of openTies)
      if (toDecide[0] === 'draw')
        await office.call('decisions.record', {
          round,
          category,
          kind: 'draw',
          order: [...entries],
          votes: [],
          seed: texts.next(200),
          reason: texts.next(),
        });
  }
  const [students] = office.snapshot.contest.categories;
  if (students === undefined) throw new Error('no category');
  const about = () => ({ round, category: students.id, people: [texts.next(300)], reason: texts.next() });
  const { rows } = await office.call('standing.get', { round, category: students.id });
  const [best, next] = rows.filter(({ place }) => place !== null);
  if (best === undefined || next === undefined) throw new Error('nobody is ranked');
  await office.call('decisions.overrule', { ...about(), kind: 'place_above', order: [next.entry, best.entry] });
  await office.call('decisions.overrule', { ...about(), kind: 'exclude', order: [best.entry] });
  await office.call('decisions.overrule', { ...about(), kind: 'include', order: [best.entry] });
  const last = office.snapshot.decisions.at(-1);
  if (last !== undefined) await office.call('decisions.revoke', { id: last.id, reason: texts.next() });
}

/** Keys that come and go, the end of the round, a seal that is broken and made again. */
async function close(office: Office, { round }: Jury): Promise<void> {
  const { texts } = office;
  const seal = { secretary: secretaryPassword, chair: chairPassword };
  await office.call('round.close', { round });
  await office.call('access.setChairPassword', { current, next: chairPassword });
  await office.call('access.removeChair', { current, reason: texts.next() });
  await office.call('access.setChairPassword', { current, next: chairPassword });
  await office.call('access.changeKey', {
    current,
    next: secretaryPassword,
    chair: { current: chairPassword, next: chairPassword },
    dropVersions: false,
    reason: texts.next(),
  });
  await office.call('seal.make', seal);
  await office.call('seal.reopen', { ...seal, reason: texts.next() });
  await office.call('seal.make', seal);
}
