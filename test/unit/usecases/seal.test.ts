import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sealManifest } from '@shared/model/seal';
import { logIsWhole } from '../../../electron/db/log';
import { currentSeal } from '../../../electron/db/seals';
import { readSeal } from '../../../electron/exchange/seal';
import { closeAll, open } from '../../../electron/usecases/contestFile';
import { withdraw } from '../../../electron/usecases/nominees';
import { reopenRound } from '../../../electron/usecases/rounds';
import { makeSeal, reopenSeal, sealChecks } from '../../../electron/usecases/seal/seal';
import { closedContest, ballotOf, dbOf, passwords, returnBallot, type SentBallot } from './closedContest';
import { isFresh, must, snapshotOf, testDesk, type TestDesk } from './testDesk';

let desk: TestDesk;
let path: string;
let sent: readonly SentBallot[];

beforeEach(async () => {
  desk = testDesk();
  ({ path, sent } = await closedContest(desk));
});
afterEach(() => closeAll(desk));

const manifestOf = () => {
  const seal = currentSeal(dbOf(desk));
  if (!seal) throw new Error('not sealed');
  return { seal, manifest: sealManifest.parse(JSON.parse(Buffer.from(seal.manifest).toString('utf8'))) };
};
const first = () => {
  const [ballot] = sent;
  if (!ballot) throw new Error('no ballot');
  return ballot;
};

describe('sealing', () => {
  test('binds rules, ballots, ranking and the log, signed by both', async () => {
    expect(must(sealChecks(desk))).toEqual([]);
    const before = snapshotOf(desk).log[0]?.seq ?? 0;
    const slices = must(await makeSeal(desk, passwords));
    expect(isFresh(desk, slices)).toBe(true);
    const { seal, manifest } = manifestOf();
    expect(must(readSeal(seal, 'x'))).toEqual(manifest);
    expect(manifest).toMatchObject({ format: 2, number: 1, log: { lines: before }, reopenings: [] });
    expect(manifest.ranking.map((r) => r.rows.map((row) => row.status))).toEqual([
      ['advances', 'advances', 'advances'],
      ['advances'],
      ['laureate', 'laureate', 'laureate'],
      ['laureate'],
    ]);
    const states = manifest.rounds.map((r) => r.ballots.map((b) => b.state));
    expect(states).toEqual([
      ['counted', 'counted', 'counted', 'counted'],
      ['counted', 'counted', 'counted', 'absent'],
    ]);
    expect(manifest.parts.map((p) => p.name.split('/')[0])).toEqual([
      'contest.json',
      'log.jsonl',
      ...Array.from({ length: 8 }, () => 'package'),
      ...Array.from({ length: 7 }, () => 'ballot'),
    ]);
    expect(snapshotOf(desk).log[0]).toMatchObject({ action: 'sealed', details: { number: '1' } });
    expect(logIsWhole(dbOf(desk))).toBe(true);
  });

  test('a seal and its breaking go into the file at once, without waiting for a rest', async () => {
    const written = async () => {
      const { contest } = desk;
      if (!contest) throw new Error('no contest');
      expect(contest.state.publishing).toBe(true);
      expect(must(await contest.publish())).toMatchObject({ dirty: false, problem: null });
    };
    must(await makeSeal(desk, passwords));
    await written();
    must(await reopenSeal(desk, { ...passwords, reason: 'аты қате' }));
    await written();
  });

  test('needs both passwords, and says whose was wrong', async () => {
    for (const who of ['secretary', 'chair'] as const) {
      const wrong = await makeSeal(desk, { ...passwords, [who]: 'басқа құпиясөз' });
      expect(wrong).toEqual({ ok: false, failure: { code: 'wrong-password-of', who } });
    }
    // One person with one password is not two.
    const twice = await makeSeal(desk, { secretary: passwords.secretary, chair: passwords.secretary });
    expect(twice).toEqual({ ok: false, failure: { code: 'wrong-password-of', who: 'chair' } });
    expect(snapshotOf(desk).seals).toEqual([]);
  });

  test('waits until every round is closed, and for a chair with a key', async () => {
    const final = snapshotOf(desk).contest.rounds.at(-1);
    if (!final) throw new Error('no final');
    must(reopenRound(desk, { round: final.id, reason: 'тексеру' }));
    expect(must(sealChecks(desk))).toEqual([{ kind: 'round_open', round: final.id }]);
    expect(await makeSeal(desk, passwords)).toEqual({ ok: false, failure: { code: 'seal-hindered', count: 1 } });
    dbOf(desk).exec(`drop trigger signer_is_never_deleted; delete from signer where role = 'chair'`);
    expect(must(sealChecks(desk)).map((h) => h.kind)).toContain('chair_key_missing');
  });

  test('sees what was changed after a round was closed', async () => {
    const { nominees, entries } = snapshotOf(desk).people;
    for (const n of nominees.slice(0, 3)) must(withdraw(desk, { id: n.id, reason: 'өзі сұрады' }));
    expect(must(sealChecks(desk))).toEqual([]);
    dbOf(desk).prepare('delete from card where entry = ?').run(entries.at(-1)?.id);
    const kinds = must(sealChecks(desk)).map((h) => (h.kind === 'round' ? h.hindrance.kind : h.kind));
    expect(new Set(kinds)).toEqual(new Set(['card_incomplete']));
    expect(await makeSeal(desk, passwords)).toMatchObject({ ok: false, failure: { code: 'seal-hindered' } });
  });
});

