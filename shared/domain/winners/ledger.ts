import type { CategoryId, EntryId, NomineeId } from '../../model/ids';
import type { ContestRules, Quota } from '../../model/rules';
import type { RowReason } from '../../model/standing';
import type { Category } from '../../model/category';
import type { Round } from '../../model/round';
import type { Candidate } from '../evaluation';
import type { Rational } from '../rational';

/** An entry on its way to a seat. */
export interface Runner {
  readonly candidate: {
    readonly entry: Pick<Candidate['entry'], 'id'>;
    readonly nominee: Pick<Candidate['nominee'], 'id' | 'fields'>;
  };
  readonly category: Pick<Category, 'id' | 'key'>;
  /** What it costs the fund; null without a fund, or where the card does not say. */
  readonly amount: Rational | null;
}

/** Who has won so far, and what the rules over all categories make of it for the next. */
export interface Ledger {
  /** The rule that keeps this one out as things stand. */
  readonly obstacle: (runner: Runner) => RowReason | null;
  /** Whether all of these, none of whom meets an obstacle, may win together. */
  readonly admits: (runners: readonly Runner[]) => boolean;
  readonly take: (runner: Runner) => void;
}

type Limit = Quota & { readonly maxWinners: number };

/** The quotas on winners that hold in a round. */
export const limitsOf = (rules: Pick<ContestRules, 'quotas'>, round: Pick<Round, 'key'>): readonly Limit[] =>
  rules.quotas.flatMap((q) =>
    q.on && q.maxWinners !== null && (q.round === null || q.round === round.key)
      ? [{ ...q, maxWinners: q.maxWinners }]
      : [],
  );

export function ledgerOf(rules: Pick<ContestRules, 'quotas' | 'oneAward'>, round: Pick<Round, 'key'>): Ledger {
  const limits = limitsOf(rules, round);
  const holders = new Map<string, EntryId[]>();
  const winners = new Map<NomineeId, CategoryId>();
  const places = (runner: Runner) =>
    limits.flatMap((limit) => {
      const value = (runner.candidate.nominee.fields[limit.by] ?? '').trim();
      if (value === '' || (limit.category !== null && limit.category !== runner.category.key)) return [];
      const own = limit.perCategory ? runner.category.id : null;
      return [{ limit, value, slot: JSON.stringify([limit.key, own, value]) }];
    });
  return {
    obstacle: (runner) => {
      const before = winners.get(runner.candidate.nominee.id);
      if (rules.oneAward !== undefined && before !== undefined) return { by: 'award', category: before };
      const full = places(runner).find(({ limit, slot }) => (holders.get(slot)?.length ?? 0) >= limit.maxWinners);
      if (full === undefined) return null;
      return { by: 'quota', quota: full.limit.key, value: full.value, holders: [...(holders.get(full.slot) ?? [])] };
    },
    admits: (runners) => {
      const nominees = new Set(runners.map((r) => r.candidate.nominee.id));
      if (rules.oneAward !== undefined && nominees.size < runners.length) return false;
      if (limits.length === 0) return true;
      const counts = new Map<string, number>();
      return runners.flatMap(places).every(({ limit, slot }) => {
        const count = (counts.get(slot) ?? holders.get(slot)?.length ?? 0) + 1;
        counts.set(slot, count);
        return count <= limit.maxWinners;
      });
    },
    take: (runner) => {
      if (!winners.has(runner.candidate.nominee.id)) winners.set(runner.candidate.nominee.id, runner.category.id);
      for (const { slot } of places(runner)) {
        const own = holders.get(slot);
        if (own === undefined) holders.set(slot, [runner.candidate.entry.id]);
        else own.push(runner.candidate.entry.id);
      }
    },
  };
}
