import type { DecisionId, EntryId } from '../../model/ids';
import type { Decision, RowReason, Unmet } from '../../model/standing';
import type { Candidate } from '../evaluation';
import { figuresWith } from '../figure';
import type { Verdict } from './outcome';
import type { Ranked } from './overrides';
import { barOf } from './threshold';

/** Who does not run for a seat, and why. */
export interface SetAside {
  readonly verdicts: Map<EntryId, Verdict>;
  readonly applied: DecisionId[];
}

export const told = ({ id, reason }: Decision, by: 'added' | 'excluded'): RowReason => ({ by, decision: id, reason });

/** The latest word of people about each nominee of the category: in or out. */
function words({ ev }: Ranked): ReadonlyMap<EntryId, Decision> {
  const own = ev.input.decisions
    .filter((d) => d.round === ev.target.id && d.category === ev.category.id)
    .filter((d) => d.kind === 'exclude' || d.kind === 'include')
    .toSorted((a, b) => a.id - b.id);
  return new Map(own.flatMap((d) => d.order.map((entry) => [entry, d] as const)));
}

/** Whom people added to the laureates, in the order of the ranking. */
export function addedIn(field: Ranked): readonly (readonly [Candidate, Decision])[] {
  const own = words(field);
  if (own.size === 0) return [];
  return field.ranking.order.flatMap((candidate) => {
    const decision = own.get(candidate.entry.id);
    return decision?.kind === 'include' ? [[candidate, decision] as const] : [];
  });
}

/** Whom people excluded, and who does not reach the threshold although nobody added them. */
export function setAside(field: Ranked): SetAside {
  const { threshold } = field.ev.input.contest.rules;
  // Votes are no points: what the rules ask for is asked of marks and results.
  const bar =
    threshold === null || field.ev.target.rules.kind === 'vote_import' ? null : barOf(threshold, field.ev.direction);
  const digits = field.ev.input.contest.rules.aggregation.displayDigits;
  const own = words(field);
  const verdicts = new Map<EntryId, Verdict>();
  const applied: DecisionId[] = [];
  for (const candidate of field.ev.candidates) {
    const word = own.get(candidate.entry.id);
    if (word !== undefined && (word.kind === 'exclude' || candidate.total !== null)) applied.push(word.id);
    if (word?.kind === 'exclude') {
      verdicts.set(candidate.entry.id, { status: 'out', grant: null, reason: told(word, 'excluded') });
    } else if (word === undefined && bar !== null && candidate.total !== null && !bar.reaches(candidate)) {
      const needed = figuresWith(digits).of(bar.needed(candidate));
      verdicts.set(candidate.entry.id, { status: 'out', grant: null, reason: { by: 'threshold', needed } });
    }
  }
  return { verdicts, applied };
}

export function noneReached({ ev, ranking }: Ranked, aside: SetAside): readonly Unmet[] {
  const { threshold } = ev.input.contest.rules;
  const below = ranking.order.filter((c) => aside.verdicts.get(c.entry.id)?.reason?.by === 'threshold');
  return threshold === null || below.length === 0 || below.length < ranking.order.length
    ? []
    : [{ kind: 'none_reached', text: threshold.ifNone ?? '' }];
}
