import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Contest } from '@shared/model/contest';
import type { Round } from '@shared/model/round';
import type { JurorId } from '@shared/model/ids';
import type { FileRef } from '@shared/model/snapshot';
import { logIsWhole } from '../../../electron/db/log';
import * as ballot from '../../../electron/usecases/ballot/calls';
import { admitAll, refuse } from '../../../electron/usecases/check';
import { closeAll, create, open, recents } from '../../../electron/usecases/contestFile';
import { chooseBallot } from '../../../electron/usecases/chooseBallot';
import { importBallots } from '../../../electron/usecases/importBallots';
import { issueBallots } from '../../../electron/usecases/issueBallots';
import { markAbsent, removeJuror, replaceJuror, saveJuror } from '../../../electron/usecases/jury';
import { addNominee, withdraw } from '../../../electron/usecases/nominees';
import { closeRound, reopenRound } from '../../../electron/usecases/rounds';
import { saveCategory, saveCriteria, saveHead, saveRounds } from '../../../electron/usecases/setup';
import { getStanding } from '../../../electron/usecases/standing';
import { findTemplate } from '../../../electron/usecases/templates';
import { isFresh, must, snapshotOf, testDesk, type TestDesk } from './testDesk';

const password = 'ұзын құпиясөз';
const text = (s: string) => ({ kk: s, ru: s, en: s });

let secretary: TestDesk;
const others: TestDesk[] = [];

beforeEach(async () => {
  secretary = testDesk();
  const template = findTemplate('jana-beles');
  if (!template) throw new Error('no template');
  const file = secretary.files.grant(join(secretary.folder, 'Байқау.tarazy')).token;
  must(
    await create(secretary, { template: 'jana-beles', head: { ...template.head, edition: '2026' }, file, password }),
  );
});

afterEach(async () => {
  for (const desk of [secretary, ...others.splice(0)]) await closeAll(desk);
});

const contest = (): Contest => snapshotOf(secretary).contest;
const round = (index: number): Round => {
  const found = contest().rounds[index];
  if (!found) throw new Error(`no round ${index}`);
  return found;
};
const category = (index: number) => {
  const found = contest().categories[index];
  if (!found) throw new Error(`no category ${index}`);
  return found;
};

/** Four students, one organisation, three jurors; checked and ready for ballots. */
function prepareFirstRound(): readonly JurorId[] {
  for (const name of ['Ғабитова Әсел', 'Ахметова Аяжан', 'Қалиев Нұрлан', 'Ким Виктория']) {
    must(
      addNominee(secretary, {
        name,
        kind: 'person',
        category: category(0).id,
        fields: { consent: '2026-11-01', iin: '050315600121' },
      }),
    );
  }
  must(
    addNominee(secretary, {
      name: '«Білім» кеңесі',
      kind: 'organisation',
      category: category(1).id,
      fields: { consent: '2026-11-01' },
    }),
  );
  for (const [i, name] of ['Ли Виктор', 'Қалиева Ұлжан', 'Өтегенов Мәди'].entries()) {
    must(saveJuror(secretary, { id: null, name, title: '', contact: '', chair: i === 0 }));
  }
  must(admitAll(secretary, { round: round(0).id }));
  must(closeRound(secretary, { round: round(0).id }));
  return snapshotOf(secretary).jury.jurors.map((j) => j.id);
}

async function issue(jurors: readonly JurorId[], roundIndex = 1): Promise<void> {
  const folder = join(secretary.folder, 'ballots');
  mkdirSync(folder, { recursive: true });
  must(
    await issueBallots(secretary, {
      round: round(roundIndex).id,
      jurors: [...jurors],
      dueAt: '2026-12-01T12:00:00.000Z',
      sendTo: 'Хатшы',
      instructions: text(''),
      folder: secretary.files.grant(folder).token,
      task: 'issue',
    }),
  );
}

/** The juror's own computer. `value` is given for every criterion. Gives back the file as the secretary receives it. */
async function score(juror: JurorId, value: (number: number) => number, desk = newDesk()): Promise<FileRef> {
  const issued = snapshotOf(secretary).ballots.issued.findLast((b) => b.juror === juror);
  if (!issued) throw new Error('no ballot was issued');
  const file = desk.files.grant(join(secretary.folder, 'ballots', issued.fileName)).token;
  const opened = must(await ballot.open(desk, { from: { kind: 'file', file }, code: issued.code.toLowerCase() }));
  if (opened.submitted) must(ballot.correct(desk));
  for (const e of opened.entries) {
    for (const c of opened.categories.find((k) => k.id === e.category)?.criteria ?? []) {
      must(ballot.mark(desk, { entry: e.id as never, criterion: c.id as never, value: value(e.number) }));
    }
  }
  const to = desk.files.grant(desk.folder).token;
  const done = must(await ballot.submit(desk, { to, allowIncomplete: false }));
  await closeAll(desk);
  const path = desk.files.path(done.file.token);
  if (path === undefined) throw new Error('the submitted file has no path');
  return secretary.files.grant(path);
}