describe('after the seal', () => {
  test('a ballot that comes late is kept as evidence and changes nothing', async () => {
    must(await makeSeal(desk, passwords));
    const before = JSON.stringify(snapshotOf(desk).situations);
    const { manifest, keys } = first();
    const late = await returnBallot(desk, ballotOf(manifest, keys, 2, 3), keys);
    expect(late.verdict).toEqual({ kind: 'kept_as_evidence' });
    expect(JSON.stringify(snapshotOf(desk).situations)).toBe(before);
    expect(must(readSeal(manifestOf().seal, 'x')).parts).toHaveLength(17);
  });

  test('it is there after the contest was closed and opened again', async () => {
    must(await makeSeal(desk, passwords));
    const [seal] = snapshotOf(desk).seals;
    await closeAll(desk);
    const file = desk.files.grant(path).token;
    must(await open(desk, { from: { kind: 'file', file }, secret: { kind: 'password', text: passwords.chair } }));
    expect(snapshotOf(desk).seals).toEqual([seal]);
  });

  test('only both together reopen, with a reason; the next seal tells of it', async () => {
    expect(await reopenSeal(desk, { ...passwords, reason: 'қате' })).toEqual({
      ok: false,
      failure: { code: 'not-sealed' },
    });
    must(await makeSeal(desk, passwords));
    const wrong = await reopenSeal(desk, { ...passwords, chair: 'басқа', reason: 'қате' });
    expect(wrong).toMatchObject({ ok: false, failure: { code: 'wrong-password-of', who: 'chair' } });
    expect(await makeSeal(desk, passwords)).toEqual({ ok: false, failure: { code: 'sealed' } });

    const slices = must(await reopenSeal(desk, { ...passwords, reason: 'есімде қате' }));
    expect(isFresh(desk, slices)).toBe(true);
    expect(snapshotOf(desk).log[0]).toMatchObject({ action: 'seal_reopened', reason: 'есімде қате' });
    const [student] = snapshotOf(desk).people.nominees;
    if (!student) throw new Error('no nominee');
    must(withdraw(desk, { id: student.id, reason: 'өзі сұрады' }));
    must(await makeSeal(desk, passwords));
    const { manifest } = manifestOf();
    expect(manifest).toMatchObject({ number: 2, reopenings: [{ number: 1, reason: 'есімде қате' }] });
    const seals = snapshotOf(desk).seals;
    expect(seals.map((s) => s.reopened?.reason ?? null)).toEqual(['есімде қате', null]);
    expect(seals[0]?.fingerprint).not.toBe(seals[1]?.fingerprint);
  });
});

describe('the database itself', () => {
  const frozen = [
    'update contest set rules = rules',
    'update category set definition = definition',
    'update round set status = status',
    "update nominee set name = 'x'",
    "update entry set check_state = 'refused'",
    "update juror set name = 'x'",
    "update seat set state = 'present'",
    "update package set code = 'x'",
    "update card set marks = '[]'",
    'delete from card',
    'delete from seat',
    'delete from entry',
    'update returned set sequence = 9',
    'delete from returned',
    `insert into decision (round, category, kind, entries, votes, reason, at)
       select r.id, c.id, 'draw', '[]', '[]', 'x', 'x' from round r, category c limit 1`,
    `insert into ballot_choice (round, juror, hash, among, people, reason, at)
       select round, juror, hash, '[]', '[]', 'x', 'x' from returned limit 1`,
    `insert into batch (file_name, at) values ('x', 'x')`,
    `insert into nominee (number, kind, name, fields, sort_key, search_key, flags) values (99, 'person', 'x', '{}', '', '', '[]')`,
  ];

  test('refuses every change of what the seal vouches for, and takes it again once the seal is broken', async () => {
    const db = dbOf(desk);
    must(await makeSeal(desk, passwords));
    for (const change of frozen) expect(() => db.exec(change), change).toThrow('the contest is sealed');
    expect(() => db.exec('delete from seal')).toThrow('never deleted');
    expect(() => db.exec(`update seal set manifest = x'00'`)).toThrow('only broken');
    expect(() =>
      db.exec(
        `insert into seal select 2, manifest, contest, signature_secretary, signature_chair, at, null, null from seal`,
      ),
    ).toThrow(/UNIQUE/);
    must(await reopenSeal(desk, { ...passwords, reason: 'қате' }));
    expect(() => db.exec(`update seal set reopened_at = null, reopen_reason = null`)).toThrow('only broken');
    db.exec('begin');
    db.exec('update contest set rules = rules; delete from card');
    db.exec('rollback');
  });
});
