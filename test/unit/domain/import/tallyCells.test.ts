import { expect, test } from 'vitest';
import { readFigure } from '@shared/domain/import/tallyCells';

const text = (written: string) => ({ kind: 'text', text: written }) as const;

test.each([
  ['12', '12'],
  ['1 204', '1204'],
  ['+007', '7'],
  ['87,0', '87'],
  ['11,250', '11.25'],
  ['0', '0'],
])('%s is the figure %s', (written, value) => {
  expect(readFigure(text(written))).toEqual({ kind: 'figure', value });
});

test.each([[''], ['—'], ['-'], ['...']])('«%s» says that nothing is there', (written) => {
  expect(readFigure(text(written))).toEqual({ kind: 'nothing' });
});

test.each([
  ['көп', 'not_a_number'],
  ['1,2345678', 'not_a_number'],
  ['12345678901234', 'not_a_number'],
  ['-5', 'negative'],
  ['− 5', 'negative'],
])('%s is no figure: %s', (written, issue) => {
  expect(readFigure(text(written))).toEqual({ kind: 'wrong', issue });
});

test('a formula, a date and a tick are never taken for votes', () => {
  expect(readFigure({ kind: 'formula', text: '=1+1' })).toEqual({ kind: 'wrong', issue: 'formula' });
  expect(readFigure({ kind: 'bool', value: true })).toEqual({ kind: 'wrong', issue: 'not_a_number' });
  expect(readFigure(undefined)).toEqual({ kind: 'nothing' });
});