function newDesk(): TestDesk {
  const desk = testDesk();
  others.push(desk);
  return desk;
}

const bringIn = async (...files: readonly FileRef[]) =>
  must(await importBallots(secretary, { files: files.map((f) => f.token), task: 'import' }));

describe('set-up', () => {
  test('weights that do not make a whole are refused and nothing changes', () => {
    const c = category(0);
    const criteria = c.criteria.map((k) => ({ id: k.id, name: k.name, hint: k.hint, levels: [], weight: 1000 }));
    expect(saveCriteria(secretary, { category: c.id, criteria })).toMatchObject({
      ok: false,
      failure: { code: 'weights-uneven', sumBasisPoints: 5000 },
    });
    expect(category(0)).toEqual(c);
  });

  test('a criterion that comes later never takes the slot of one that is gone', () => {
    const c = category(0);
    const [first, ...rest] = c.criteria.map((k) => ({
      id: k.id,
      name: k.name,
      hint: k.hint,
      levels: [],
      weight: k.weight,
    }));
    if (!first) throw new Error('no criteria');
    const added = { ...first, id: null, name: text('Жаңа') };
    must(saveCriteria(secretary, { category: c.id, criteria: [...rest, added] }));
    expect(category(0).criteria.at(-1)).toMatchObject({ slot: 5, weight: first.weight });
    expect(category(0).criteria.map((k) => k.id)).not.toContain(first.id);
  });

  test('every write gives back what a fresh reading says', () => {
    const slices = must(
      saveCategory(secretary, {
        id: null,
        name: text('Жаңа номинация'),
        nomineeKind: 'team',
        winners: { mode: 'single', count: 1 },
      }),
    );
    expect(isFresh(secretary, slices)).toBe(true);
    expect(contest().categories).toHaveLength(3);
  });

  test('rules are locked once a ballot is out; the title is not', async () => {
    const [chair] = prepareFirstRound();
    if (chair === undefined) throw new Error('no chair');
    await issue([chair]);
    const { rounds, rules, head } = contest();
    const drafts = rounds.map((r) => ({
      id: r.id,
      name: r.name,
      kind: r.rules.kind === 'technical' ? ('technical' as const) : ('jury' as const),
      scale: null,
      advance: r.advance,
      weight: r.weight,
    }));
    expect(saveRounds(secretary, { rounds: drafts, combination: rules.combination })).toEqual({
      ok: false,
      failure: { code: 'rules-locked' },
    });
    must(saveHead(secretary, { head: { ...head, edition: '2027' } }));
    expect(contest().head.edition).toBe('2027');
  });
});

describe('technical check', () => {
  test('who is refused does not go on, and the reason stays', () => {
    must(addNominee(secretary, { name: 'Ахметова Аяжан', kind: 'person', category: category(0).id, fields: {} }));
    must(addNominee(secretary, { name: 'Қалиев Нұрлан', kind: 'person', category: category(0).id, fields: {} }));
    const [, second] = snapshotOf(secretary).people.entries;
    if (!second) throw new Error('no entries');
    must(refuse(secretary, { entries: [second.id], reason: 'Басқа қаланың студенті' }));
    expect(closeRound(secretary, { round: round(0).id })).toMatchObject({
      ok: false,
      failure: { code: 'round-hindered' },
    });
    must(admitAll(secretary, { round: round(0).id }));
    must(closeRound(secretary, { round: round(0).id }));
    const { entries, nominees } = snapshotOf(secretary).people;
    const next = entries
      .filter((e) => e.round === round(1).id)
      .map((e) => nominees.find((n) => n.id === e.nominee)?.name);
    expect(next).toEqual(['Ахметова Аяжан']);
    expect(entries.find((e) => e.id === second.id)).toMatchObject({
      check: 'refused',
      checkReason: 'Басқа қаланың студенті',
    });
  });

  test('a closing is taken back while no ballot is out, never after', async () => {
    const jurors = prepareFirstRound();
    must(reopenRound(secretary, { round: round(0).id, reason: 'Бір номинант қалып қойды' }));
    expect(contest().rounds.map((r) => r.status)).toEqual(['open', 'waiting', 'waiting']);
    expect(snapshotOf(secretary).people.entries).toHaveLength(5);
    must(closeRound(secretary, { round: round(0).id }));
    await issue(jurors);
    expect(reopenRound(secretary, { round: round(0).id, reason: 'Тағы' })).toMatchObject({
      ok: false,
      failure: { code: 'next-round-began' },
    });
  });
});

