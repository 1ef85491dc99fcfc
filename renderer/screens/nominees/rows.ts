import { matches } from '@shared/domain/fold';
import type { Category } from '@shared/model/category';
import type { Contest } from '@shared/model/contest';
import type { Round } from '@shared/model/round';
import type { CategoryId } from '@shared/model/ids';
import type { Entry, Nominee } from '@shared/model/nominee';
import type { Snapshot } from '@shared/model/snapshot';

/** How a nominee stands before the jury comes in. `none`: the contest has no technical check. */
export type RowState = 'withdrawn' | 'refused' | 'pending' | 'admitted' | 'none';

export interface NomineeRow {
  readonly nominee: Nominee;
  /** In the first round, where the category is assigned and the check is made. */
  readonly entry: Entry | null;
  readonly category: Category | null;
  readonly state: RowState;
}

export const rowFilters = ['pending', 'flagged', 'noCategory', 'admitted', 'refused', 'withdrawn'] as const;
export type RowFilter = (typeof rowFilters)[number];
export type SortBy = 'number' | 'name';

export interface Sight {
  readonly query: string;
  readonly category: CategoryId | null;
  readonly filter: RowFilter | null;
  readonly sort: SortBy;
}

/** The round in which nominees are admitted or refused; null where a contest has none. */
export function checkRound(contest: Contest): Round | null {
  return contest.rounds.find((round) => round.rules.kind === 'technical') ?? null;
}

export function nomineeRows({ contest, people }: Snapshot): readonly NomineeRow[] {
  const first = contest.rounds[0];
  const checked = checkRound(contest);
  const entries = new Map(people.entries.flatMap((e) => (e.round === first?.id ? [[e.nominee, e] as const] : [])));
  const categories = new Map(contest.categories.map((category) => [category.id, category]));
  return people.nominees.map((nominee) => {
    const entry = entries.get(nominee.id) ?? null;
    const category = entry === null || entry.category === null ? null : (categories.get(entry.category) ?? null);
    return { nominee, entry, category, state: stateOf(nominee, entry, checked) };
  });
}

function stateOf(nominee: Nominee, entry: Entry | null, checked: Round | null): RowState {
  if (nominee.withdrawn !== null) return 'withdrawn';
  if (checked === null || entry === null || entry.round !== checked.id) return 'none';
  return entry.check;
}

/** Somebody still has to look: a remark on a nominee who is neither withdrawn nor refused. */
export function isFlagged(row: NomineeRow): boolean {
  return row.nominee.flags.length > 0 && row.state !== 'withdrawn' && row.state !== 'refused';
}

export function passes(row: NomineeRow, filter: RowFilter): boolean {
  switch (filter) {
    case 'flagged':
      return isFlagged(row);
    case 'noCategory':
      return row.category === null && row.state !== 'withdrawn';
    default:
      return row.state === filter;
  }
}

export function inSight(rows: readonly NomineeRow[], { query, category, filter, sort }: Sight): readonly NomineeRow[] {
  const number = /^\s*(?:№|no\.?)?\s*(\d+)\s*$/iu.exec(query)?.[1];
  const shown = rows.filter(
    (row) =>
      (category === null || row.category?.id === category) &&
      (filter === null || passes(row, filter)) &&
      (number === undefined ? matches(row.nominee.searchKey, query) : row.nominee.number === Number(number)),
  );
  // The key's byte order is the Kazakh alphabet's.
  return sort === 'number'
    ? shown.toSorted((a, b) => a.nominee.number - b.nominee.number)
    : shown.toSorted(
        (a, b) => compareKeys(a.nominee.sortKey, b.nominee.sortKey) || a.nominee.number - b.nominee.number,
      );
}

const compareKeys = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The next one to be checked after this one, in the order shown; starts over at the end. */
export function nextPending(rows: readonly NomineeRow[], after: Nominee['id']): NomineeRow | null {
  const at = rows.findIndex((row) => row.nominee.id === after);
  const others = [...rows.slice(at + 1), ...rows.slice(0, Math.max(0, at))];
  return others.find((row) => row.state === 'pending') ?? null;
}

/** What tells a nominee from another of the same name: the first public fields, as the list and the panel show them. */
export function secondLine({ nominee, category }: NomineeRow): string {
  const known = category?.fields.filter((field) => !field.pii && field.type !== 'longtext' && field.type !== 'files');
  const first = ['university', 'org_name', 'region', 'team_name'];
  const ids = known?.map((field) => field.id) ?? Object.keys(nominee.fields);
  const lead = first.find((id) => ids.includes(id) && (nominee.fields[id] ?? '') !== '');
  const faculty = ids.includes('faculty') ? (nominee.fields['faculty'] ?? '') : '';
  return [lead === undefined ? '' : (nominee.fields[lead] ?? ''), faculty].filter((text) => text !== '').join(', ');
}
