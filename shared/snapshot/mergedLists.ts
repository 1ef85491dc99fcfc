import { levelsOf } from '../domain/winners/merge';
import type { Contender, Field } from './contenders';
import type { Rules } from './schema';

interface Member {
  readonly field: Field;
  readonly contender: Contender;
}

/** Equals on their way to seats, of one category or of several. */
interface Merged {
  readonly members: readonly Member[];
  readonly shared: boolean;
}

/** Step by step the decisions about equals of several categories, of each step the latest first. */
type Steps = NonNullable<NonNullable<Rules['laureates']>['lists'][number]['ties']>;
type Order = Steps[number][number]['order'];

/** The rankings of several categories as one; of one alone as it is. `sharedPlaces`: equals of several share places. */
export function mergedLists(fields: readonly Field[], steps: Steps, sharedPlaces: boolean): readonly Merged[] {
  const [only] = fields;
  if (only !== undefined && fields.length === 1) {
    return only.groups.map(({ members }) => ({
      members: members.map((contender) => ({ field: only, contender })),
      shared: only.shared,
    }));
  }
  const levels = levelsOf(
    fields.map((f) => f.groups),
    only?.stage.direction ?? 'higher',
  );
  return levels.flatMap((level): readonly Merged[] => {
    const members = level.flatMap(({ group, list }) => {
      const field = fields[list];
      return field === undefined ? [] : group.members.map((contender) => ({ field, contender }));
    });
    if (level.length === 1) return [{ members, shared: members[0]?.field.shared === true }];
    return decided(members, steps).map((part) => ({ members: part, shared: sharedPlaces }));
  });
}

/** Of each step the latest decision about all of a group. */
function decided(members: readonly Member[], [step, ...rest]: Steps): readonly (readonly Member[])[] {
  if (members.length < 2 || step === undefined) return [members];
  const decision = step.find(({ order }) => members.every((m) => at(order, m) >= 0));
  if (decision === undefined) return decided(members, rest);
  const { order, votes } = decision;
  const key = (m: Member): number => (votes === undefined ? -at(order, m) : (votes[at(order, m)] ?? 0));
  const parts: Member[][] = [];
  for (const each of members.toSorted((a, b) => key(b) - key(a))) {
    const last = parts.at(-1);
    if (last?.[0] !== undefined && key(last[0]) === key(each)) last.push(each);
    else parts.push([each]);
  }
  return parts.flatMap((part) => decided(part, rest));
}

const at = (order: Order, { field, contender }: Member): number =>
  order.findIndex((o) => o.nominee === contender.id && o.category === field.category.key);
