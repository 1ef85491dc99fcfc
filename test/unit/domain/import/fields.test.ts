import { describe, expect, it } from 'vitest';
import { cellLines, columnLetter } from '@shared/domain/import/cells';
import { readName, readValue } from '@shared/domain/import/values';
import type { Field } from '@shared/model/category';
import type { SheetCell } from '@shared/model/imports';
import { reference } from '../../../../electron/usecases/reference';

type Shape = Pick<Field, 'id' | 'type' | 'min' | 'max'>;
const field = (type: Field['type'], rest: Partial<Shape> = {}): Shape => ({ id: 'f', type, ...rest });
const text = (value: string): SheetCell => ({ kind: 'text', text: value });
const read = (own: Shape, cell: SheetCell): string | null => {
  const { value, flag } = readValue(own, cell, reference);
  return flag === null ? value : `${flag}: ${value}`;
};

describe('a number', () => {
  it.each([
    ['int', '17', '17'],
    ['int', '1 200 000', '1200000'],
    ['int', '1\u00a0200', '1200'],
    ['int', '3,5', 'value_unread: 3,5'],
    ['int', '1234567890123456', 'value_unread: 1234567890123456'],
    ['decimal', '3,5', '3.5'],
    ['decimal', '3.50', '3.50'],
    ['decimal', '12 34', 'value_unread: 12 34'],
    ['money', '1 000 000,5', '1000000.5'],
    ['money', '-5', 'value_unread: -5'],
    ['money', 'около 5', 'value_unread: около 5'],
  ] as const)('%s: «%s» is %s', (type, written, expected) => {
    expect(read(field(type), text(written))).toBe(expected);
  });

  it('outside the limits of its field is left to a person, the limits themselves are inside', () => {
    const grade = field('decimal', { min: 2, max: 4 });
    expect(['2', '4', '1.99', '4.01'].map((written) => read(grade, text(written)))).toEqual([
      '2',
      '4',
      'value_unread: 1.99',
      'value_unread: 4.01',
    ]);
  });
});

describe('a text', () => {
  it('keeps its lines only where the field has room for them', () => {
    const lines = text('  Бірінші   жол\r\nекінші\n');
    expect(read(field('longtext'), lines)).toBe('Бірінші жол\nекінші');
    expect(read(field('text'), lines)).toBe('Бірінші жол екінші');
    expect(cellLines(undefined)).toBe('');
  });

  it('that a spreadsheet would compute is kept as written and never taken for a value', () => {
    expect(read(field('text'), text('=HYPERLINK("x")'))).toBe('formula: =HYPERLINK("x")');
    expect(read(field('int'), { kind: 'formula', text: '=1+1' })).toBe('formula: =1+1');
    expect(readName({ kind: 'formula', text: '=A1' })).toMatchObject({ value: '=A1', flag: 'formula' });
  });

  it('longer than anybody writes is cut and shown to a person', () => {
    const { value, flag } = readValue(field('text'), text('а'.repeat(20_001)), reference);
    expect([value.length, flag]).toEqual([20_000, 'value_unread']);
    expect(readValue(field('text'), text('а'.repeat(20_000)), reference).flag).toBeNull();
    const name = readName(text('а'.repeat(501)));
    expect([name.value.length, name.flag]).toEqual([500, 'value_unread']);
    expect(readName(text('а'.repeat(500))).flag).toBeNull();
  });

  it('is a mail address in small letters, or nothing that could be written to', () => {
    expect(read(field('email'), text('Kim@Example.KZ'))).toBe('kim@example.kz');
    for (const wrong of ['kim@example', 'a@b.kz, c@d.kz', 'ким@example.kz', 'kim'])
      expect(read(field('email'), text(wrong))).toBe(`value_unread: ${wrong}`);
  });
});

describe('a name', () => {
  it('that is a number, a date or of two alphabets is shown to a person', () => {
    expect(readName({ kind: 'number', text: '17', value: 17 }).flag).toBe('value_unread');
    expect(readName({ kind: 'date', iso: '2026-02-01' }).flag).toBe('value_unread');
    expect(readName(text('Aхметов')).flag).toBe('value_unread');
    expect(readName(text('Ахметов')).flag).toBeNull();
  });
});

describe('consent', () => {
  const consent = field('text', { id: 'consent' });
  it('is a word for yes as it was written, or the day on which it was given', () => {
    expect(read(consent, text('Иә'))).toBe('Иә');
    expect(read(consent, text('15.03.2026'))).toBe('2026-03-15');
    expect(read(consent, { kind: 'number', text: '1', value: 1 })).toBe('1');
    expect(read(consent, { kind: 'bool', value: true })).toBe('TRUE');
  });
  it('is missing where the word is no, and left to a person where it is anything else', () => {
    expect(read(consent, text('Нет'))).toBe('consent_missing: ');
    expect(read(consent, text('мүмкін'))).toBe('value_unread: мүмкін');
    // A serial number of a day is no day that anybody could read.
    expect(read(consent, { kind: 'number', text: '46096', value: 46_096 })).toBe('value_unread: 46096');
    expect(read(consent, { kind: 'bool', value: false })).toBe('consent_missing: ');
  });
});

it('columns are lettered as spreadsheets do', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});