describe('ballots by real files', () => {
  test('personal data never leaves in a package', async () => {
    const [chair] = prepareFirstRound();
    if (chair === undefined) throw new Error('no chair');
    await issue([chair]);
    const desk = newDesk();
    const [issued] = snapshotOf(secretary).ballots.issued;
    if (!issued) throw new Error('no ballot');
    const file = desk.files.grant(join(secretary.folder, 'ballots', issued.fileName)).token;
    const opened = must(await ballot.open(desk, { from: { kind: 'file', file }, code: issued.code }));
    expect(JSON.stringify(opened)).not.toContain('050315600121');
    expect(opened.entries.map((e) => e.name)).toContain('Ғабитова Әсел');
  });

  test('three ballots make a ranking; the same file again changes nothing', async () => {
    const jurors = prepareFirstRound();
    await issue(jurors);
    const files = [];
    for (const j of jurors) files.push(await score(j, (n) => 10 - n));
    const first = await bringIn(...files);
    expect(first.imports.map((i) => i.verdict.kind)).toEqual(['counted', 'counted', 'counted']);
    const again = await bringIn(...files);
    expect(again.imports.map((i) => i.verdict.kind)).toEqual([
      'already_imported',
      'already_imported',
      'already_imported',
    ]);
    const standing = must(getStanding(secretary, { round: round(1).id, category: category(0).id }));
    expect(standing.rows.map((r) => [r.number, r.total?.text])).toEqual([
      [1, '90.00'],
      [2, '80.00'],
      [3, '70.00'],
      [4, '60.00'],
    ]);
    expect(snapshotOf(secretary).situations.find((s) => s.round === round(1).id)?.hindrances).toEqual([]);
  });

  test('a correction replaces, and says in how many cells', async () => {
    const [chair] = prepareFirstRound();
    if (chair === undefined) throw new Error('no chair');
    await issue([chair]);
    const computer = newDesk();
    await bringIn(await score(chair, () => 5, computer));
    const { imports } = await bringIn(await score(chair, (n) => (n === 1 ? 9 : 5), computer));
    expect(imports[0]?.verdict).toEqual({ kind: 'counted', replacedSequence: 1, changedCells: 5 });
  });

  test('two computers conflict: none counts and closing is blocked until two people decide', async () => {
    const [chair] = prepareFirstRound();
    if (chair === undefined) throw new Error('no chair');
    await issue([chair]);
    await bringIn(await score(chair, () => 5));
    const { imports } = await bringIn(await score(chair, () => 9));
    expect(imports[0]?.verdict).toEqual({ kind: 'conflict', reason: 'other_computer' });
    const [choice] = snapshotOf(secretary).ballots.choices;
    const hash = choice?.candidates[1]?.hash ?? '';
    const standing = () => must(getStanding(secretary, { round: round(1).id, category: category(0).id }));
    expect(standing().rows.every((r) => r.total === null)).toBe(true);
    const decide = (people: string[]) =>
      chooseBallot(secretary, { round: round(1).id, juror: chair, hash, people, reason: 'Қазы растады' });
    expect(decide(['Хатшы', 'хатшы '])).toMatchObject({ ok: false, failure: { code: 'invalid' } });
    must(decide(['Хатшы', 'Төраға']));
    expect(snapshotOf(secretary).ballots.choices).toEqual([]);
    expect(standing().rows[0]?.total).not.toBeNull();
  });

  test('a ballot for another contest or an older revision is refused with the reason', async () => {
    const [chair] = prepareFirstRound();
    if (chair === undefined) throw new Error('no chair');
    await issue([chair]);
    const old = await score(chair, () => 5);
    await issue([chair]);
    const { imports } = await bringIn(old);
    expect(imports[0]?.verdict).toEqual({ kind: 'refused', reason: 'old_revision' });
    expect(snapshotOf(secretary).log[0]).toMatchObject({ action: 'ballot_refused' });
  });

  test('after closing a late ballot is kept as evidence and moves nothing', async () => {
    const jurors = prepareFirstRound();
    const [, , late] = jurors;
    if (late === undefined) throw new Error('no third juror');
    await issue(jurors);
    const files = [];
    for (const j of jurors) files.push(await score(j, (n) => n));
    await bringIn(...files);
    const before = must(getStanding(secretary, { round: round(1).id, category: category(0).id })).rows.map(
      (r) => r.total,
    );
    must(closeRound(secretary, { round: round(1).id }));
    const { imports } = await bringIn(await score(late, () => 10));
    expect(imports[0]?.verdict).toEqual({ kind: 'kept_as_evidence' });
    const after = must(getStanding(secretary, { round: round(1).id, category: category(0).id })).rows.map(
      (r) => r.total,
    );
    expect(after).toEqual(before);
  });

  test('an absent juror hinders no longer, but the quorum and the minimum of scores do', async () => {
    const jurors = prepareFirstRound();
    const [, second, third] = jurors;
    if (second === undefined || third === undefined) throw new Error('no jurors');
    await issue(jurors);
    const files = [];
    for (const j of jurors.slice(0, 2)) files.push(await score(j, (n) => n));
    await bringIn(...files);
    const kinds = () =>
      new Set(
        snapshotOf(secretary)
          .situations.find((s) => s.round === round(1).id)
          ?.hindrances.map((h) => h.kind),
      );
    expect(kinds()).toEqual(new Set(['ballot_missing']));
    must(markAbsent(secretary, { round: round(1).id, juror: third, reason: 'Ауырып қалды' }));
    expect(kinds()).toEqual(new Set(['few_scores']));
    must(saveJuror(secretary, { id: null, name: 'Жаңа Қазы', title: '', contact: '', chair: false }));
    const replacement = snapshotOf(secretary).jury.jurors.at(-1);
    if (!replacement) throw new Error('no replacement');
    must(replaceJuror(secretary, { round: round(1).id, juror: third, by: replacement.id, reason: 'Ауырып қалды' }));
    expect(kinds()).toEqual(new Set(['ballot_missing']));
    expect(removeJuror(secretary, { id: third })).toMatchObject({ ok: false, failure: { code: 'juror-has-ballot' } });
  });
});

