import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { overrideActions } from '@shared/model/log';
import { logIsWhole, logWriter, readLog } from '../../../electron/db/log';
import { admitAll, refuse } from '../../../electron/usecases/check';
import { closeAll, create, open } from '../../../electron/usecases/contestFile';
import { markAbsent, saveJuror } from '../../../electron/usecases/jury';
import { addNominee, editNominee, withdraw } from '../../../electron/usecases/nominees';
import { closeRound } from '../../../electron/usecases/rounds';
import { saveCriteria, saveHead } from '../../../electron/usecases/setup';
import { setChairPassword } from '../../../electron/usecases/access';
import { findTemplate } from '../../../electron/usecases/templates';
import { must, snapshotOf, testDesk, type TestDesk } from './testDesk';

const password = 'ұзын құпиясөз';
let desk: TestDesk;

beforeEach(async () => {
  desk = testDesk();
  const template = findTemplate('jana-beles');
  if (!template) throw new Error('no template');
  const file = desk.files.grant(join(desk.folder, 'Байқау.tarazy')).token;
  must(await create(desk, { template: 'jana-beles', head: template.head, file, password }));
});
afterEach(() => closeAll(desk));

const lastLine = () => snapshotOf(desk).log[0];
const vaultOf = () => {
  if (!desk.contest) throw new Error('no contest');
  return desk.contest;
};
const addStudent = (name: string, iin: string) => {
  const category = snapshotOf(desk).contest.categories[0]?.id ?? null;
  must(addNominee(desk, { name, kind: 'person', category, fields: { iin, consent: '2026-11-01', faculty: 'ФТ' } }));
  const made = snapshotOf(desk).people.nominees.at(-1);
  if (!made) throw new Error('no nominee');
  return made;
};

describe('what a line says', () => {
  test('who: the holder of the key that opened the session', async () => {
    expect(lastLine()).toMatchObject({ action: 'contest_created', who: 'secretary' });
    must(await setChairPassword(desk, { current: { kind: 'password', text: password }, next: 'төраға сөзі' }));
    await closeAll(desk);
    const file = desk.files.grant(join(desk.folder, 'Байқау.tarazy')).token;
    const secret = { kind: 'password', text: 'төраға сөзі' } as const;
    must(await open(desk, { from: { kind: 'file', file }, secret }));
    must(saveJuror(desk, { id: null, name: 'Ли Виктор', title: '', contact: '', chair: true }));
    expect(lastLine()).toMatchObject({ action: 'juror_added', who: 'chair' });
  });

  test('what was there before and after, and only what changed', () => {
    const { head } = snapshotOf(desk).contest;
    must(saveHead(desk, { head: { ...head, edition: '2027' } }));
    must(saveHead(desk, { head: { ...head, edition: '2028' } }));
    expect(lastLine()).toMatchObject({ before: { edition: '2027' }, after: { edition: '2028' } });

    const category = snapshotOf(desk).contest.categories[0];
    if (!category) throw new Error('no category');
    const [first, second, ...rest] = category.criteria;
    if (!first || !second) throw new Error('too few criteria');
    const changed = [{ ...first, weight: first.weight + 100 }, { ...second, weight: second.weight - 100 }, ...rest];
    const criteria = changed.map((c) => ({ ...c, levels: [...c.levels] }));
    must(saveCriteria(desk, { category: category.id, criteria }));
    const name = `categories.${category.id}.criteria.${first.id}.weight`;
    expect(lastLine()?.before?.[name]).toBe(String(first.weight));
    expect(lastLine()?.after?.[name]).toBe(String(first.weight + 100));
    expect(Object.keys(lastLine()?.after ?? {})).toHaveLength(2);
  });

  test('of personal data only that it changed', () => {
    const student = addStudent('Ахметова Аяжан', '050315600121');
    const fields = { ...student.fields, iin: '050315600122', faculty: 'ЗФ' };
    must(editNominee(desk, { id: student.id, name: 'Ахметова А.', category: firstCategory(), fields }));
    const line = lastLine();
    expect(line).toMatchObject({
      before: { name: 'Ахметова Аяжан', faculty: 'ФТ' },
      after: { name: 'Ахметова А.', faculty: 'ЗФ' },
    });
    expect(Object.keys(line?.after ?? {}).toSorted()).toEqual(['faculty', 'iin', 'name']);
    must(saveJuror(desk, { id: null, name: 'Ли Виктор', title: '', contact: '+7 701 000 00 00', chair: true }));
    const juror = snapshotOf(desk).jury.jurors[0];
    if (!juror) throw new Error('no juror');
    must(saveJuror(desk, { id: juror.id, name: 'Ли Виктор', title: 'профессор', contact: 'li@kaznu.kz', chair: true }));
    const everything = JSON.stringify(readLog(vaultOf().db, 1000));
    expect(everything).not.toMatch(/05031560012|701 000|li@kaznu/);
  });

  test('whose state was which when several were decided at once', () => {
    for (let i = 0; i < 4; i += 1) addStudent(`Номинант ${i}`, '');
    const { people, contest } = snapshotOf(desk);
    const round = contest.rounds[0];
    const [first, , third] = people.entries;
    if (!round || !first || !third) throw new Error('no entries');
    must(refuse(desk, { entries: [third.id], reason: 'келісім жоқ' }));
    must(admitAll(desk, { round: round.id }));
    expect(lastLine()).toMatchObject({ before: { pending: '1–2, 4' }, after: { admitted: '1–2, 4' } });
    must(refuse(desk, { entries: [first.id, third.id], reason: 'қате' }));
    expect(lastLine()).toMatchObject({
      before: { admitted: '1', refused: '3' },
      after: { refused: '1, 3' },
      reason: 'қате',
    });
  });

  test('an absence names its round and reason', () => {
    must(saveJuror(desk, { id: null, name: 'Ли Виктор', title: '', contact: '', chair: true }));
    addStudent('Ахметова Аяжан', '');
    const [technical, jury] = snapshotOf(desk).contest.rounds;
    const juror = snapshotOf(desk).jury.jurors[0];
    if (!technical || !jury || !juror) throw new Error('no round');
    must(admitAll(desk, { round: technical.id }));
    must(closeRound(desk, { round: technical.id }));
    must(markAbsent(desk, { round: jury.id, juror: juror.id, reason: 'іссапар' }));
    expect(lastLine()).toMatchObject({
      details: { name: 'Ли Виктор', round: jury.name.kk },
      before: { attendance: 'present' },
      after: { attendance: 'absent' },
      reason: 'іссапар',
    });
  });
});

