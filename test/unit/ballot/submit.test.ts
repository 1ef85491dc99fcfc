import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { countedBallot } from '@shared/domain/ballotSet';
import { returnedFileName } from '@shared/domain/ballotFileName';
import { openReturned } from '../../../electron/exchange/returned';
import { judgeBallot, type AcceptedBallot } from '../../../electron/exchange/verdict';
import { recuse, setComment, withdrawRecusal } from '../../../electron/usecases/ballot/edit';
import { redo, undo } from '../../../electron/usecases/ballot/history';
import type { BallotSession } from '../../../electron/usecases/ballot/session';
import { snapshotOf } from '../../../electron/usecases/ballot/snapshot';
import { correct, saveAgain, submit } from '../../../electron/usecases/ballot/submit';
import { failureOf, heavy, must, rulesOf } from '../exchange/fixture';
import { at, entry, fill, later, newDesk, open, put, reopen, type Desk } from './fixture';

const send = (session: BallotSession, to: string, allowIncomplete = false, when = at) =>
  submit(session, { to, allowIncomplete }, heavy, () => when);

/** What the secretary makes of the file. */
async function received(desk: Desk, path: string): Promise<AcceptedBallot> {
  const content = must(await openReturned(readFileSync(path), desk.contest.age.identity, heavy));
  return must(judgeBallot(content, rulesOf(desk.contest.manifest)));
}

describe('submitting', () => {
  it('writes a file that the contest accepts, with exactly what the juror saw', async () => {
    const desk = await newDesk();
    const session = await open(desk);
    fill(session);
    must(setComment(session, { entry: entry(102), text: 'Материалдар жоқ' }, at));
    must(recuse(session, { entry: entry(201), ground: 'member', note: 'мүшесі' }, at));
    const done = must(await send(session, desk.stick));
    expect(done.path).toBe(join(desk.stick, '2-қазы — Бірінші кезең.tscores'));
    const accepted = await received(desk, done.path);
    expect(accepted.returned).toEqual([
      {
        entry: 101,
        marks: [
          { criterion: 11, value: 8 },
          { criterion: 12, value: 4.5 },
        ],
        comment: '',
        recusal: null,
      },
      {
        entry: 102,
        marks: [
          { criterion: 11, value: 0 },
          { criterion: 12, value: 1 },
        ],
        comment: 'Материалдар жоқ',
        recusal: null,
      },
      { entry: 201, marks: [], comment: '', recusal: { ground: 'member', note: 'мүшесі' } },
    ]);
    expect(done.receipt).toEqual({
      hash: accepted.receipt,
      sequence: 1,
      submittedAt: at.toISOString(),
      fileName: '2-қазы — Бірінші кезең.tscores',
      sendTo: 'хатшы: +7 701 555 01 01',
      dueAt: '2026-12-01T13:00:00.000Z',
    });
  });

  it('makes the ballot read-only until a correction, also after reopening', async () => {
    const desk = await newDesk();
    let session = await open(desk);
    fill(session);
    const { receipt, snapshot } = must(await send(session, desk.stick));
    expect(snapshot).toMatchObject({ editable: false, canUndo: false, submitted: receipt });
    session = await reopen(desk, session);
    expect(snapshotOf(session)).toMatchObject({ editable: false, submitted: receipt });
    const refused = [
      put(session, 101, 11, 1),
      setComment(session, { entry: entry(101), text: 'x' }, at),
      recuse(session, { entry: entry(101), ground: 'paid', note: '' }, at),
      withdrawRecusal(session, { entry: entry(101) }, at),
      undo(session, at),
      redo(session, at),
      await send(session, desk.stick),
    ];
    expect(refused.map((r) => (r.ok ? null : r.failure.code))).toEqual(refused.map(() => 'ballot-submitted'));
    expect(must(correct(session))).toMatchObject({ editable: true, canUndo: true, submitted: receipt });
    expect(snapshotOf(await reopen(desk, session)).editable).toBe(true);
  });

  it('gives a correction the next number; of both files the later counts, in any order', async () => {
    const desk = await newDesk();
    const session = await open(desk);
    fill(session);
    const first = await received(desk, must(await send(session, desk.stick)).path);
    must(correct(session));
    must(put(session, 101, 11, 9));
    const done = must(await send(session, desk.stick, false, later(60)));
    expect(done.receipt).toMatchObject({ sequence: 2, fileName: '2-қазы — Бірінші кезең (2).tscores' });
    const second = await received(desk, done.path);
    for (const set of [
      [first, second],
      [second, first],
      [second, first, second],
    ])
      expect(countedBallot(set, desk.contest.manifest.packageId, null)).toEqual({
        counted: second.hash,
        conflict: null,
        gaps: [],
      });
  });

  it('with something missing needs the juror’s word', async () => {
    const desk = await newDesk();
    const session = await open(desk);
    fill(session);
    must(put(session, 102, 12, null));
    expect(failureOf(await send(session, desk.stick))).toEqual({ code: 'ballot-incomplete', missing: 1 });
    expect(snapshotOf(session).editable).toBe(true);
    const accepted = await received(desk, must(await send(session, desk.stick, true)).path);
    expect(accepted.returned[1]?.marks).toEqual([{ criterion: 11, value: 0 }]);
  });

  it('to a named file replaces it whole, and leaves nothing else behind', async () => {
    const desk = await newDesk();
    const session = await open(desk);
    fill(session);
    const path = join(desk.root, 'out', 'my ballot.tscores');
    mkdirSync(join(desk.root, 'out'));
    expect(must(await send(session, path)).receipt.fileName).toBe('my ballot.tscores');
    expect((await received(desk, path)).sequence).toBe(1);
  });

  it('a begun ballot of another computer is a conflict that names the reason', async () => {
    const one = await newDesk();
    const other = await newDesk();
    const here = await open(one);
    fill(here);
    const there = await open({ ...one, dataDir: other.dataDir });
    fill(there);
    const set = [
      await received(one, must(await send(here, join(one.root, 'here.tscores'))).path),
      await received(one, must(await send(there, join(one.root, 'there.tscores'))).path),
    ];
    expect(countedBallot(set, one.contest.manifest.packageId, null)).toMatchObject({
      counted: null,
      conflict: 'other_computer',
    });
  });
});

