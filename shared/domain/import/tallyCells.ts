import type { SheetCell } from '../../model/imports';
import type { TallyIssue } from '../../model/tallyImport';
import { fold } from '../fold';
import { cellText, isFormula } from './cells';

/** One figure of a row: a decimal with a point, nothing at all, or why it is none. */
export type ReadFigure =
  | { readonly kind: 'figure'; readonly value: string }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'wrong'; readonly issue: TallyIssue };

const absentWords = new Set(
  [
    '-',
    '–',
    '—',
    'н/я',
    'не явился',
    'не участвовал',
    'қатысқан жоқ',
    'қатыспады',
    'did not take part',
    'dns',
    'absent',
  ]
    .map(fold)
    .filter((word) => word !== ''),
);

/** Spaces between digits, a decimal comma and decimals of nothing but zeros are writing, not value. */
export function readFigure(cell: SheetCell | undefined): ReadFigure {
  if (isFormula(cell)) return { kind: 'wrong', issue: 'formula' };
  const text = cellText(cell);
  const folded = fold(text);
  if (text === '' || /^[-–—.]+$/u.test(text) || absentWords.has(folded)) return { kind: 'nothing' };
  if (cell?.kind === 'date' || cell?.kind === 'bool') return { kind: 'wrong', issue: 'not_a_number' };
  const plain = text.replaceAll(/(?<=\d)\s(?=\d{3}(?!\d))/gu, '').replace(',', '.');
  if (/^[-−–]\s?\d+(\.\d+)?$/u.test(plain)) return { kind: 'wrong', issue: 'negative' };
  const match = /^\+?0*(\d{1,12})(?:\.(\d*?)0*)?$/u.exec(plain);
  if (match === null) return { kind: 'wrong', issue: 'not_a_number' };
  const [, whole = '0', decimals = ''] = match;
  if (decimals.length > 6) return { kind: 'wrong', issue: 'not_a_number' };
  return { kind: 'figure', value: decimals === '' ? whole : `${whole}.${decimals}` };
}
