import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contract, type CallsOf, type InputOf } from '@shared/ipc/contract';
import { closeAll } from '../../../electron/usecases/contestFile';
import { makeSeal } from '../../../electron/usecases/seal/seal';
import { useCases } from '../../../electron/usecases/useCases';
import { closedContest, dbOf, passwords } from './closedContest';
import { must, snapshotOf, testDesk, type TestDesk } from './testDesk';

/**
 * Every call of the contract is in exactly one of three lists: it does not write to the contest, it may write to a
 * sealed one, or a seal refuses it. A new call fails to compile until somebody has decided.
 */
type Write =
  | Exclude<
      Extract<CallsOf<'desk'>, `setup.${string}` | `nominees.${string}` | `check.${string}` | `jury.${string}`>,
      'nominees.preview' | 'nominees.readRegional' | 'nominees.attachment' | 'nominees.saveAttachment'
    >
  | 'tallies.import'
  | 'tallies.set'
  | 'ballots.issue'
  | 'ballots.choose'
  | 'round.close'
  | 'round.reopen'
  | 'decisions.overrule'
  | 'decisions.record'
  | 'decisions.revoke'
  | 'seal.make';

const allowed: Readonly<
  Record<Exclude<CallsOf<'desk'>, Write>, 'reads' | 'keys' | 'evidence' | 'exports' | 'reopening' | 'elsewhere'>
> = {
  'lock.open': 'reads',
  'lock.leave': 'exports',
  'start.engine': 'reads',
  'start.recents': 'reads',
  'start.forget': 'elsewhere',
  'start.templates': 'reads',
  'start.snapshot': 'elsewhere',
  'start.versions': 'reads',
  'start.restoreVersion': 'elsewhere',
  'contest.create': 'elsewhere',
  'contest.templateHead': 'reads',
  'contest.open': 'elsewhere',
  'contest.demo': 'elsewhere',
  'contest.publish': 'exports',
  'contest.saveElsewhere': 'exports',
  'contest.versions': 'reads',
  'contest.restoreVersion': 'elsewhere',
  'contest.twoFiles': 'reads',
  'contest.keepMine': 'exports',
  'contest.leaveForOther': 'exports',
  'contest.close': 'exports',
  'access.tryRecoveryCode': 'keys',
  'access.changePassword': 'keys',
  'access.renewRecoveryCode': 'keys',
  'access.setChairPassword': 'keys',
  'access.removeChair': 'keys',
  'access.changeKey': 'keys',
  'seal.checks': 'reads',
  'seal.reopen': 'reopening',
  'log.read': 'reads',
  'log.export': 'exports',
  'results.write': 'exports',
  'results.open': 'elsewhere',
  'results.workbook': 'elsewhere',
  'results.close': 'elsewhere',
  'nominees.preview': 'reads',
  'nominees.readRegional': 'reads',
  'tallies.preview': 'reads',
  'nominees.attachment': 'reads',
  'nominees.saveAttachment': 'exports',
  'ballots.import': 'evidence',
  'ballots.preview': 'reads',
  'ballots.difference': 'reads',
  'standing.get': 'reads',
  'standing.united': 'reads',
  'standing.entry': 'reads',
  'standing.pair': 'reads',
  'standing.history': 'reads',
  'analysis.compare': 'reads',
  'analysis.quality': 'reads',
  'analysis.whatIf': 'reads',
  'documents.workbook': 'exports',
  'documents.minutes': 'exports',
  'documents.snapshot': 'exports',
  'task.cancel': 'elsewhere',
  'ballot.open': 'elsewhere',
  'ballot.mark': 'elsewhere',
  'ballot.comment': 'elsewhere',
  'ballot.recuse': 'elsewhere',
  'ballot.withdrawRecusal': 'elsewhere',
  'ballot.setPlace': 'elsewhere',
  'ballot.carry': 'elsewhere',
  'ballot.undo': 'elsewhere',
  'ballot.redo': 'elsewhere',
  'ballot.submit': 'elsewhere',
  'ballot.saveAgain': 'elsewhere',
  'ballot.attachment': 'elsewhere',
  'ballot.saveAttachment': 'elsewhere',
  'ballot.correct': 'elsewhere',
  'ballot.close': 'elsewhere',
};

let desk: TestDesk;
beforeAll(async () => {
  desk = testDesk();
  await closedContest(desk);
  must(await makeSeal(desk, passwords));
});
afterAll(() => closeAll(desk));

