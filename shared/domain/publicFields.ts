import type { Category } from '../model/category';
import type { FieldValues } from '../model/nominee';

/**
 * The fields of a nominee that may leave the contest file: no category calls them personal data, and they are no
 * attachments. A value under a name that no form has is of unknown meaning and stays.
 */
export function publicFields(categories: readonly Category[]): (fields: FieldValues) => FieldValues {
  const known = categories.flatMap((c) => c.fields);
  const personal = new Set(known.filter((f) => f.pii || f.type === 'files').map((f) => f.id));
  const open = new Set(known.filter((f) => !personal.has(f.id)).map((f) => f.id));
  return (fields) => Object.fromEntries(Object.entries(fields).filter(([id]) => open.has(id)));
}
