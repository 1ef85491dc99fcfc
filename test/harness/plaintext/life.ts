import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { valueOf, values } from '@shared/domain/scale';
import type { BallotManifest } from '@shared/model/ballot';
import type { CriterionId, EntryId } from '@shared/model/ids';
import { readContestKeys } from '../../../electron/db/ballots';
import { bodyKey } from '../../../electron/vault/keys';
import type { Secret } from '../../../electron/vault/slots';
import { unlock } from '../../../electron/vault/unlock';
import { setChairPassword } from '../../../electron/usecases/access';
import { attach, saveAttachment } from '../../../electron/usecases/attachments';
import * as ballot from '../../../electron/usecases/ballot/calls';
import { changeKey } from '../../../electron/usecases/changeKey';
import { admitAll } from '../../../electron/usecases/check';
import { closeAll, create, publish } from '../../../electron/usecases/contestFile';
import { saveElsewhere } from '../../../electron/usecases/contestPlace';
import type { Desk } from '../../../electron/usecases/context';
import { exportMinutes, exportWorkbook } from '../../../electron/usecases/documents';
import { importBallots } from '../../../electron/usecases/importBallots';
import { issueBallots } from '../../../electron/usecases/issueBallots';
import { saveJuror } from '../../../electron/usecases/jury';
import { exportLog } from '../../../electron/usecases/logBook';
import { addNominee, importNominees } from '../../../electron/usecases/nominees';
import * as results from '../../../electron/usecases/results/calls';
import { closeRound } from '../../../electron/usecases/rounds';
import { makeSeal, reopenSeal } from '../../../electron/usecases/seal/seal';
import { writeResults } from '../../../electron/usecases/seal/write';
import { findTemplate } from '../../../electron/usecases/templates';
import { keepOneJuryRound, openContest, snapshotOf, writeEdition } from '../lib/contest';
import { deskIn, heavy, must, tokenOf } from '../lib/desk';
import type { Part } from '../lib/parts';
import { passwords, people, texts } from './people';

export interface LifeInput {
  /** Everybody's computer and everything that is sent; in `own` lies what the people themselves keep in clear. */
  readonly folder: string;
  /** Codes of packages: goes on with what a killed life has left, instead of beginning one. */
  readonly again: readonly string[] | null;
}

/** What only this process knows: a text, or a key in hex. */
export interface ToldSecret {
  readonly what: string;
  readonly text?: string;
  readonly hex?: string;
}

type Tell = (where: string) => void;

export const part: Part = async (input, tell) => {
  const { folder, again } = input as LifeInput;
  await (again === null ? live(folder, tell) : goOn(folder, again, tell));
  return null;
};

const secret = (tell: Tell, told: ToldSecret) => tell(`secret ${JSON.stringify(told)}`);
const text = (tell: Tell, what: string, value: string) => {
  secret(tell, { what, text: value });
  if (value.includes('-')) secret(tell, { what, text: value.replaceAll('-', '') });
};
const key = (tell: Tell, what: string, bytes: Uint8Array) =>
  secret(tell, { what, hex: Buffer.from(bytes).toString('hex') });
const byPassword = (words: string): Secret => ({ kind: 'password', text: words });

/** The key of the file, which the process holds while it works. */
async function tellKeys(desk: Desk, password: string, tell: Tell): Promise<void> {
  if (desk.contest === null) throw new Error('no contest is open');
  const { db, header } = desk.contest;
  const opened = await unlock(heavy, header.contestId, header.slots, byPassword(password));
  if (opened === null) throw new Error('the password opens nothing');
  key(tell, 'the key of the contest', opened.key);
  key(tell, 'the key of the database', bodyKey(opened.key));
  const { signPrivate, identity } = readContestKeys(db);
  key(tell, 'the key that signs packages', signPrivate);
  text(tell, 'the key that opens ballots', identity);
}

/** From the first nominee to the changed key, each step acknowledged. */
async function live(folder: string, tell: Tell): Promise<void> {
  const at = (...names: readonly string[]) => join(folder, ...names);
  for (const name of ['own', 'stick', 'packages', 'returned']) mkdirSync(at(name), { recursive: true });
  const desk = deskIn(at('secretary'));
  await begin(desk, at, tell);
  tell('created');
  await enter(desk, at);
  tell('entered');
  const packages = await issue(desk, at('packages'), tell);
  tell('issued');
  for (const [n, { fileName, code }] of packages.entries()) {
    const to = at('returned', `${n + 1}.tscores`);
    await score(deskIn(at(`juror-${n + 1}`)), at('packages', fileName), code, to, n, tell);
    must(await importBallots(desk, { files: [tokenOf(desk, to)], task: 'import' }));
    tell(`ballot ${n + 1} imported`);
  }
  must(await publish(desk));
  await endIt(desk, at, tell);
  await changeTheKey(desk, tell);
  tell('key changed');
  must(await saveElsewhere(desk, { file: tokenOf(desk, at('stick', 'Көшірме.tarazy')) }));
  await closeAll(desk);
}

