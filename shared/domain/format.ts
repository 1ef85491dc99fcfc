import type { Language } from '@shared/model/language';
import { at } from './at';

// Electron's ICU has no Kazakh and falls back without a word, so nothing here asks Intl for words or separators.
// Every language goes the same way: what is shown in Kazakh is as well tested as what is shown in Russian.

const nbsp = '\u00A0';
const minus = '\u2212';

const months: Record<Language, readonly string[]> = {
  kk: [
    'қаңтар',
    'ақпан',
    'наурыз',
    'сәуір',
    'мамыр',
    'маусым',
    'шілде',
    'тамыз',
    'қыркүйек',
    'қазан',
    'қараша',
    'желтоқсан',
  ],
  ru: [
    'января',
    'февраля',
    'марта',
    'апреля',
    'мая',
    'июня',
    'июля',
    'августа',
    'сентября',
    'октября',
    'ноября',
    'декабря',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
};

/** A day of the calendar without a time zone. `month` is 1 to 12. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The day at this computer's clock. */
export function dayOf(date: Date): CalendarDay {
  return { year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() };
}

/** Reads «2026-11-22»; null when it is not a day that exists. */
export function parseIsoDay(text: string): CalendarDay | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  date.setUTCFullYear(year);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? { year, month, day } : null;
}

const two = (figure: number): string => String(figure).padStart(2, '0');

/** «22.11.2026», in every language: the form of the documents. */
export function formatDay({ year, month, day }: CalendarDay): string {
  return `${two(day)}.${two(month)}.${String(year).padStart(4, '0')}`;
}

/** «2026 жылғы 22 қараша», «22 ноября 2026 года», «22 November 2026». */
export function formatLongDay({ year, month, day }: CalendarDay, language: Language): string {
  const name = months[language][month - 1];
  if (name === undefined) throw new Error(`no month ${String(month)}`);
  const parts = {
    kk: [year, 'жылғы', day, name],
    ru: [day, name, year, 'года'],
    en: [day, name, year],
  }[language];
  return parts.join(nbsp);
}