function inputs(): { readonly [K in Write]: InputOf<K> } {
  const { contest, people, jury } = snapshotOf(desk);
  const round = contest.rounds.at(-1);
  const category = contest.categories[0];
  const entry = people.entries.at(-1)?.id;
  const nominee = people.nominees[0];
  const [juror, other] = jury.jurors;
  const hash = dbOf(desk).prepare<[], { hash: string }>('select hash from returned').get()?.hash;
  if (!round || !category || !nominee || !juror || !other || entry === undefined || hash === undefined)
    throw new Error('the closed contest lacks something');
  const sheet = join(desk.folder, 'Тізім.csv');
  writeFileSync(sheet, 'Аты-жөні\nЖаңа Номинант\n');
  const reason = 'тексеру';
  const text = { kk: 'Жаңа', ru: 'Новая', en: 'New' };
  const criteria = category.criteria.map((c) => ({ ...c, levels: [...c.levels] }));
  return {
    'setup.saveHead': { head: { ...contest.head, edition: '2031' } },
    'setup.saveCategory': { id: null, name: text, nomineeKind: 'person', winners: category.winners },
    'setup.removeCategory': { id: category.id },
    'setup.saveCriteria': { category: category.id, criteria },
    'setup.saveRounds': {
      rounds: [{ id: null, name: text, kind: 'jury', scale: null, advance: { mode: 'all' }, weight: 10_000 }],
      combination: 'last_round',
    },
    'setup.saveRules': {
      ties: [],
      jury: contest.rules.jury,
      across: { acrossJurors: 'mean' },
      displayDigits: 4,
      rounding: {},
      placeStyle: 'standard',
      winners: { threshold: null, budget: null, quotas: [], oneAward: false, pool: null },
    },
    'nominees.import': {
      file: desk.files.grant(sheet).token,
      plan: { defaultCategory: category.id },
    },
    'nominees.takeRegional': {
      file: desk.files.grant(sheet).token,
      code: '0000-0000-0000',
      fingerprint: 'f'.repeat(64),
      namesakes: [],
    },
    'nominees.undoImport': { batch: 1 as InputOf<'nominees.undoImport'>['batch'] },
    'nominees.add': { name: 'Жаңа', kind: 'person', category: category.id, fields: {} },
    'nominees.edit': { id: nominee.id, name: 'Басқа', category: category.id, fields: {} },
    'nominees.withdraw': { id: nominee.id, reason },
    'nominees.restore': { id: nominee.id },
    'nominees.attach': { nominee: nominee.id, files: [desk.files.grant(sheet).token] },
    'nominees.picture': { file: desk.files.grant(sheet).token },
    'nominees.attachPicture': {
      nominee: nominee.id,
      file: desk.files.grant(sheet).token,
      drawn: new Uint8Array([1]),
    },
    'nominees.detach': { id: 1 as InputOf<'nominees.detach'>['id'] },
    'check.admitAll': { round: round.id },
    'check.admit': { entries: [entry] },
    'check.refuse': { entries: [entry], reason },
    'check.reset': { entries: [entry] },
    'jury.save': { id: juror.id, name: 'Басқа', title: '', contact: '', chair: false },
    'jury.remove': { id: juror.id },
    'jury.markAbsent': { round: round.id, juror: juror.id, reason },
    'jury.replace': { round: round.id, juror: juror.id, by: other.id, reason },
    'jury.markPresent': { round: round.id, juror: juror.id },
    'ballots.issue': {
      round: round.id,
      jurors: [juror.id],
      dueAt: '2026-12-01T13:00:00.000Z',
      sendTo: '',
      instructions: text,
      folder: desk.files.grant(desk.folder).token,
      task: 'issue',
    },
    'ballots.choose': { round: round.id, juror: juror.id, hash, people: ['А', 'Б'], reason },
    'tallies.import': { round: round.id, file: desk.files.grant(sheet).token, plan: {} },
    'tallies.set': { round: round.id, rows: [{ entry, values: ['1'] }] },
    'round.close': { round: round.id },
    'round.reopen': { round: round.id, reason },
    'decisions.record': {
      round: round.id,
      category: category.id,
      kind: 'casting_vote',
      order: [entry, entry],
      votes: [],
      reason,
    },
    'decisions.overrule': {
      round: round.id,
      category: category.id,
      kind: 'exclude',
      order: [entry],
      people: ['А'],
      reason,
    },
    'decisions.revoke': { id: 1 as InputOf<'decisions.revoke'>['id'], reason },
    'seal.make': passwords,
  };
}

const desks = Object.entries(contract).flatMap(([name, call]) => (call.owner === 'desk' ? [name] : []));
const everything = () => {
  const db = dbOf(desk);
  const names = db.prepare<[], { name: string }>(`select name from sqlite_schema where type = 'table'`).all();
  return JSON.stringify(names.map(({ name }) => db.prepare(`select * from "${name}"`).all()));
};

test('every call that writes to the contest is refused while it is sealed, and nothing changes', async () => {
  const given = inputs();
  const writes = Object.keys(given) as Write[];
  expect([...writes, ...Object.keys(allowed)].toSorted()).toEqual(desks.toSorted());
  const before = everything();
  for (const call of writes) {
    const run = useCases[call] as (context: TestDesk, input: unknown) => unknown;
    expect(await run(desk, given[call]), call).toEqual({ ok: false, failure: { code: 'sealed' } });
    expect(everything() === before, call).toBe(true);
  }
});
