import type { Field } from '../../model/category';
import type { SheetCell } from '../../model/imports';
import type { NomineeFlag } from '../../model/nominee';
import { readDay } from '../dates';
import { fold } from '../fold';
import { readIdNumber } from '../iin';
import { hasCyrillic, hasMixedWord, legacyKazakhLetters } from '../letters';
import { readPhone } from '../phone';
import { cellLines, cellText, isFormula } from './cells';
import type { ImportReference } from './reference';

/** A cell read for a field: its value ('' when there is none), what a person must look at, and what was repaired. */
export interface ReadValue {
  readonly value: string;
  readonly flag: NomineeFlag | null;
  /** The value differs from what stands in the cell by more than its way of writing. */
  readonly repaired: boolean;
}

const plain = (value: string): ReadValue => ({ value, flag: null, repaired: false });
const flagged = (value: string, flag: NomineeFlag): ReadValue => ({ value, flag, repaired: false });

const longestValue = 20_000;
const longestName = 500;

/** Nothing is guessed: what cannot be read in exactly one way is kept as found and flagged `value_unread`. */
export function readValue(
  field: Pick<Field, 'id' | 'type' | 'min' | 'max'>,
  cell: SheetCell | undefined,
  reference: ImportReference,
): ReadValue {
  const text = cellText(cell);
  if (text === '' || reference.blank.includes(text)) return plain('');
  if (isFormula(cell)) return flagged(text, 'formula');
  if (text.length > longestValue) return flagged(text.slice(0, longestValue), 'value_unread');
  if (field.id === 'consent') return readConsent(cell, text, reference);
  switch (field.type) {
    case 'iin':
    case 'bin':
      return readId(text);
    case 'phone':
      return orUnread(readPhone(text), text);
    case 'email':
      return orUnread(readEmail(text), text);
    case 'date':
      return orUnread(cell?.kind === 'number' ? null : readDay(text), text);
    case 'int':
    case 'decimal':
    case 'money':
      return orUnread(readNumber(field, text), text);
    case 'longtext':
      return plain(cellLines(cell));
    case 'text':
    case 'files':
    case 'ref:universities':
    case 'ref:regions':
      return plain(text);
  }
}

/** A nominee's name: white space tidied, nothing else; letters of a foreign alphabet or an old font are flagged. */
export function readName(cell: SheetCell | undefined): ReadValue {
  const text = cellText(cell);
  if (isFormula(cell)) return flagged(text.slice(0, longestName), 'formula');
  if (text.length > longestName) return flagged(text.slice(0, longestName), 'value_unread');
  const foreign = hasMixedWord(text) || legacyKazakhLetters.test(text);
  return foreign || cell?.kind === 'number' || cell?.kind === 'date' ? flagged(text, 'value_unread') : plain(text);
}

function orUnread(value: string | null, found: string): ReadValue {
  return value === null ? flagged(found, 'value_unread') : plain(value);
}

function readId(text: string): ReadValue {
  const read = readIdNumber(text);
  switch (read.kind) {
    case 'valid':
      return { value: read.value, flag: null, repaired: read.value !== text };
    case 'zeros_lost':
      return { value: read.value, flag: 'iin_leading_zeros_lost', repaired: true };
    case 'check_digit_wrong':
      return flagged(read.value, 'iin_check_digit_wrong');
    case 'unread':
      return flagged(text, 'value_unread');
  }
}

function readEmail(text: string): string | null {
  return /^[^\s@,;]+@[^\s@,;]+\.[a-z]{2,}$/i.test(text) && !hasCyrillic(text) ? text.toLowerCase() : null;
}

function readNumber(field: Pick<Field, 'type' | 'min' | 'max'>, text: string): string | null {
  const digits = text.replace(/(?<=\d)[\s\u00a0\u202f](?=\d{3}(\D|$))/gu, '').replace(',', '.');
  if (!(field.type === 'int' ? /^\d{1,15}$/ : /^\d{1,15}(\.\d{1,9})?$/).test(digits)) return null;
  const value = Number(digits);
  return value < (field.min ?? -Infinity) || value > (field.max ?? Infinity) ? null : digits;
}

/** Consent is a date, or a word for yes, kept as it was written; a word for no is the same as none. */
function readConsent(cell: SheetCell | undefined, text: string, reference: ImportReference): ReadValue {
  const says = (words: readonly string[]) =>
    words.some((word) => word === text.toLowerCase() || (fold(word) !== '' && fold(word) === fold(text)));
  if (says(reference.no)) return flagged('', 'consent_missing');
  const day = cell?.kind === 'number' && cell.value !== 1 ? null : readDay(text);
  if (day !== null) return plain(day);
  return says(reference.yes) ? plain(text) : flagged(text, 'value_unread');
}