describe('when the file cannot be written', () => {
  it('the ballot stays open, and the same content goes out under the same number', async () => {
    const desk = await newDesk();
    const session = await open(desk);
    fill(session);
    const gone = join(desk.root, 'pulled', 'x.tscores');
    expect(failureOf(await send(session, gone)).code).toBe('not-found');
    expect(snapshotOf(session)).toMatchObject({ editable: true, submitted: null });
    const again = must(await send(await reopen(desk, session), desk.stick, false, later(600)));
    expect(again.receipt).toMatchObject({ sequence: 1, submittedAt: at.toISOString() });
    expect((await received(desk, again.path)).sequence).toBe(1);
  });

  it('another content never bears a number that may have left', async () => {
    const desk = await newDesk();
    const session = await open(desk);
    fill(session);
    await send(session, join(desk.root, 'pulled', 'x.tscores'));
    must(put(session, 101, 11, 9));
    const done = must(await send(session, desk.stick, false, later(60)));
    expect(done.receipt.sequence).toBe(2);
    const accepted = await received(desk, done.path);
    expect(countedBallot([accepted], desk.contest.manifest.packageId, null)).toEqual({
      counted: accepted.hash,
      conflict: null,
      gaps: [1],
    });
  });
});

describe('saving again', () => {
  it('writes the same bytes to another place, also during a correction', async () => {
    const desk = await newDesk();
    const session = await open(desk);
    expect(failureOf(await saveAgain(session, { to: desk.stick }, () => at)).code).toBe('invalid');
    fill(session);
    const first = must(await send(session, desk.stick));
    const bytes = readFileSync(first.path);
    rmSync(first.path);
    must(correct(session));
    must(put(session, 101, 11, 1));
    const again = must(await saveAgain(session, { to: join(desk.root, 'again.tscores') }, () => at));
    expect(readFileSync(again.path).equals(bytes)).toBe(true);
    expect(existsSync(first.path)).toBe(false);
    expect(statSync(again.path).size).toBe(bytes.length);
    expect(snapshotOf(session).submitted).toMatchObject({ sequence: 1, fileName: 'again.tscores' });
  });
});

describe('the name of a file', () => {
  it('is one that every system takes', () => {
    expect(returnedFileName(3, 'Финал: "1/2"?', 1)).toBe('3-қазы — Финал 1 2.tscores');
    expect(returnedFileName(7, ' ..', 3)).toBe('7-қазы — Tarazy (3).tscores');
    expect([...returnedFileName(1, 'Қ'.repeat(500), 1)].length).toBeLessThan(140);
  });
});
