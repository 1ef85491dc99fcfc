import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { maxCarriedText } from '@shared/model/ballot';
import type { Criterion } from '@shared/model/criteria';
import { packageContent, readPackageContent, sealPackage } from '../../../electron/exchange/package';
import * as ballot from '../../../electron/usecases/ballot/calls';
import { closeAll } from '../../../electron/usecases/contestFile';
import { preparePackages, recordPackage } from '../../../electron/usecases/issueBallots';
import { markAbsent, markPresent } from '../../../electron/usecases/jury';
import { withdraw } from '../../../electron/usecases/nominees';
import { readScoring } from '../../../electron/usecases/scoring';
import { saveCriteria } from '../../../electron/usecases/setup';
import { getStanding } from '../../../electron/usecases/standing';
import { ballotOf, dbOf, returnBallot, type SentBallot } from './closedContest';
import { issueTo, runningRound, type RunningRound } from './runningRound';
import { must, snapshotOf, testDesk, type TestDesk } from './testDesk';

// The rules of a running round change: what counts, what is kept, what goes into the next revision.

let desk: TestDesk;
let running: RunningRound;
let sent: SentBallot;
beforeEach(async () => {
  desk = testDesk();
  running = await runningRound(desk);
  sent = issueTo(desk, running.round, chair());
});
afterEach(() => closeAll(desk));

function chair() {
  const [first] = running.jurors;
  if (first === undefined) throw new Error('no juror');
  return first;
}
function students() {
  const [first] = snapshotOf(desk).contest.categories;
  if (!first) throw new Error('no category');
  return first;
}
const send = ({ manifest, keys } = sent) => returnBallot(desk, ballotOf(manifest, keys), keys);
const total = () => must(getStanding(desk, { round: running.round, category: students().id })).rows[0]?.total ?? null;
const reason = 'шешім № 4';
const change = (of: (criterion: Criterion, index: number) => Criterion, why = reason) =>
  saveCriteria(desk, {
    category: students().id,
    criteria: students().criteria.map((c, i) => ({ ...of(c, i), levels: [...c.levels] })),
    reason: why,
  });
const otherName = (c: Criterion, i: number): Criterion =>
  i === 0 ? { ...c, name: { kk: 'Жаңа', ru: 'Новый', en: 'New' } } : c;
const otherWeights = (c: Criterion, i: number): Criterion =>
  i < 2 ? { ...c, weight: c.weight + (i === 0 ? 100 : -100) } : c;

test('rules change for a reason only, and the log keeps it', async () => {
  expect(change(otherWeights, '')).toMatchObject({ ok: false, failure: { code: 'rules-locked' } });
  must(change(otherWeights));
  expect(snapshotOf(desk).log[0]).toMatchObject({ action: 'rules_changed', reason });
  expect(snapshotOf(desk).ballots.issued[0]?.stale).toBe(true);
});

test('a ballot of former rules is refused and kept, and counts again when the rules are taken back', async () => {
  const before = students().criteria;
  must(change(otherWeights));
  expect((await send()).verdict).toEqual({ kind: 'refused', reason: 'rules_changed' });
  expect(total()).toBeNull();
  must(change((_c, i) => before[i] ?? _c));
  expect(total()).not.toBeNull();
  expect((await send()).verdict).toEqual({ kind: 'already_imported' });
});

test('whether it came before or after the change, the same counts', async () => {
  await send();
  expect(total()).not.toBeNull();
  must(change(otherWeights));
  expect(total()).toBeNull();
  expect(snapshotOf(desk).ballots.issued[0]).toMatchObject({ counted: null, carriable: 'yes' });
});

const reissue = (carry = true) => ({
  round: running.round,
  jurors: [chair()],
  dueAt: '2026-12-01T13:00:00.000Z',
  sendTo: '',
  instructions: { kk: '', ru: '', en: '' },
  reason,
  carry,
});

/** Evidence cannot be changed or removed; a test that prepares its database must. */
function withoutTriggers(): void {
  const db = dbOf(desk);
  const triggers = db.prepare<[], { name: string }>("select name from sqlite_schema where type = 'trigger'").all();
  for (const { name } of triggers) db.exec(`drop trigger "${name}"`);
}

async function openAnew(carry: boolean) {
  const issue = reissue(carry);
  const [prepared] = must(preparePackages(dbOf(desk), issue, desk.now().toISOString()));
  if (!prepared) throw new Error('nothing was prepared');
  must(recordPackage(desk, issue, prepared));
  const juror = testDesk();
  const path = join(juror.folder, 'парақ.tballot');
  writeFileSync(path, await sealPackage(prepared.content, prepared.row.code, desk.heavy, 4));
  const from = { kind: 'file', file: juror.files.grant(path).token } as const;
  return { juror, prepared, snapshot: must(await ballot.open(juror, { from, code: prepared.row.code })) };
}

test('once the next revision is out, nothing of the former one is left in the count', async () => {
  await send();
  const [next] = must(preparePackages(dbOf(desk), reissue(), desk.now().toISOString()));
  if (!next) throw new Error('nothing was prepared');
  expect(readScoring(dbOf(desk)).cards).not.toEqual([]);
  must(recordPackage(desk, reissue(), next));
  expect(readScoring(dbOf(desk)).cards).toEqual([]);
});

