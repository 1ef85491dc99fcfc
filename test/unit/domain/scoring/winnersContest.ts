import { reasonCode } from '@shared/domain/sealing';
import { computeStandings, type StandingInput } from '@shared/domain/standing';
import type { WinnersRule } from '@shared/model/category';
import type { CategoryId } from '@shared/model/ids';
import type { Budget, Quota } from '@shared/model/rules';
import type { StandingRow } from '@shared/model/standing';
import { contestOf, type Spec } from './contest';

// One juror, ten points: a mark of 7 is a total of 70.
export type Marks = Readonly<Record<number, number>>;
export const scored = (marks: Marks) => Object.fromEntries(Object.entries(marks).map(([n, mark]) => [n, [mark]]));
export const one = (marks: Marks, spec: Partial<Spec>): StandingInput =>
  contestOf({ rounds: [{ scores: scored(marks) }], ...spec });

/** Nominees of the listed numbers are moved to a second category with a rule of its own. */
export function two(input: StandingInput, second: readonly number[], winners: WinnersRule): StandingInput {
  const [first] = input.contest.categories;
  if (first === undefined) throw new Error('no category');
  const other = { ...first, id: 2 as CategoryId, key: 'second', winners };
  return {
    ...input,
    contest: { ...input.contest, categories: [first, other] },
    entries: input.entries.map((e) => (second.includes(e.nominee) ? { ...e, category: other.id } : e)),
  };
}

export const short = ({ status, reason, grant }: StandingRow): string =>
  [status, ...(reason === null ? [] : [reasonCode(reason)]), ...(grant === null ? [] : [grant.text])].join(' ');
export const told = (input: StandingInput): Readonly<Record<string, string>> =>
  Object.fromEntries(computeStandings(input).flatMap((s) => s.rows.map((row) => [row.number, short(row)])));
export const grants: WinnersRule = { mode: 'grants_by_rank', count: null };
export const three: WinnersRule = { mode: 'laureates_unranked', count: 3 };
export const fund = (part: Partial<Budget>): NonNullable<Spec['rules']> => ({
  budget: { fundTotal: 1000, perGrantMax: 300, currency: 'KZT', allocate: null, ...part },
});
export const quota = (part: Partial<Quota>): Quota => ({
  key: 'per_university',
  text: { kk: '', ru: '', en: '' },
  by: 'university',
  maxNominees: null,
  maxWinners: 1,
  category: null,
  round: null,
  perCategory: false,
  on: true,
  ...part,
});
