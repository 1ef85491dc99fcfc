import { describe, expect, it } from 'vitest';
import { readDay, showDay } from '@shared/domain/dates';
import { checkDigitRight, readIdNumber } from '@shared/domain/iin';
import { readPhone, showPhone } from '@shared/domain/phone';

describe('IIN and BIN', () => {
  it('accepts a right check digit, with spaces or dashes between the digits', () => {
    expect(readIdNumber('050315600121')).toEqual({ kind: 'valid', value: '050315600121', type: 'iin' });
    expect(readIdNumber('0611 2260 0145')).toMatchObject({ kind: 'valid', value: '061122600145' });
    expect(readIdNumber('0611-2260–0145')).toMatchObject({ kind: 'valid', value: '061122600145' });
  });

  it('pads zeros that a spreadsheet lost only when the check digit then fits', () => {
    expect(readIdNumber('40701500138')).toMatchObject({ kind: 'zeros_lost', value: '040701500138' });
    expect(readIdNumber('417600234')).toMatchObject({ kind: 'zeros_lost', value: '000417600234' });
    expect(readIdNumber('417600235')).toEqual({ kind: 'check_digit_wrong', value: '417600235' });
    expect(readIdNumber('17600234')).toEqual({ kind: 'unread' });
  });

  it('finds a wrong check digit and two digits swapped', () => {
    for (let d = 0; d < 10; d += 1) expect(checkDigitRight(`05031560012${d}`)).toBe(d === 1);
    expect(checkDigitRight('050351600121')).toBe(false);
    expect(checkDigitRight('050315601021')).toBe(false);
  });

  it('uses the second weights when the first sum gives 10, and knows numbers that are not given out', () => {
    const bodies = Array.from({ length: 3000 }, (_, i) => `9001013${String(i).padStart(4, '0')}`);
    const sum = (body: string, weights: readonly number[]) =>
      [...body].reduce((s, d, i) => s + Number(d) * (weights[i] ?? 0), 0) % 11;
    const first = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
    const second = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2];
    const again = bodies.filter((body) => sum(body, first) === 10);
    expect(again.length).toBeGreaterThan(100);
    for (const body of again) {
      const check = sum(body, second);
      const right = Array.from({ length: 10 }, (_, d) => d).filter((d) => checkDigitRight(`${body}${d}`));
      expect(right, body).toEqual(check === 10 ? [] : [check]);
    }
  });

  it('reads what is no number as unread, not as wrong', () => {
    for (const text of ['3,05E+11', 'нет', '', '05031560012X', '0503156001211']) {
      expect(readIdNumber(text), text).toEqual({ kind: 'unread' });
    }
  });

  it('refuses a day that no calendar has', () => {
    expect(checkDigitRight('051332600121')).toBe(false);
  });
});

describe('phones', () => {
  it.each([
    '+7 701 555 01 01',
    '87015550101',
    '8 (701) 555-01-01',
    '7015550101',
    '7 701 555 01 01',
    '+7-701-555-01-01',
  ])('reads %s', (text) => {
    expect(readPhone(text)).toBe('+77015550101');
  });
  it.each([
    '8-701-555-01-07, 8 702 555 01 07',
    '+1 701 555 01 01',
    '555 01 01',
    'нет',
    '+77015550101 (мама)',
    '+7701555010',
  ])('does not guess %s', (text) => {
    expect(readPhone(text)).toBeNull();
  });
  it('is shown in groups', () => {
    expect(showPhone('+77015550101')).toBe('+7 701 555 01 01');
    expect(showPhone('not a phone')).toBe('not a phone');
  });
});

describe('dates', () => {
  it.each([
    ['15.03.2005', '2005-03-15'],
    ['2005-03-15', '2005-03-15'],
    ['01.07.2004 ж.', '2004-07-01'],
    ['17.06.2005г.', '2005-06-17'],
    ['29.02.2004', '2004-02-29'],
    ['17/04/2000', '2000-04-17'],
    ['4/17/2000', '2000-04-17'],
    ['05/05/2005', '2005-05-05'],
  ])('%s is %s', (text, day) => {
    expect(readDay(text)).toBe(day);
  });
  it.each([
    '8/9/2005',
    '08.09.05',
    '29 желтоқсан 2003 жыл',
    '2005',
    '38718',
    '29.02.2005',
    '31.04.2005',
    '00.01.2005',
    '15.03.2205',
  ])('%s is left to a person', (text) => {
    expect(readDay(text)).toBeNull();
  });
  it('is shown with the four-digit year', () => {
    expect(showDay('2026-11-22')).toBe('22.11.2026');
    expect(showDay('not a day')).toBe('not a day');
  });
});