test('a withdrawn nominee leaves the standing, not the evidence', async () => {
  const jurors = prepareFirstRound();
  await issue(jurors);
  const files = [];
  for (const j of jurors) files.push(await score(j, (n) => 10 - n));
  await bringIn(...files);
  const [first] = snapshotOf(secretary).people.nominees;
  if (!first) throw new Error('no nominees');
  must(withdraw(secretary, { id: first.id, reason: 'Өз еркімен' }));
  const standing = must(getStanding(secretary, { round: round(1).id, category: category(0).id }));
  expect(standing.rows.map((r) => [r.place, r.number])).toEqual([
    [1, 2],
    [2, 3],
    [3, 4],
  ]);
});

test('the contest comes back from its file as it was left; an edited log line is noticed', async () => {
  prepareFirstRound();
  const before = snapshotOf(secretary);
  await closeAll(secretary);
  const [recent] = must(await recents(secretary));
  if (!recent) throw new Error('no recent contest');
  const opened = must(
    await open(secretary, { from: { kind: 'recent', id: recent.id }, secret: { kind: 'password', text: password } }),
  );
  expect(opened.snapshot).toEqual(before);
  expect(opened.warnings).toEqual([]);
  const db = secretary.contest?.db;
  if (!db) throw new Error('no database');
  expect(() => db.exec("update log set bytes = '{}' where seq = 2")).toThrow(/never changed/);
  db.exec("drop trigger log_is_never_changed; update log set bytes = replace(bytes, 'juror_added', 'juror_removed')");
  expect(logIsWhole(db)).toBe(false);
});

test('nothing that was written anywhere can be read without a key', async () => {
  const jurors = prepareFirstRound();
  await issue(jurors);
  await bringIn(await score(jurors[0] as JurorId, () => 7));
  await closeAll(secretary);
  const folders = [secretary, ...others].map((d) => d.folder);
  const files = folders.flatMap((f) =>
    readdirSync(f, { recursive: true, withFileTypes: true })
      .filter((e) => e.isFile())
      .map((e) => join(e.parentPath, e.name)),
  );
  const { readFileSync } = await import('node:fs');
  expect(files.length).toBeGreaterThan(8);
  for (const f of files) {
    const bytes = readFileSync(f);
    for (const marker of ['Ғабитова', 'Ахметова', 'Қалиев', '050315600121', '«Білім»', 'SQLite format 3']) {
      expect([f, bytes.includes(Buffer.from(marker))]).toEqual([f, false]);
    }
  }
});
