import type { TieRule } from '../model/rules';
import type { DecisionId } from '../model/ids';
import type { Separation } from '../model/standing';
import type { Candidate, Evaluation } from './evaluation';
import type { Split, Step } from './tieSplit';
import { stepsOf, verdictOf, type Verdict } from './tieSteps';

/** Equals that nothing has separated, or a single one. */
export interface Group {
  /** Index of the first member in the ranking; the place in the style 1-2-2-4 is `start + 1`. */
  readonly start: number;
  readonly members: readonly Candidate[];
  /** The chain ends with a shared place: the tie is settled by sharing. */
  readonly shared: boolean;
  /** Rules of the chain that were applied to the group and did not separate it. */
  readonly tried: readonly TieRule[];
  /** Decisions that people can still take, in the chain's order. */
  readonly toDecide: readonly Verdict[];
}

/** Two neighbours were separated at this depth of the chain (0 = by the total). */
interface Boundary {
  readonly depth: number;
  readonly describe: Split['describe'];
}

export interface Ranking {
  /** All who have a total, best first. */
  readonly order: readonly Candidate[];
  readonly groups: readonly Group[];
  /** Why the one stands above the other, for any two indices upper < lower; `nothing` inside a tied group. */
  readonly separation: (upper: number, lower: number) => Separation;
  /** Decisions of this round and category that apply to no tie as things stand, or were overtaken by later ones. */
  readonly staleDecisions: readonly DecisionId[];
}

/** Orders everybody who has a total: by the total, then down the chain inside each tied group. */
export function rank(ev: Evaluation): Ranking {
  const steps = stepsOf(ev);
  const scored = ev.candidates.filter((c) => c.total !== null);
  const groups: Group[] = [];
  /** boundaries[i] lies between order[i] and order[i + 1]; null inside a group. */
  const boundaries: (Boundary | null)[] = [];
  const used = new Set<DecisionId>();
  let start = 0;

  const emit = (members: readonly Candidate[], tried: readonly TieRule[], toDecide: readonly Verdict[]): void => {
    const shared = tried.includes('shared_place');
    groups.push({ start, members, shared, tried, toDecide });
    start += members.length;
    for (let i = 1; i < members.length; i += 1) boundaries.push(null);
  };

  const refine = (
    group: readonly Candidate[],
    depth: number,
    tried: readonly TieRule[],
    open: readonly Verdict[],
  ): void => {
    const step = steps[depth];
    if (group.length < 2 || step === undefined) return emit(group, tried, open);
    const split = step.split(group, start + 1);
    if (split?.decision) used.add(split.decision.id);
    const nowTried = triedAfter(step, split, tried);
    const verdict = verdictOf(step.rule);
    const nowOpen = split === null && verdict !== null ? [...open, verdict] : open;
    (split?.groups ?? [group]).forEach((sub, i) => {
      if (i > 0 && split !== null) boundaries.push({ depth, describe: split.describe });
      refine(sub, depth + 1, nowTried, nowOpen);
    });
  };
  if (scored.length > 0) refine(scored, 0, [], []);

  const order = groups.flatMap((g) => g.members);
  return {
    order,
    groups,
    separation: (upper, lower) => {
      const [above, below] = [order[upper], order[lower]];
      const between = boundaries.slice(upper, lower).filter((b) => b !== null);
      const first = between.reduce<Boundary | null>((a, b) => (a === null || b.depth < a.depth ? b : a), null);
      return first === null || above === undefined || below === undefined
        ? { by: 'nothing' }
        : first.describe(above, below);
    },
    staleDecisions: ev.input.decisions
      .filter((d) => d.round === ev.target.id && d.category === ev.category.id && !used.has(d.id))
      .map((d) => d.id)
      .toSorted((a, b) => a - b),
  };
}

function triedAfter(step: Step, split: Split | null, tried: readonly TieRule[]): readonly TieRule[] {
  const { rule } = step;
  if (rule === 'total' || tried.includes(rule)) return tried;
  return split !== null || rule === 'shared_place' ? [...tried, rule] : tried;
}