type At = (...names: readonly string[]) => string;

async function begin(desk: Desk, at: At, tell: Tell): Promise<void> {
  const template = findTemplate('jana-beles');
  if (!template) throw new Error('no template');
  const head = { ...template.head, edition: '2026' };
  const file = tokenOf(desk, at('stick', 'Байқау.tarazy'));
  const made = must(await create(desk, { template: template.key, head, file, password: passwords.secretary }));
  text(tell, 'the recovery code', made.recoveryCode);
  await tellKeys(desk, passwords.secretary, tell);
  must(await setChairPassword(desk, { current: byPassword(passwords.secretary), next: passwords.chair }));
  keepOneJuryRound(desk);
}

async function enter(desk: Desk, at: At): Promise<void> {
  const { categories, rounds } = snapshotOf(desk).contest;
  const [students, organisations] = categories;
  const [check] = rounds;
  if (!students || !organisations || !check) throw new Error('the template lost a category');
  const [first, second, third, council] = people.nominees;
  const table = at('own', 'Тіркеу.csv');
  writeFileSync(table, `\uFEFFАты-жөні;ЖСН;Телефон\n${first};${texts.iin};${texts.phone}\n${second};;\n`);
  const takeAnyway = [2, 3];
  must(await importNominees(desk, { file: tokenOf(desk, table), plan: { defaultCategory: students.id, takeAnyway } }));
  const fields = { consent: '2026-11-01', email: texts.email, note: texts.note };
  must(addNominee(desk, { name: third, kind: 'person', category: students.id, fields }));
  must(addNominee(desk, { name: council, kind: 'organisation', category: organisations.id, fields }));
  const file = at('own', `${texts.attachmentName}.txt`);
  writeFileSync(file, `${texts.attachment}\n`.repeat(2000));
  const nominee = snapshotOf(desk).people.nominees[0]?.id;
  if (nominee === undefined) throw new Error('no nominee');
  must(await attach(desk, { nominee, files: [tokenOf(desk, file)] }));
  for (const [n, name] of people.jurors.entries())
    must(saveJuror(desk, { id: null, name, title: '', contact: texts.contact, chair: n === 0 }));
  must(admitAll(desk, { round: check.id }));
  must(closeRound(desk, { round: check.id }));
}

async function issue(desk: Desk, folder: string, tell: Tell) {
  const { contest, jury } = snapshotOf(desk);
  const round = contest.rounds[1];
  if (!round) throw new Error('the template lost a round');
  const wanted = {
    round: round.id,
    jurors: jury.jurors.map(({ id }) => id),
    dueAt: '2026-12-01T12:00:00.000Z',
    sendTo: texts.contact,
    instructions: { kk: texts.instructions, ru: '', en: '' },
  };
  must(await issueBallots(desk, { ...wanted, folder: tokenOf(desk, folder), task: 'issue' }));
  const { issued } = snapshotOf(desk).ballots;
  for (const { code } of issued) text(tell, 'the code of a ballot', code);
  return issued;
}

/** A juror opens, looks at the materials, marks, writes, declares an interest, and hands in. */
async function score(desk: Desk, from: string, code: string, to: string, n: number, tell: Tell): Promise<void> {
  mkdirSync(desk.dataDir, { recursive: true });
  const opened = must(await ballot.open(desk, { from: { kind: 'file', file: tokenOf(desk, from) }, code }));
  if (desk.ballot === null) throw new Error('no ballot');
  const { manifest, keys } = desk.ballot;
  key(tell, 'the key of a juror', keys.secret);
  tell(`juror ${n + 1} opened`);
  const [one, last] = opened.cards;
  if (one === undefined || last === undefined) throw new Error('no cards');
  for (const { entry, criterion, value } of marksFor(manifest, n)) must(ballot.mark(desk, { entry, criterion, value }));
  must(ballot.comment(desk, { entry: one.entry, text: texts.comment }));
  // Of one juror only: a nominee whom nobody marks keeps the round open.
  if (n === 0) must(ballot.recuse(desk, { entry: last.entry, ground: 'family', note: texts.recusal }));
  must(ballot.attachment(desk, { index: opened.attachments[0]?.index ?? 0 }));
  text(tell, 'marks as they are sent', JSON.stringify(marksOf(desk, one.entry)).slice(1, -1));
  must(await ballot.submit(desk, { to: tokenOf(desk, to), allowIncomplete: true }));
  await closeAll(desk);
}

