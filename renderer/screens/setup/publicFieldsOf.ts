import type { Field } from '@shared/model/category';
import type { Contest } from '@shared/model/contest';

/** Fields by which a rule may go: those that no category calls personal data, each once. */
export function publicFieldsOf({ categories }: Contest): readonly Field[] {
  const all = categories.flatMap(({ fields }) => fields);
  const personal = new Set(all.filter(({ pii }) => pii).map(({ id }) => id));
  const seen = new Set<string>();
  return all.filter(({ id }) => !personal.has(id) && !seen.has(id) && seen.add(id) !== undefined);
}
