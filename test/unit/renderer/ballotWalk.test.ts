import { describe, expect, test } from 'vitest';
import type { BallotCategory, BallotEntry } from '@shared/model/ballot';
import type { BallotCard, BallotCardState } from '@shared/model/ballotSession';
import type { CriterionId, EntryId } from '@shared/model/ids';
import {
  arrival,
  firstOpen,
  neighbour,
  nextBlankCell,
  nextOpen,
  withTyped,
  type Ground,
} from '../../../renderer/stores/ballotWalk';

const text = (name: string) => ({ kk: name, ru: name, en: name });
const scale = { min: 0, max: 10, step: 1 };
const category = (id: number, criteria: readonly number[]): BallotCategory => ({
  id,
  name: text(`category ${String(id)}`),
  criteria: criteria.map((each) => ({
    id: each,
    name: text(`criterion ${String(each)}`),
    hint: text(''),
    levels: [],
    weight: 5000,
    scale,
  })),
});
const categories = [category(1, [1, 2]), category(2, [7])];
const entry = (id: number, of: number): BallotEntry => ({
  id,
  category: of,
  number: id,
  name: `nominee ${String(id)}`,
  materials: [],
});
const entries = [entry(11, 1), entry(12, 1), entry(13, 1), entry(21, 2)];
const at = (id: number) => id as EntryId;
const on = (id: number) => id as CriterionId;

/** Nominees not named are blank. */
function ground(marked: Readonly<Record<number, Readonly<Record<number, number>> | 'recused'>>): Ground {
  const cards = entries.map((each): [EntryId, BallotCard] => {
    const given = marked[each.id] ?? {};
    const needed = categories.find((c) => c.id === each.category)?.criteria.length ?? 0;
    const marks = given === 'recused' ? {} : given;
    const count = Object.keys(marks).length;
    const state: BallotCardState =
      given === 'recused' ? 'recused' : count === 0 ? 'blank' : count === needed ? 'complete' : 'started';
    const recusal = given === 'recused' ? { ground: 'other' as const, note: 'x' } : null;
    return [at(each.id), { entry: at(each.id), marks, comment: '', recusal, state }];
  });
  return { entries, categories, cards: new Map(cards) };
}

describe('the way through a ballot', () => {
  test('a nominee is opened at the first blank, and zero is not blank', () => {
    expect(arrival(ground({ 11: { 1: 0 } }), entry(11, 1))).toEqual({ entry: 11, criterion: 2 });
  });

  test('a complete nominee is opened at its first criterion', () => {
    expect(arrival(ground({ 11: { 1: 3, 2: 4 } }), entry(11, 1))).toEqual({ entry: 11, criterion: 1 });
  });

  test('Enter passes over complete and recused nominees and goes on in the next category', () => {
    const here = ground({ 11: { 1: 1 }, 12: 'recused', 13: { 1: 1, 2: 1 } });
    expect(nextOpen(here, at(11))).toEqual({ entry: 21, criterion: 7 });
  });

  test('after the last nominee it begins again, and comes back to the only one that is left', () => {
    const here = ground({ 12: 'recused', 13: { 1: 1, 2: 1 }, 21: { 7: 9 } });
    expect(nextOpen(here, at(21))).toEqual({ entry: 11, criterion: 1 });
    expect(nextOpen(here, at(11))).toEqual({ entry: 11, criterion: 1 });
  });

  test('nothing is left when all are complete or recused', () => {
    const done = ground({ 11: { 1: 1, 2: 1 }, 12: 'recused', 13: { 1: 1, 2: 1 }, 21: { 7: 0 } });
    expect(nextOpen(done, at(11))).toBeNull();
    expect(firstOpen(done)).toBeNull();
  });

  test('previous and next stop at the ends', () => {
    const here = ground({});
    expect(neighbour(here, at(11), -1)).toBeNull();
    expect(neighbour(here, at(12), -1)).toEqual({ entry: 11, criterion: 1 });
    expect(neighbour(here, at(21), 1)).toBeNull();
  });

  test('the next blank cell is looked for to the right, then below, then from the top', () => {
    const here = ground({ 11: { 2: 5 }, 12: 'recused', 13: { 1: 5 } });
    const rows = entries.slice(0, 3);
    expect(nextBlankCell(here, rows, { entry: at(11), criterion: on(1) })).toEqual({ entry: 13, criterion: 2 });
    expect(nextBlankCell(here, rows, { entry: at(13), criterion: on(2) })).toEqual({ entry: 11, criterion: 1 });
  });

  test('a cell that is itself the last blank is no next one', () => {
    const here = ground({ 11: { 1: 1 }, 12: 'recused', 13: { 1: 1, 2: 1 } });
    expect(nextBlankCell(here, entries.slice(0, 3), { entry: at(11), criterion: on(2) })).toBeNull();
  });

  test('a typed mark counts before it is acknowledged, a taken one no longer, and a recusal stays', () => {
    const typed = (id: number, criterion: number, value: number | null) => ({
      entry: at(id),
      criterion: on(criterion),
      value,
    });
    const before = ground({ 11: { 1: 5 }, 12: { 1: 4, 2: 4 }, 13: 'recused' });
    const now = withTyped(before, [typed(11, 2, 0), typed(12, 2, null), typed(13, 1, 3), typed(21, 7, 1)]);
    expect([11, 12, 13, 21].map((id) => now.cards.get(at(id))?.state)).toEqual([
      'complete',
      'started',
      'recused',
      'complete',
    ]);
    expect(nextOpen(now, at(21))).toEqual({ entry: 12, criterion: 2 });
    expect(before.cards.get(at(11))?.state).toBe('started');
    expect(withTyped(before, [typed(11, 1, null)]).cards.get(at(11))?.state).toBe('blank');
  });
});
