import { describe, expect, it } from 'vitest';
import { carriedCards, unchangedCriteria } from '@shared/domain/carryOver';
import type { BallotCategory, BallotCriterion, ReturnedCard } from '@shared/model/ballot';

const text = (kk: string) => ({ kk, ru: '', en: '' });
const criterion = (id: number, change: Partial<BallotCriterion> = {}): BallotCriterion => ({
  id,
  name: text(`Өлшемшарт ${id}`),
  hint: text(''),
  levels: [{ from: 0, to: 4, text: text('төмен') }],
  weight: 5000,
  scale: { min: 0, max: 10, step: 1 },
  ...change,
});
const category = (id: number, ...criteria: readonly BallotCriterion[]): BallotCategory => ({
  id,
  name: text('Номинация'),
  criteria,
});
const card = (
  entry: number,
  marks: Readonly<Record<number, number>>,
  rest: Partial<ReturnedCard> = {},
): ReturnedCard => ({
  entry,
  marks: Object.entries(marks).map(([id, value]) => ({ criterion: Number(id), value })),
  comment: '',
  recusal: null,
  ...rest,
});

describe('a criterion under which a mark still says the same', () => {
  const before = [category(1, criterion(11))];
  const kept = (change: Partial<BallotCriterion>) => unchangedCriteria(before, [category(1, criterion(11, change))]);

  it('has the same words and scale; its weight and its category’s name may differ', () => {
    expect(kept({})).toEqual([11]);
    expect(kept({ weight: 100 })).toEqual([11]);
  });

  it.each<[string, Partial<BallotCriterion>]>([
    ['a name, in one language', { name: { kk: 'Өлшемшарт 11', ru: 'Критерий', en: '' } }],
    ['a hint', { hint: text('түсіндірме') }],
    ['the words of a level', { levels: [{ from: 0, to: 4, text: text('нашар') }] }],
    ['the bounds of a level', { levels: [{ from: 0, to: 5, text: text('төмен') }] }],
    ['a level less', { levels: [] }],
    ['the minimum', { scale: { min: 1, max: 10, step: 1 } }],
    ['the maximum', { scale: { min: 0, max: 100, step: 1 } }],
    ['the step', { scale: { min: 0, max: 10, step: 0.5 } }],
  ])('is another one by %s', (_what, change) => {
    expect(kept(change)).toEqual([]);
  });

  it('was there before', () => {
    expect(unchangedCriteria(before, [category(1, criterion(11), criterion(12))])).toEqual([11]);
    expect(unchangedCriteria(before, [])).toEqual([]);
  });
});

describe('what is carried into the next revision', () => {
  const to = {
    categories: [category(1, criterion(11), criterion(12)), category(2, criterion(21))],
    entries: [
      { id: 101, category: 1 },
      { id: 102, category: 1 },
    ],
  };

  it('is the marks of the criteria that are the same, zero among them', () => {
    expect(carriedCards([card(101, { 11: 0, 12: 8 })], to, [11])).toEqual([card(101, { 11: 0 })]);
  });

  it('is no mark of another category, of a criterion that is gone, or beside the scale', () => {
    expect(carriedCards([card(101, { 21: 5, 13: 5, 11: 10.5, 12: 11 })], to, [11, 12, 13, 21])).toEqual([]);
  });

  it('is nothing of an entry that is no longer to be marked', () => {
    expect(carriedCards([card(103, { 11: 8 }, { comment: 'пікір' })], to, [11])).toEqual([]);
  });

  it('is the comment and the recusal, also where no mark stands', () => {
    const commented = card(101, { 12: 8 }, { comment: 'пікір' });
    const recused = card(102, {}, { recusal: { ground: 'family', note: '' } });
    expect(carriedCards([commented, recused], to, [11])).toEqual([{ ...commented, marks: [] }, recused]);
  });

  it('is nothing of a card in which nothing is left', () => {
    expect(carriedCards([card(101, { 12: 8 }), card(102, {})], to, [11])).toEqual([]);
  });
});
