import type { DecisionId, EntryId } from '../../model/ids';
import type { Line, OpenTie, RowReason, RowStatus, Unmet } from '../../model/standing';
import type { Candidate } from '../evaluation';
import type { Rational } from '../rational';
import type { Group } from '../ties';
import type { Ranked } from './overrides';

/** How somebody stands. `grant` is null where no fund pays. */
export interface Verdict {
  readonly status: RowStatus;
  readonly reason: RowReason | null;
  readonly grant: Rational | null;
}

/** What the rules make of the ranking of one category. */
export interface Outcome {
  readonly line: Line | null;
  readonly verdictOf: (candidate: Candidate) => Verdict;
  readonly openTies: readonly OpenTie[];
  readonly unmet: readonly Unmet[];
  readonly settled: boolean;
  /** Decisions besides those of the chain that have an effect. */
  readonly applied: readonly DecisionId[];
}

/** The first list that names somebody tells; `undecided` where none does, or `no_score`. */
export const verdictIn =
  (...lists: readonly ReadonlyMap<EntryId, Verdict>[]): Outcome['verdictOf'] =>
  (candidate) => {
    for (const list of lists) {
      const own = list.get(candidate.entry.id);
      if (own !== undefined) return own;
    }
    return { status: candidate.total === null ? 'no_score' : 'undecided', reason: null, grant: null };
  };

/** A tie that no line is near, or of which it is not known where the line lies. */
const plainTie = (group: Group, below: number): OpenTie => ({
  entries: group.members.map((c) => c.entry.id),
  place: group.start + 1,
  crossesLine: false,
  seats: Math.max(0, Math.min(below - group.start, group.members.length)),
  tried: group.tried,
  toDecide: [],
});

/** All unsettled ties of a list in which `below` rows stand above the line. */
export const plainTies = ({ ranking }: Ranked, below: number): readonly OpenTie[] =>
  ranking.groups.filter((g) => !g.shared && g.members.length > 1).map((g) => plainTie(g, below));
