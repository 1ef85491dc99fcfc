import type { EntryId } from '../../model/ids';
import type { PlacedRow, Shift, Side } from '../../model/analysis';
import type { Line, RowStatus } from '../../model/standing';
import type { Evaluation } from '../evaluation';
import { figuresFor } from '../figure';
import { outcomeOf } from '../line';
import type { Rational } from '../rational';
import { rank } from '../ties';

export interface Placed {
  /** Best first, without figures last. */
  readonly rows: readonly PlacedRow[];
  readonly line: Line | null;
}

/**
 * The official order and line over an evaluation, with the whole tie chain and all recorded decisions; other totals in
 * the candidates give another ranking by the same rules. `shown`: what is printed instead of the total.
 */
export function placed(ev: Evaluation, shown?: ReadonlyMap<EntryId, Rational>): Placed {
  const ranking = rank(ev);
  const outcome = outcomeOf(ev, ranking);
  const valueOf = (entry: EntryId, total: Rational | null) =>
    shown === undefined ? total : (shown.get(entry) ?? null);
  const figures = figuresFor(
    ev.candidates.flatMap((c) => valueOf(c.entry.id, c.total) ?? []),
    ev.input.contest.rules.aggregation.displayDigits,
  );
  const ranked = ranking.groups.flatMap((group) =>
    group.members.map((c): PlacedRow => {
      const value = valueOf(c.entry.id, c.total);
      return {
        entry: c.entry.id,
        nominee: c.nominee.id,
        place: group.start + 1,
        figure: value === null ? null : figures.of(value),
        side: outcome.line === null ? 'none' : sideOf(outcome.statusOf(group)),
      };
    }),
  );
  const unscored = ev.candidates.flatMap((c): readonly PlacedRow[] =>
    c.total === null ? [{ entry: c.entry.id, nominee: c.nominee.id, place: null, figure: null, side: 'none' }] : [],
  );
  return { rows: [...ranked, ...unscored], line: outcome.line };
}

function sideOf(status: RowStatus): Side {
  if (status === 'laureate' || status === 'advances') return 'in';
  return status === 'undecided' ? 'undecided' : 'out';
}

/** Who stands on another side of the line than officially, in official order. */
export function shiftsBetween(official: readonly PlacedRow[], other: readonly PlacedRow[]): readonly Shift[] {
  const sides = new Map(other.map((row) => [row.entry, row.side]));
  return official.flatMap(({ entry, side }) => {
    const to = sides.get(entry) ?? 'none';
    return to === side ? [] : [{ entry, from: side, to }];
  });
}

/** What is undecided now and would be decided is no change of the laureates; everything else is. */
export const changesLaureates = (shifts: readonly Shift[]): boolean =>
  shifts.some(({ from }) => from === 'in' || from === 'out');
