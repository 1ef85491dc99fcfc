import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { missingMarks } from '@shared/domain/ballotCards';
import { mark, recuse, setComment, setPlace, withdrawRecusal } from '../../../electron/usecases/ballot/edit';
import { redo, undo } from '../../../electron/usecases/ballot/history';
import type { BallotSession } from '../../../electron/usecases/ballot/session';
import { snapshotOf } from '../../../electron/usecases/ballot/snapshot';
import { failureOf, must } from '../exchange/fixture';
import { at, criterion, entry, fill, later, newDesk, open, put, reopen } from './fixture';

const marksOf = (session: BallotSession, id: number) =>
  snapshotOf(session).cards.find((c) => c.entry === entry(id))?.marks;

describe('a mark', () => {
  it('answers with its card, how far the ballot is, and when it was saved', async () => {
    const session = await open(await newDesk());
    expect(must(put(session, 101, 12, 4.5))).toEqual({
      card: { entry: 101, marks: { 12: 4.5 }, comment: '', recusal: null, state: 'started' },
      criterion: 12,
      progress: { scored: 0, recused: 0, total: 3, missing: 4 },
      canUndo: true,
      canRedo: false,
      savedAt: at.toISOString(),
    });
  });

  it('of zero is a mark, and blank is none', async () => {
    const desk = await newDesk();
    let session = await open(desk);
    must(put(session, 201, 21, 0));
    session = await reopen(desk, session);
    expect(snapshotOf(session).cards[2]).toMatchObject({ marks: { 21: 0 }, state: 'complete' });
    must(put(session, 201, 21, null));
    session = await reopen(desk, session);
    expect(snapshotOf(session).cards[2]).toMatchObject({ marks: {}, state: 'blank' });
  });

  it('must lie on its criterion’s scale', async () => {
    const session = await open(await newDesk());
    expect(failureOf(put(session, 101, 12, 4.4))).toEqual({ code: 'mark-outside-scale', min: 1, max: 5, step: 0.5 });
    expect(failureOf(put(session, 101, 11, 11)).code).toBe('mark-outside-scale');
    expect(failureOf(put(session, 101, 11, Number.NaN)).code).toBe('mark-outside-scale');
    expect(marksOf(session, 101)).toEqual({});
  });

  it('must name an entry of the ballot and a criterion of its category', async () => {
    const session = await open(await newDesk());
    expect(failureOf(put(session, 999, 11, 5))).toEqual({ code: 'gone', what: 'entry' });
    expect(failureOf(put(session, 101, 21, 5))).toEqual({ code: 'invalid', field: 'criterion' });
  });

  it('of two digits is one step to undo, another mark is a step of its own', async () => {
    const session = await open(await newDesk());
    must(put(session, 101, 11, 1));
    must(put(session, 101, 11, 10));
    must(undo(session, at));
    expect(marksOf(session, 101)).toEqual({});
    must(redo(session, at));
    must(put(session, 101, 11, 7));
    must(undo(session, at));
    expect(marksOf(session, 101)).toEqual({ 11: 10 });
  });

  it('given again changes nothing and is no step to undo', async () => {
    const session = await open(await newDesk());
    must(put(session, 101, 11, 5));
    must(put(session, 101, 11, 5));
    must(undo(session, at));
    expect(marksOf(session, 101)).toEqual({});
    expect(failureOf(undo(session, at)).code).toBe('nothing-to-undo');
  });
});

describe('a recusal', () => {
  it('takes the card out of what is missing, keeps its marks, and can be withdrawn', async () => {
    const session = await open(await newDesk());
    must(put(session, 101, 11, 5));
    const note = { ground: 'family', note: 'інім' } as const;
    const delta = must(recuse(session, { entry: entry(101), ...note }, at));
    expect(delta.card).toMatchObject({ state: 'recused', recusal: note, marks: { 11: 5 } });
    expect(delta.progress).toEqual({ scored: 0, recused: 1, total: 3, missing: 3 });
    expect(failureOf(put(session, 101, 12, 3))).toEqual({ code: 'invalid', field: 'recused' });
    expect(must(withdrawRecusal(session, { entry: entry(101) }, at)).card).toMatchObject({
      state: 'started',
      recusal: null,
      marks: { 11: 5 },
    });
  });
});

describe('what is missing', () => {
  it('is named by entry and criterion, in the order of the ballot', async () => {
    const session = await open(await newDesk());
    must(put(session, 101, 11, 5));
    must(recuse(session, { entry: entry(201), ground: 'member', note: '' }, at));
    expect(missingMarks(snapshotOf(session))).toEqual([
      { entry: 101, criteria: [12] },
      { entry: 102, criteria: [11, 12] },
    ]);
    must(withdrawRecusal(session, { entry: entry(201) }, at));
    fill(session);
    expect(missingMarks(snapshotOf(session))).toEqual([]);
    expect(snapshotOf(session).progress).toEqual({ scored: 3, recused: 0, total: 3, missing: 0 });
  });
});

