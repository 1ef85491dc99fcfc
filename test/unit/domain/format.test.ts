import { describe, expect, it } from 'vitest';
import {
  formatDay,
  formatDayTime,
  formatDecimal,
  formatFileSize,
  formatLongDay,
  formatMoney,
  formatNumber,
  formatOrdinal,
  formatPercent,
  formatPlace,
  formatRecent,
  parseIsoDay,
} from '@shared/domain/format';

const nb = '\u00A0';

describe('days', () => {
  const day = { year: 2026, month: 11, day: 22 };
  it('are written as in documents', () => {
    expect(formatDay(day)).toBe('22.11.2026');
    expect(formatDay({ year: 2006, month: 1, day: 2 })).toBe('02.01.2006');
  });
  it('have a long form that does not break across lines', () => {
    expect(formatLongDay(day, 'kk')).toBe(`2026${nb}жылғы${nb}22${nb}қараша`);
    expect(formatLongDay(day, 'ru')).toBe(`22${nb}ноября${nb}2026${nb}года`);
    expect(formatLongDay(day, 'en')).toBe(`22${nb}November${nb}2026`);
    expect(() => formatLongDay({ ...day, month: 13 }, 'kk')).toThrow('no month 13');
  });
  it('are read from ISO only when they exist', () => {
    expect(parseIsoDay('2024-02-29')).toEqual({ year: 2024, month: 2, day: 29 });
    expect(parseIsoDay('2026-02-29')).toBeNull();
    expect(parseIsoDay('2026-13-01')).toBeNull();
    expect(parseIsoDay('22.11.2026')).toBeNull();
  });
  it('show the time for what happened today and the day for the rest', () => {
    const now = new Date(2026, 10, 22, 18, 5);
    expect(formatRecent(new Date(2026, 10, 22, 9, 3), now)).toBe('09:03');
    expect(formatRecent(new Date(2026, 10, 21, 9, 3), now)).toBe('21.11.2026');
    expect(formatDayTime(now)).toBe('22.11.2026, 18:05');
  });
});

describe('figures', () => {
  it('are grouped by no-break spaces with a decimal comma in Kazakh and Russian', () => {
    expect(formatNumber(1234567.89, 'kk')).toBe(`1${nb}234${nb}567,89`);
    expect(formatNumber(1234567.89, 'ru')).toBe(`1${nb}234${nb}567,89`);
    expect(formatNumber(1234567.89, 'en')).toBe('1,234,567.89');
    expect(formatNumber(999, 'kk')).toBe('999');
    expect(formatNumber(1240, 'kk')).toBe(`1${nb}240`);
  });
  it('are rounded half away from zero as they are written, not as they are stored', () => {
    expect(formatNumber(1.005, 'ru', { maxDecimals: 2 })).toBe('1,01');
    expect(formatNumber(0.125, 'ru', { maxDecimals: 2 })).toBe('0,13');
    expect(formatNumber(-0.125, 'ru', { maxDecimals: 2 })).toBe('−0,13');
    expect(formatNumber(2.5, 'ru', { maxDecimals: 0 })).toBe('3');
    expect(formatNumber(999.995, 'ru', { maxDecimals: 2 })).toBe(`1${nb}000`);
    expect(formatNumber(0.0000004, 'en', { maxDecimals: 7 })).toBe('0.0000004');
    expect(formatNumber(0.00000004, 'en', { maxDecimals: 7 })).toBe('0');
    expect(formatNumber(0.00000012, 'en')).toBe('0.00000012');
    expect(formatNumber(1e21, 'en')).toBe('1,000,000,000,000,000,000,000');
  });
  it('keep the decimals that are asked for', () => {
    expect(formatNumber(84, 'kk', { minDecimals: 2, maxDecimals: 2 })).toBe('84,00');
    expect(formatNumber(84.5, 'kk', { minDecimals: 2, maxDecimals: 4 })).toBe('84,50');
  });
  it('have a true minus, an optional plus, and no sign at zero', () => {
    expect(formatNumber(-5, 'kk')).toBe('−5');
    expect(formatNumber(2.14, 'ru', { sign: true })).toBe('+2,14');
    expect(formatNumber(-0.001, 'ru', { maxDecimals: 2 })).toBe('0');
    expect(formatNumber(0, 'ru', { sign: true })).toBe('0');
  });
  it('refuse what is not a figure instead of showing NaN to a juror', () => {
    expect(() => formatNumber(Number.NaN, 'kk')).toThrow(RangeError);
  });
});

describe('units', () => {
  it('stand after a no-break space', () => {
    expect(formatPercent(5, 'kk')).toBe(`5${nb}%`);
    expect(formatPercent(12.5, 'ru')).toBe(`12,5${nb}%`);
    expect(formatPercent(5, 'en')).toBe('5%');
    expect(formatOrdinal(17, 'ru')).toBe(`№${nb}17`);
    expect(formatOrdinal(17, 'kk')).toBe(`№${nb}17`);
    expect(formatOrdinal(17, 'en')).toBe(`No.${nb}17`);
  });
  it('write money with the sign on screens and the word in documents', () => {
    expect(formatMoney(1000000, 'kk')).toBe(`1${nb}000${nb}000${nb}₸`);
    expect(formatMoney(1000000, 'kk', 'word')).toBe(`1${nb}000${nb}000${nb}теңге`);
    expect(formatMoney(1000000, 'ru', 'word')).toBe(`1${nb}000${nb}000${nb}тенге`);
    expect(formatMoney(99.5, 'ru')).toBe(`99,50${nb}₸`);
  });
  it('say the size of a file', () => {
    expect(formatFileSize(820, 'kk')).toBe(`820${nb}байт`);
    expect(formatFileSize(1_468_006, 'ru')).toBe(`1,4${nb}МБ`);
    expect(formatFileSize(250 * 1024 * 1024, 'en')).toBe(`250${nb}MB`);
  });
});

describe('results', () => {
  it('name a place without an ending that would have to agree with the number', () => {
    expect([formatPlace(10, 'kk'), formatPlace(10, 'ru'), formatPlace(10, 'en')]).toEqual([
      '10-орын',
      `10-е${nb}место`,
      `place${nb}10`,
    ]);
  });
  it('keep the decimals that the figure came with', () => {
    expect(formatDecimal('84.290', 'ru')).toBe('84,290');
    expect(formatDecimal('100', 'en')).toBe('100');
    expect(formatDecimal('-0.50', 'kk', { sign: true })).toBe('−0,50');
    expect(formatDecimal('2.10', 'kk', { sign: true })).toBe('+2,10');
  });
});
