import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { renewRecoveryCode, setChairPassword } from '../../../electron/usecases/access';
import * as ballot from '../../../electron/usecases/ballot/calls';
import { closeAll, create, open as openContest } from '../../../electron/usecases/contestFile';
import { createDemo } from '../../../electron/usecases/demo';
import { issueBallots } from '../../../electron/usecases/issueBallots';
import { saveJuror } from '../../../electron/usecases/jury';
import { leave, open, openedIn } from '../../../electron/usecases/locking';
import { open as openResults } from '../../../electron/usecases/results/calls';
import { closeRound } from '../../../electron/usecases/rounds';
import { makeSeal } from '../../../electron/usecases/seal/seal';
import { writeResults } from '../../../electron/usecases/seal/write';
import { admitAll } from '../../../electron/usecases/check';
import { addNominee } from '../../../electron/usecases/nominees';
import { findTemplate } from '../../../electron/usecases/templates';
import { closedContest, passwords } from './closedContest';
import { must, snapshotOf, testDesk, type TestDesk } from './testDesk';

// What unlocks: whatever would open the file, and nothing else. Real keys, real derivations.

const wrong = { ok: false, failure: { code: 'wrong-secret' } };
const good = { ok: true, value: null };

let desk: TestDesk;
let other: TestDesk;
beforeEach(() => {
  desk = testDesk();
  other = testDesk();
  mkdirSync(other.dataDir);
});
afterEach(async () => {
  await closeAll(desk);
  await closeAll(other);
});

async function newContest(): Promise<string> {
  const template = findTemplate('jana-beles');
  if (!template) throw new Error('no template');
  const file = desk.files.grant(join(desk.folder, 'Байқау.tarazy')).token;
  const head = { ...template.head, edition: '2026' };
  return must(await create(desk, { template: 'jana-beles', head, file, password: passwords.secretary })).recoveryCode;
}

describe('a contest', () => {
  test('is unlocked by the secretary, the chair, and the code on paper however it is typed', async () => {
    const code = await newContest();
    const current = { kind: 'password', text: passwords.secretary } as const;
    must(await setChairPassword(desk, { current, next: passwords.chair }));
    expect(openedIn(desk)).toEqual({ kind: 'contest', name: 'Байқау.tarazy', hasSecret: true });
    for (const text of [passwords.secretary, passwords.chair, code, code.toLowerCase().replaceAll('-', ' ')])
      expect(await open(desk, { text })).toEqual(good);
    const another = `${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`;
    for (const text of ['', ' ', `${passwords.secretary} `, passwords.secretary.toUpperCase(), another])
      expect(await open(desk, { text })).toEqual(wrong);
  });

  test('is not unlocked by what opened it before', async () => {
    const code = await newContest();
    must(await renewRecoveryCode(desk, { current: { kind: 'password', text: passwords.secretary } }));
    expect(await open(desk, { text: code })).toEqual(wrong);
  });

  test('that is closed instead keeps everything and opens as ever', async () => {
    await newContest();
    must(saveJuror(desk, { id: null, name: 'Ермек', title: '', contact: '', chair: false }));
    expect(await leave(desk)).toEqual(good);
    expect(openedIn(desk)).toBeNull();
    expect(await open(desk, { text: passwords.secretary })).toEqual(wrong);
    const from = { kind: 'file', file: desk.files.grant(join(desk.folder, 'Байқау.tarazy')).token } as const;
    must(await openContest(desk, { from, secret: { kind: 'password', text: passwords.secretary } }));
    expect(snapshotOf(desk).jury.jurors.map(({ name }) => name)).toEqual(['Ермек']);
  });

  test('of the demo has no password that anybody knows', async () => {
    must(await createDemo(desk, { task: 'demo' }));
    expect(openedIn(desk)).toMatchObject({ kind: 'contest', hasSecret: false });
  });
});

test('a juror’s ballot is unlocked by its own code, as tolerantly read as at opening', async () => {
  await newContest();
  const { rounds, categories } = snapshotOf(desk).contest;
  const [check, first] = rounds;
  if (check === undefined || first === undefined) throw new Error('too few rounds');
  const fields = { consent: '2026-11-01', university: 'ҚазҰУ' };
  must(addNominee(desk, { name: 'Әсел', kind: 'person', category: categories[0]?.id ?? null, fields }));
  must(saveJuror(desk, { id: null, name: 'Ермек', title: '', contact: '', chair: true }));
  must(admitAll(desk, { round: check.id }));
  must(closeRound(desk, { round: check.id }));
  const jurors = snapshotOf(desk).jury.jurors.map(({ id }) => id);
  mkdirSync(join(desk.folder, 'парақтар'));
  const issued = must(
    await issueBallots(desk, {
      round: first.id,
      jurors,
      dueAt: '2027-01-15T13:00:00.000Z',
      sendTo: 'hatshy@example.kz',
      instructions: { kk: '', ru: '', en: '' },
      folder: desk.files.grant(join(desk.folder, 'парақтар')).token,
      task: 'issue',
    }),
  );
  const { fileName, code } = issued.ballots?.issued[0] ?? { fileName: '', code: '' };
  const from = { kind: 'file', file: other.files.grant(join(desk.folder, 'парақтар', fileName)).token } as const;
  // First begun here, then begun already: two ways to the same slot.
  for (let opening = 0; opening < 2; opening += 1) {
    must(await ballot.open(other, { from, code: code ?? '' }));
    expect(openedIn(other)).toEqual({ kind: 'ballot', name: fileName, hasSecret: true });
    expect(await open(other, { text: ` ${(code ?? '').toLowerCase().replaceAll('-', ' ')} ` })).toEqual(good);
    for (const text of ['AAAA-AAAA-AAAA', '-', passwords.secretary]) expect(await open(other, { text })).toEqual(wrong);
    expect(await leave(other)).toEqual(good);
    expect(openedIn(other)).toBeNull();
  }
});

test('a results file is unlocked by its code, also when the stick it lies on is gone', async () => {
  await closedContest(desk);
  must(await makeSeal(desk, passwords));
  const path = join(desk.folder, 'Нәтиже.tresults');
  const { code } = must(await writeResults(desk, { file: desk.files.grant(path).token, task: 'results' }));
  must(await openResults(other, { from: { kind: 'file', file: other.files.grant(path).token }, code }));
  expect(openedIn(other)).toEqual({ kind: 'results', name: 'Нәтиже.tresults', hasSecret: true });
  expect(other.results?.head.length).toBe(512);
  expect(await open(other, { text: code.toLowerCase().replaceAll('-', '') })).toEqual(good);
  for (const text of ['AAAA-AAAA-AAAA', 'x', passwords.chair]) expect(await open(other, { text })).toEqual(wrong);
});