/** «14:32» at this computer's clock. */
function formatTime(date: Date): string {
  return `${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** «22.11.2026, 14:32». */
export function formatDayTime(date: Date): string {
  return `${formatDay(dayOf(date))}, ${formatTime(date)}`;
}

/** «14:32» for a moment of today, else «22.11.2026»: enough to find a recent file or event. */
export function formatRecent(date: Date, now: Date): string {
  const day = formatDay(dayOf(date));
  return day === formatDay(dayOf(now)) ? formatTime(date) : day;
}

export interface NumberStyle {
  /** Decimals that are always shown. */
  readonly minDecimals?: number;
  /** Decimals after which is rounded, halves away from zero (as on paper): 0.125 with two is 0,13. Default 10. */
  readonly maxDecimals?: number;
  /** Shows «+» before what is above zero. */
  readonly sign?: boolean;
}

/**
 * «1 234 567,89» in Kazakh and Russian (no-break spaces, decimal comma), «1,234,567.89» in English. Groups begin at four
 * digits. Below zero a true minus sign; never «−0».
 */
export function formatNumber(value: number, language: Language, style: NumberStyle = {}): string {
  const { minDecimals = 0, maxDecimals = Math.max(10, minDecimals), sign = false } = style;
  if (!Number.isFinite(value)) throw new RangeError(`not a number to show: ${String(value)}`);
  const [whole = '0', decimals = ''] = roundedDigits(Math.abs(value), maxDecimals).split('.');
  const shown = decimals.replace(/0+$/, '').padEnd(minDecimals, '0');
  const [groupMark, decimalMark] = language === 'en' ? [',', '.'] : [nbsp, ','];
  const digits = whole.replaceAll(/\B(?=(\d{3})+$)/g, groupMark) + (shown === '' ? '' : decimalMark + shown);
  const isZero = !/[1-9]/.test(digits);
  if (isZero) return digits;
  return (value < 0 ? minus : sign ? '+' : '') + digits;
}

/** Decimal digits of a figure that is not negative, rounded half up on what is written, not on its binary neighbour. */
function roundedDigits(value: number, decimals: number): string {
  // The shortest text that stands for this number is what the user wrote: 1.005 is 1.005, not 1.00499….
  const text = value < 1e21 ? decimalText(value) : BigInt(value).toString();
  const [whole = '0', fraction = ''] = text.split('.');
  if (fraction.length <= decimals) return text;
  const kept = BigInt(whole + fraction.slice(0, decimals)) + (fraction.charAt(decimals) >= '5' ? 1n : 0n);
  const digits = kept.toString().padStart(decimals + 1, '0');
  const point = digits.length - decimals;
  return decimals === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
}

function decimalText(value: number): string {
  const text = String(value);
  const match = /^(\d)(?:\.(\d+))?e-(\d+)$/.exec(text);
  return match === null ? text : `0.${'0'.repeat(Number(match[3]) - 1)}${match.slice(1, 3).join('')}`;
}

/** «5 %» with a no-break space in Kazakh and Russian, «5%» in English. `value` is in percent: 5 is five percent. */
export function formatPercent(value: number, language: Language, style: NumberStyle = {}): string {
  return `${formatNumber(value, language, style)}${language === 'en' ? '' : nbsp}%`;
}

export type MoneyStyle = 'sign' | 'word';
const tenge: Record<Language, string> = { kk: 'теңге', ru: 'тенге', en: 'tenge' };

/**
 * An amount in tenge: «1 000 000 ₸», or «1 000 000 теңге» for documents. Whole tenge without tiyn; otherwise two decimals.
 */
export function formatMoney(value: number, language: Language, style: MoneyStyle = 'sign'): string {
  const amount = formatNumber(value, language, { maxDecimals: 2, minDecimals: Number.isInteger(value) ? 0 : 2 });
  return `${amount}${nbsp}${style === 'sign' ? '₸' : tenge[language]}`;
}

const sizeWords: Record<Language, readonly [string, string, string, string]> = {
  kk: ['байт', 'КБ', 'МБ', 'ГБ'],
  ru: ['байт', 'КБ', 'МБ', 'ГБ'],
  en: ['bytes', 'KB', 'MB', 'GB'],
};

/** «820 байт», «1,4 МБ»: three significant figures are enough to choose a memory stick. Units of 1024. */
export function formatFileSize(bytes: number, language: Language): string {
  let size = bytes;
  let unit = 0;
  while (size >= 1024 && unit < 3) {
    size /= 1024;
    unit += 1;
  }
  const shown = formatNumber(size, language, { maxDecimals: unit === 0 || size >= 100 ? 0 : 1 });
  return `${shown}${nbsp}${at(sizeWords[language], unit)}`;
}

/** «№ 17» with a no-break space; «No. 17» in English. */
export function formatOrdinal(number: number, language: Language): string {
  return `${language === 'en' ? 'No.' : '№'}${nbsp}${String(number)}`;
}

/**
 * «10-орын», «10-е место», «place 10»: fit to begin a sentence in Kazakh and Russian, to end one in English. A shared place
 * that is no whole one: «2,5-орын», «место 2,5».
 */
export function formatPlace(place: number | string, language: Language): string {
  const figure = formatDecimal(String(place), language);
  switch (language) {
    case 'kk':
      return `${figure}-орын`;
    case 'ru':
      return figure.includes(',') ? `место${nbsp}${figure}` : `${figure}-е${nbsp}место`;
    case 'en':
      return `place${nbsp}${figure}`;
  }
}

/** A decimal text with a point (as figures travel), written as numbers are in this language; its decimals are kept. */
export function formatDecimal(text: string, language: Language, style: Pick<NumberStyle, 'sign'> = {}): string {
  const decimals = text.split('.')[1]?.length ?? 0;
  return formatNumber(Number(text), language, { minDecimals: decimals, maxDecimals: decimals, ...style });
}
