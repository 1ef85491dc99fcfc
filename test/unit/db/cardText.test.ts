import fc from 'fast-check';
import { expect, test } from 'vitest';
import { marks, type Marks } from '@shared/model/card';
import { readCardText } from '../../../electron/db/cardText';

type Cards = readonly (readonly [number, Marks])[];
const written = fc.array(
  fc.tuple(
    fc.integer({ min: 1, max: 5000 }),
    fc.array(fc.option(fc.integer({ min: 0, max: 10_000 })), { maxLength: 20 }),
  ),
  { maxLength: 6 },
);
const textOf = (cards: Cards) => cards.map(([juror, own]) => `${juror}${JSON.stringify(own)}`).join('');

function byHand(text: string): Cards | 'refused' {
  const cards: [number, Marks][] = [];
  try {
    readCardText(text, (juror, own) => cards.push([juror, own]));
    return cards;
  } catch {
    return 'refused';
  }
}

/** What the reading must equal, whatever the text. */
function bySchema(text: string): Cards | 'refused' {
  const cards = [...text.matchAll(/(\d+)(\[[^\]]*\])/g)];
  if (cards.map(([whole]) => whole).join('') !== text) return 'refused';
  try {
    return cards.map(([, juror, own = '']) => [Number(juror), marks.parse(JSON.parse(own))]);
  } catch {
    return 'refused';
  }
}

test('cards are read as they were written', () => {
  fc.assert(
    fc.property(written, (cards) => {
      expect(byHand(textOf(cards))).toEqual(cards);
    }),
  );
});

test('a text that was not written so is read, or refused, as by the schema', () => {
  const broken = fc.tuple(written, fc.nat(), fc.string({ maxLength: 3 })).map(([cards, at, put]) => {
    const text = textOf(cards);
    const from = at % (text.length + 1);
    return text.slice(0, from) + put + text.slice(from + (at % 3));
  });
  const odd = fc.constantFrom(
    '1[',
    '1]',
    '[]',
    '1[]',
    '1[,]',
    '1[1,]',
    '1[,1]',
    '1[1 ]',
    '1[ 1]',
    '1[nul]',
    '1[nullnull]',
    '1[-1]',
    '1[1.5]',
    '1[10001]',
    '1[00]',
    '1[01]',
    '1[1e3]',
    '1[true]',
    '1{}',
    '1null',
    '1[1]]',
    '1[[1]]',
    '1[1;2]',
    '1[1]2',
    'x[1]',
  );
  fc.assert(
    fc.property(fc.oneof(broken, odd), (text) => {
      expect(byHand(text)).toEqual(bySchema(text));
    }),
    { numRuns: 2000 },
  );
});
