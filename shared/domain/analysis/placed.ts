import type { EntryId } from '../../model/ids';
import type { PlacedRow, Shift, Side } from '../../model/analysis';
import type { Line, RowStatus } from '../../model/standing';
import type { Evaluation } from '../evaluation';
import { isCounted } from '../fieldMethods';
import { figuresFor, leastDigits } from '../figure';
import { evaluateRound } from '../progress';
import type { Rational } from '../rational';
import { goesAcross, outcomesOf } from '../winners/outcomes';
import { ranked, type Ranked } from '../winners/overrides';

export interface Placed {
  /** Best first, without figures last. */
  readonly rows: readonly PlacedRow[];
  readonly line: Line | null;
}

/**
 * The official order and line over an evaluation, with the whole tie chain and all recorded decisions; other totals in
 * the candidates give another ranking by the same rules; where rules go across categories, the others stay as they are. `shown`: what is printed instead of the total.
 */
export function placed(ev: Evaluation, shown?: ReadonlyMap<EntryId, Rational>): Placed {
  const own = ranked(ev);
  const { ranking } = own;
  const outcome = outcomesOf(fieldsAround(own)).get(ev.category.id);
  const line = outcome?.line ?? null;
  const valueOf = (entry: EntryId, total: Rational | null) =>
    shown === undefined ? total : (shown.get(entry) ?? null);
  const { aggregation } = ev.input.contest.rules;
  const values = ev.candidates.flatMap((c) => valueOf(c.entry.id, c.total) ?? []);
  const digits = aggregation.displayDigits;
  const figures = figuresFor(
    values,
    shown === undefined && isCounted(aggregation) ? leastDigits(values, digits) : digits,
  );
  const placedRows = ranking.groups.flatMap((group) =>
    group.members.map((c): PlacedRow => {
      const value = valueOf(c.entry.id, c.total);
      return {
        entry: c.entry.id,
        nominee: c.nominee.id,
        place: group.start + 1,
        figure: value === null ? null : figures.of(value),
        side: outcome === undefined || line === null ? 'none' : sideOf(outcome.verdictOf(c).status),
      };
    }),
  );
  const unscored = ev.candidates.flatMap((c): readonly PlacedRow[] =>
    c.total === null ? [{ entry: c.entry.id, nominee: c.nominee.id, place: null, figure: null, side: 'none' }] : [],
  );
  return { rows: [...placedRows, ...unscored], line };
}

/** The whole round with this category in its place, or this one alone where no rule goes across categories. */
function fieldsAround(own: Ranked): readonly Ranked[] {
  const { input, target, category } = own.ev;
  if (!goesAcross(input.contest, target)) return [own];
  return evaluateRound({ ...input, round: target.id }).map((ev) => (ev.category.id === category.id ? own : ranked(ev)));
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