describe('undo and redo', () => {
  it('work across sessions, on every kind of change', async () => {
    const desk = await newDesk();
    let session = await open(desk);
    must(put(session, 101, 11, 5));
    must(setComment(session, { entry: entry(102), text: 'жақсы' }, at));
    must(recuse(session, { entry: entry(201), ground: 'paid', note: '' }, at));
    const end = snapshotOf(session);
    session = await reopen(desk, session);
    expect(must(undo(session, at)).card).toMatchObject({ entry: 201, recusal: null });
    session = await reopen(desk, session);
    expect(must(undo(session, at)).card).toMatchObject({ entry: 102, comment: '' });
    expect(must(undo(session, at))).toMatchObject({ card: { entry: 101, marks: {} }, criterion: 11, canUndo: false });
    expect(failureOf(undo(session, at)).code).toBe('nothing-to-undo');
    session = await reopen(desk, session);
    must(redo(session, at));
    must(redo(session, at));
    expect(must(redo(session, at)).canRedo).toBe(false);
    expect(failureOf(redo(session, at)).code).toBe('nothing-to-undo');
    expect(snapshotOf(session)).toEqual(end);
  });

  it('forget what was undone once something else is done', async () => {
    const session = await open(await newDesk());
    must(put(session, 101, 11, 5));
    must(put(session, 101, 11, 6));
    expect(must(undo(session, at)).canRedo).toBe(true);
    expect(must(put(session, 102, 11, 1)).canRedo).toBe(false);
    must(undo(session, at));
    expect(must(undo(session, at)).card.marks).toEqual({});
  });

  it('take a comment back whole while it is typed, and in parts after a pause', async () => {
    const session = await open(await newDesk());
    const type = (text: string, seconds: number) =>
      must(setComment(session, { entry: entry(101), text }, later(seconds)));
    type('жа', 0);
    type('жақ', 3);
    type('жақсы', 6);
    type('жақсы. Бірақ', 60);
    expect(must(undo(session, at)).card.comment).toBe('жақсы');
    expect(must(undo(session, at)).card.comment).toBe('');
  });

  it('lead back through any series of changes, step by step', async () => {
    const session = await open(await newDesk());
    const step = fc.record({
      e: fc.constantFrom(101, 102),
      v: fc.option(fc.integer({ min: 0, max: 10 }), { nil: null }),
    });
    // A pause after each, so that none is the going on of another.
    let seconds = 0;
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const seen = [JSON.stringify(snapshotOf(session).cards)];
        for (const { e, v } of steps) {
          must(put(session, e, 11, v, later((seconds += 60))));
          const now = JSON.stringify(snapshotOf(session).cards);
          if (now !== seen.at(-1)) seen.push(now);
        }
        for (const expected of seen.toReversed().slice(1)) {
          must(undo(session, at));
          expect(JSON.stringify(snapshotOf(session).cards)).toBe(expected);
        }
        for (const expected of seen.slice(1)) {
          must(redo(session, at));
          expect(JSON.stringify(snapshotOf(session).cards)).toBe(expected);
        }
      }),
      { numRuns: 15 },
    );
  });
});

it('remembers where the juror stood', async () => {
  const desk = await newDesk();
  const session = await open(desk);
  must(setPlace(session, { entry: entry(102), criterion: criterion(12) }));
  expect(failureOf(setPlace(session, { entry: entry(999), criterion: null })).code).toBe('gone');
  expect(snapshotOf(await reopen(desk, session)).place).toEqual({ entry: 102, criterion: 12 });
});

it('is damaged by no mark that the disk refused', async () => {
  const session = await open(await newDesk());
  must(put(session, 101, 11, 5));
  const pages = Number(session.db.pragma('page_count', { simple: true }));
  session.db.pragma(`max_page_count=${pages}`);
  const text = 'ұзақ пікір '.repeat(3000);
  expect(failureOf(setComment(session, { entry: entry(101), text }, at))).toEqual({
    code: 'disk-full',
    file: 'Айгүл.tballot',
  });
  expect(snapshotOf(session).cards[0]).toMatchObject({ comment: '', marks: { 11: 5 } });
  session.db.pragma('max_page_count=1000000');
  expect(must(setComment(session, { entry: entry(101), text }, at)).card.comment).toBe(text);
  expect(must(mark(session, { entry: entry(101), criterion: criterion(11), value: 6 }, at)).card.marks).toEqual({
    11: 6,
  });
});