test('an override without a reason is not written, whoever asks', () => {
  const { db } = vaultOf();
  const log = logWriter(db, '2026-11-25T10:00:00.000Z', 'secretary');
  for (const action of overrideActions) expect(() => log(action, {}, { reason: '  ' })).toThrow(/without a reason/);
  expect(readLog(db, 10)).toHaveLength(1);
  must(withdraw(desk, { id: addStudent('Ким Виктория', '').id, reason: 'өзі сұрады' }));
  expect(lastLine()).toMatchObject({ action: 'nominee_withdrawn', reason: 'өзі сұрады' });
});

test('a line is neither changed nor cut, whoever writes to the database', () => {
  const { db } = vaultOf();
  for (const attempt of [`update log set bytes = '{}'`, 'update log set seq = 9', 'delete from log'])
    expect(() => db.exec(attempt), attempt).toThrow(/the log is never/);
  expect(logIsWhole(db)).toBe(true);
});

test('a line of the first release is read, and the chain goes on from it', () => {
  const { db } = vaultOf();
  expect(logIsWhole(db)).toBe(true);
  const [line] = readLog(db, 1);
  if (!line) throw new Error('no line');
  const old = { at: line.at, action: 'contest_opened', details: {}, reason: '' };
  db.exec('drop trigger log_is_never_cut; delete from log');
  logWriter(db, line.at, 'secretary')('contest_opened', {});
  db.exec('drop trigger log_is_never_changed');
  db.prepare('update log set bytes = ? where seq = 1').run(JSON.stringify(old));
  expect(logIsWhole(db)).toBe(false);
  expect(readLog(db, 1)[0]).toMatchObject({ who: null, before: null, after: null, action: 'contest_opened' });
});

const firstCategory = () => snapshotOf(desk).contest.categories[0]?.id ?? null;