/** Better the earlier one stands, so that no tie keeps the round open. */
function marksFor({ entries, categories }: BallotManifest, juror: number) {
  return entries.flatMap(({ id, category }, place) =>
    (categories.find((each) => each.id === category)?.criteria ?? []).map((criterion, nth) => ({
      entry: id as EntryId,
      criterion: criterion.id as CriterionId,
      value: values(criterion.scale).at(-1 - 2 * place - ((juror + nth) % 2)) ?? 0,
    })),
  );
}

function marksOf(desk: Desk, entry: EntryId): readonly { readonly criterion: number; readonly value: number }[] {
  if (desk.ballot === null) throw new Error('no ballot');
  const { manifest } = desk.ballot;
  const category = manifest.entries.find(({ id }) => id === Number(entry))?.category;
  const criteria = manifest.categories.find(({ id }) => id === category)?.criteria ?? [];
  const card = desk.ballot.cards.get(entry);
  return criteria.map(({ id, scale }, index) => ({
    criterion: id,
    value: valueOf(scale, card?.marks[index] ?? 0),
  }));
}

/** Closed, sealed, read by the organiser on a computer of its own, unsealed, and written out for people to read. */
async function endIt(desk: Desk, at: At, tell: Tell): Promise<void> {
  const round = snapshotOf(desk).contest.rounds[1]?.id;
  if (round === undefined) throw new Error('no round');
  must(closeRound(desk, { round }));
  const { secretary, chair } = passwords;
  must(await makeSeal(desk, { secretary, chair }));
  tell('sealed');
  const file = tokenOf(desk, at('stick', 'Нәтиже.tresults'));
  const { code } = must(await writeResults(desk, { file, task: 'results' }));
  text(tell, 'the code of the results', code);
  const organiser = deskIn(at('organiser'));
  mkdirSync(organiser.dataDir, { recursive: true });
  const sent = tokenOf(organiser, at('stick', 'Нәтиже.tresults'));
  must(await results.open(organiser, { from: { kind: 'file', file: sent }, code }));
  tell('results opened');
  must(await reopenSeal(desk, { secretary, chair, reason: texts.reason }));
  const own = (name: string) => tokenOf(desk, at('own', name));
  must(await exportWorkbook(desk, { language: 'kk', file: own('Жеңімпаздар.xlsx'), task: 'workbook' }));
  must(await exportMinutes(desk, { language: 'ru', file: own('Хаттама.docx'), task: 'minutes' }));
  must(await exportLog(desk, { language: 'kk', as: 'csv', file: own('Журнал.csv') }));
  const attached = snapshotOf(desk).people.attachments[0]?.id;
  if (attached === undefined) throw new Error('no attachment');
  must(await saveAttachment(desk, { id: attached, file: own(`${texts.attachmentName} (көшірме).txt`) }));
  tell('written out');
}

async function changeTheKey(desk: Desk, tell: Tell): Promise<void> {
  const changed = must(
    await changeKey(desk, {
      current: byPassword(passwords.secretary),
      next: passwords.nextSecretary,
      chair: { current: passwords.chair, next: passwords.nextChair },
      dropVersions: false,
      reason: texts.reason,
    }),
  );
  text(tell, 'the recovery code', changed.recoveryCode);
  await tellKeys(desk, passwords.nextSecretary, tell);
}

/** Whatever there is after a crash is opened again, worked in, written, and closed. */
async function goOn(folder: string, codes: readonly string[], tell: Tell): Promise<void> {
  const desk = deskIn(join(folder, 'secretary'));
  const path = join(folder, 'stick', 'Байқау.tarazy');
  if (existsSync(path)) {
    const opens = async (words: string) => (await openContest(desk, path, words)).ok;
    if (await opens(passwords.wrong)) throw new Error('a wrong password opens the contest');
    if (!(await opens(passwords.secretary)) && !(await opens(passwords.nextSecretary)))
      throw new Error('the contest cannot be opened');
    const done = writeEdition(desk, 2027);
    if (!done.ok && done.failure.code !== 'sealed') must(done);
    tell('opened again');
    await closeAll(desk);
  }
  const packages = join(folder, 'packages');
  for (const [n, name] of (existsSync(packages) ? readdirSync(packages) : []).entries()) {
    if (!name.endsWith('.tballot')) continue;
    const juror = deskIn(join(folder, `juror-${n + 1}`));
    mkdirSync(juror.dataDir, { recursive: true });
    const file = tokenOf(juror, join(packages, name));
    for (const code of codes) {
      const opened = await ballot.open(juror, { from: { kind: 'file', file }, code });
      if (!opened.ok) continue;
      const [entry] = opened.value.entries;
      if (entry !== undefined && opened.value.editable)
        must(ballot.comment(juror, { entry: entry.id as EntryId, text: texts.comment }));
    }
    tell(`ballot ${n + 1} opened again`);
    await closeAll(juror);
  }
}