test('the juror takes over the own signed marks of unchanged criteria, once', async () => {
  await send();
  must(change(otherName));
  const { juror, snapshot } = await openAnew(true);
  expect(snapshot).toMatchObject({ revision: 2, previous: { reason }, carried: { state: 'offered', sequence: 1 } });
  expect(snapshot.progress.scored).toBe(0);
  const taken = must(ballot.carry(juror, { take: true }));
  const [changed, ...same] = students().criteria.map((c) => c.id);
  const marks = taken.cards[0]?.marks ?? {};
  expect(new Set(Object.keys(marks))).toEqual(new Set(same.map(String)));
  expect(marks[Number(changed)]).toBeUndefined();
  expect(taken.carried?.state).toBe('taken');
  expect(ballot.carry(juror, { take: true }).ok).toBe(false);
  await closeAll(juror);
});

test('nothing is offered where the secretary does not allow it, and who has withdrawn is named', async () => {
  await send();
  const [nominee] = snapshotOf(desk).people.nominees;
  if (!nominee) throw new Error('no nominee');
  must(withdraw(desk, { id: nominee.id, reason: 'өтініші бойынша' }));
  const { juror, snapshot } = await openAnew(false);
  expect(snapshot.carried).toBeNull();
  expect(snapshot.previous?.withdrawn).toEqual([{ number: nominee.number, name: nominee.name }]);
  await closeAll(juror);
});

test('a package that offers a ballot its juror never signed is refused', async () => {
  await send();
  const { juror, prepared } = await openAnew(true);
  const content = prepared.manifest.previous?.ballot?.content ?? '';
  const forged = Buffer.from(content, 'base64');
  forged[forged.length - 1] = (forged.at(-1) ?? 0) ^ 1;
  const previous = {
    revision: 1,
    reason: '',
    withdrawn: [],
    ballot: { criteria: [], content: forged.toString('base64') },
  };
  const secret = dbOf(desk).prepare<[], { sign_private: Uint8Array }>('select sign_private from contest_key').get();
  const write = (manifest: typeof prepared.manifest) =>
    packageContent(manifest, secret?.sign_private ?? new Uint8Array());
  expect(readPackageContent(write(prepared.manifest), 'f').ok).toBe(true);
  expect(() => write({ ...prepared.manifest, previous })).toThrow('altered');
  await closeAll(juror);
});

test('a ballot too large to be carried is said to be so, and the package goes out without it', async () => {
  await send();
  withoutTriggers();
  const db = dbOf(desk);
  db.exec(`update returned set content = zeroblob(${maxCarriedText})`);
  expect(snapshotOf(desk).ballots.issued[0]?.carriable).toBe('too_large');
  const [again] = must(preparePackages(db, reissue(), desk.now().toISOString()));
  expect(again?.manifest.previous).toMatchObject({ revision: 1, ballot: null });
});

describe.each([
  { by: 'weights', to: otherWeights },
  { by: 'a name', to: otherName },
])('a change of $by, an absence, a re-issue and ballots', ({ to }) => {
  test('give one result in whatever order they come', async () => {
    const [, second] = running.jurors;
    if (second === undefined) throw new Error('no second juror');
    const other = issueTo(desk, running.round, second);
    const before = students().criteria;
    const asBefore = () => must(change((c, i) => before[i] ?? c));
    must(change(to));
    const [next] = must(preparePackages(dbOf(desk), reissue(), desk.now().toISOString()));
    if (!next) throw new Error('nothing was prepared');
    const come = (sequence: number, { manifest, keys }: SentBallot) =>
      returnBallot(desk, ballotOf(manifest, keys, sequence, sequence), keys);
    const events: Readonly<Record<string, () => unknown>> = {
      first: () => come(1, sent),
      corrected: () => come(2, sent),
      other: () => come(1, other),
      rules: () => must(change(to)),
      absent: () => must(markAbsent(desk, { round: running.round, juror: second, reason: 'ауырып қалды' })),
      issued: () => must(recordPackage(desk, reissue(), next)),
      answered: () => come(1, { ...sent, manifest: next.manifest }),
    };
    const results = new Set<string>();
    const order = fc
      .shuffledSubarray(Object.keys(events), { minLength: Object.keys(events).length })
      // Nobody answers what is not issued yet.
      .filter((names) => names.indexOf('issued') < names.indexOf('answered'));
    withoutTriggers();
    await fc.assert(
      fc.asyncProperty(order, async (names) => {
        asBefore();
        must(markPresent(desk, { round: running.round, juror: second }));
        dbOf(desk).exec('delete from card; delete from returned; delete from package where revision > 1');
        for (const name of names) await events[name]?.();
        results.add(resultNow());
      }),
      { numRuns: 8 },
    );
    expect([...results]).toHaveLength(1);
    expect([...results][0]).toContain('"counted":"');
  }, 60_000);
});

/** Everything that scoring reads, and how the ballots stand; not when they came. */
function resultNow(): string {
  const { ballots } = snapshotOf(desk);
  const issued = ballots.issued.map(({ returnedAt: _when, ...rest }) => rest);
  return JSON.stringify([issued, ballots.choices, readScoring(dbOf(desk)).cards, total()]);
}
