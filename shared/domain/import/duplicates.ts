import type { RowIssue } from '../../model/imports';
import type { Nominee } from '../../model/nominee';
import { fold } from '../fold';
import type { ReadRow } from './readRow';

interface Known {
  readonly other: number;
  readonly otherIs: 'row' | 'nominee';
}

/**
 * Finds rows that repeat an earlier row or a nominee already in the contest. The same IIN or BIN is a duplicate; the
 * same folded name, or the same phone together with the same mail, is only suspected.
 */
export function duplicateFinder(existing: readonly Pick<Nominee, 'number' | 'name' | 'fields'>[]): {
  /** Issues of this row against all that were remembered before. */
  readonly check: (row: ReadRow) => readonly RowIssue[];
  readonly remember: (row: ReadRow) => void;
} {
  const byId = new Map<string, Known>();
  const byName = new Map<string, Known>();
  const byContact = new Map<string, Known>();
  const add = (name: string, fields: Readonly<Record<string, string>>, known: Known) => {
    for (const [map, key] of [
      [byId, idOf(fields)],
      [byName, fold(name)],
      [byContact, contactOf(fields)],
    ] as const) {
      if (key !== '' && !map.has(key)) map.set(key, known);
    }
  };
  for (const nominee of existing) add(nominee.name, nominee.fields, { other: nominee.number, otherIs: 'nominee' });

  return {
    check: (row) => {
      const id = idOf(row.fields);
      const same = byId.get(id);
      if (same !== undefined)
        return [{ flag: 'duplicate_iin', field: 'iin' in row.fields ? 'iin' : 'bin', found: id, ...same }];
      const contact = byContact.get(contactOf(row.fields));
      if (contact !== undefined) {
        return [{ flag: 'duplicate_suspect', field: 'phone', found: row.fields['phone'] ?? '', ...contact }];
      }
      const namesake = byName.get(fold(row.name));
      return namesake === undefined ? [] : [{ flag: 'duplicate_suspect', field: 'name', found: row.name, ...namesake }];
    },
    remember: (row) => add(row.name, row.fields, { other: row.row, otherIs: 'row' }),
  };
}

function idOf(fields: Readonly<Record<string, string>>): string {
  const id = fields['iin'] ?? fields['bin'] ?? '';
  return /^\d{12}$/.test(id) ? id : '';
}

function contactOf(fields: Readonly<Record<string, string>>): string {
  const [phone, email] = [fields['phone'], fields['email']];
  return phone === undefined || email === undefined ? '' : `${phone} ${email.toLowerCase()}`;
}
