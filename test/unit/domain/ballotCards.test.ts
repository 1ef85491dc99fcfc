import { expect, test } from 'vitest';
import { ballotCardState, ballotProgress, missingMarks } from '@shared/domain/ballotCards';
import type { BallotCard } from '@shared/model/ballotSession';
import type { BallotCriterion } from '@shared/model/ballot';
import type { EntryId } from '@shared/model/ids';

const text = (name: string) => ({ kk: name, ru: name, en: name });
const criterion = (id: number): BallotCriterion => ({
  id,
  name: text(`criterion ${String(id)}`),
  hint: text(''),
  levels: [],
  weight: 5000,
  scale: { min: 0, max: 10, step: 1 },
});
const categories = [
  { id: 1, name: text('students'), criteria: [criterion(1), criterion(2)] },
  { id: 2, name: text('guests'), criteria: [] },
];
const entry = (id: number, category: number) => ({
  id,
  category,
  number: id,
  name: `nominee ${String(id)}`,
  materials: [],
});
const card = (id: number, marks: BallotCard['marks'], isRecused = false): BallotCard => ({
  entry: id as EntryId,
  marks,
  comment: '',
  recusal: isRecused ? { ground: 'other', note: 'x' } : null,
  state: ballotCardState(Object.keys(marks).length, 2, isRecused),
});

test('a recusal wins over marks, zero is a mark, and a card with nothing to fill in is complete', () => {
  expect(card(1, { 1: 5, 2: 0 }).state).toBe('complete');
  expect(card(1, { 1: 0 }).state).toBe('started');
  expect(card(1, {}).state).toBe('blank');
  expect(card(1, { 1: 5, 2: 5 }, true).state).toBe('recused');
  expect(ballotCardState(0, 0, false)).toBe('complete');
});

test('progress counts cards, and blanks only where they are waited for', () => {
  const progress = ballotProgress([
    { criteria: 2, marked: 2, recused: false },
    { criteria: 2, marked: 1, recused: false },
    { criteria: 2, marked: 0, recused: true },
    { criteria: 0, marked: 0, recused: false },
  ]);
  expect(progress).toEqual({ scored: 2, recused: 1, total: 4, missing: 1 });
});

test('what is missing comes in the order of the ballot: cards never opened too, recused and complete ones not', () => {
  const ballot = {
    categories,
    entries: [entry(4, 1), entry(3, 1), entry(2, 1), entry(1, 1), entry(5, 2), entry(6, 9)],
    cards: [card(1, { 1: 5, 2: 5 }), card(2, { 2: 7 }), card(3, { 1: 3 }, true)],
  };
  expect(missingMarks(ballot)).toEqual([
    { entry: 4, criteria: [1, 2] },
    { entry: 2, criteria: [1] },
  ]);
});
