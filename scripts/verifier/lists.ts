import type { Doc } from './doc';
import { order, zero, type Fraction } from './fraction';
import type { Candidate } from './standing';

/** A category with its ranking and with what people decided about its winners. */
export interface CategoryList {
  readonly id: number;
  readonly key: string;
  readonly winners: Doc;
  readonly everybody: readonly Candidate[];
  /** Groups of equals, best first; only those with a total. */
  readonly groups: readonly (readonly Candidate[])[];
  /** The latest word about an entry: in or out. */
  readonly words: ReadonlyMap<number, { readonly id: number; readonly kind: string }>;
  /** The latest choice of the jury. */
  readonly chosen: readonly number[] | null;
  readonly contest: Doc;
  readonly round: number;
}

/** Decisions of a round, first to last. */
function decisionsIn(contest: Doc, round: number, kinds: readonly string[]) {
  return contest
    .get('decisions')
    .list.filter((d) => kinds.includes(d.get('kind').text) && d.get('round').number === round)
    .map((d) => ({
      id: d.get('id').number,
      kind: d.get('kind').text,
      category: d.get('category').number,
      order: d.get('order').list.map((e) => e.number),
      votes: d.get('votes').list.map((v) => v.number),
    }))
    .toSorted((a, b) => a.id - b.id);
}

/** In the last round whoever was put above another stands directly above that one and that one's equals. */
export function categoryList(
  contest: Doc,
  category: Doc,
  round: Doc,
  everybody: readonly Candidate[],
  ranked: readonly (readonly Candidate[])[],
): CategoryList {
  const id = category.get('id').number;
  const roundId = round.get('id').number;
  const isLast = contest.get('rounds').list.at(-1)?.get('id').number === roundId;
  const own = (...kinds: readonly string[]) => decisionsIn(contest, roundId, kinds).filter((d) => d.category === id);
  let groups = ranked.filter((g) => g.length > 0);
  for (const { order: names } of isLast ? own('place_above') : []) {
    const [who, whom] = names;
    const rankOf = (entry: number | undefined) => groups.findIndex((g) => g.some((c) => c.entry.id === entry));
    const [from, to] = [rankOf(who), rankOf(whom)];
    if (who === whom || to === -1 || from < to) continue;
    const moving = (groups[from] ?? []).filter((c) => c.entry.id === who);
    const left = groups.map((g) => g.filter((c) => c.entry.id !== who));
    groups = [...left.slice(0, to), moving, ...left.slice(to)].filter((g) => g.length > 0);
  }
  return {
    id,
    key: category.get('key').text,
    winners: category.get('winners'),
    everybody,
    groups,
    words: new Map(own('exclude', 'include').flatMap((d) => d.order.map((entry) => [entry, d] as const))),
    chosen: own('jury_choice').at(-1)?.order ?? null,
    contest,
    round: roundId,
  };
}

type Member = { readonly candidate: Candidate; readonly category: CategoryList };
interface Equals {
  readonly members: readonly Member[];
  readonly shared: boolean;
}

/** Whoever was put above a higher total stands with that total. */
export const standingTotal = ({ groups }: CategoryList, from: number): Fraction =>
  groups
    .slice(from)
    .map((g) => g[0]?.total ?? zero)
    .reduce((a, b) => (order(b, a) > 0 ? b : a));

/** One list of several categories: by total, then by how many equals of the own category stand above, then decided. */
export function lists(categories: readonly CategoryList[]): readonly Equals[] {
  const [first] = categories;
  if (first === undefined) return [];
  const ties = first.contest
    .get('rules')
    .get('ties')
    .list.map((step) => step.get('rule').text);
  const shared = ties.includes('shared_place');
  if (categories.length === 1)
    return first.groups.map((g) => ({ shared, members: g.map((candidate) => ({ candidate, category: first })) }));
  const rungs = categories.flatMap((category) =>
    category.groups.map((group, i) => {
      const total = standingTotal(category, i);
      const above = category.groups.slice(0, i).filter((_, k) => order(standingTotal(category, k), total) === 0);
      return { total, above: above.flat().length, members: group.map((candidate) => ({ candidate, category })) };
    }),
  );
  rungs.sort((a, b) => order(b.total, a.total) || a.above - b.above);
  const equals: (typeof rungs)[] = [];
  for (const rung of rungs) {
    const last = equals.at(-1)?.[0];
    if (last && order(last.total, rung.total) === 0 && last.above === rung.above) equals.at(-1)?.push(rung);
    else equals.push([rung]);
  }
  const chain = shared ? ties.slice(0, ties.indexOf('shared_place')) : ties;
  return equals.flatMap((same) => {
    const members = same.flatMap((rung) => rung.members);
    const split = same.length === 1 ? [members] : decided(members, chain, first);
    return split.map((part) => ({ shared, members: part }));
  });
}

const kindOf: Readonly<Record<string, string>> = {
  open_vote_of_present_jurors: 'open_vote',
  chair_casting_vote: 'casting_vote',
  draw: 'draw',
};

function decided(
  members: readonly Member[],
  chain: readonly string[],
  { contest, round }: CategoryList,
): readonly (readonly Member[])[] {
  let parts: readonly (readonly Member[])[] = [members];
  for (const rule of chain) {
    const kind = kindOf[rule];
    const chairVotes = contest.get('rules').get('jury').get('chairCastingVote').value === true;
    if (kind === undefined || (kind === 'casting_vote' && !chairVotes)) continue;
    parts = parts.flatMap((part) => {
      const about = decisionsIn(contest, round, [kind]).findLast((d) =>
        part.every(({ candidate }) => d.order.includes(candidate.entry.id)),
      );
      if (part.length < 2 || about === undefined) return [part];
      const isVote = kind === 'open_vote' && about.votes.length === about.order.length;
      const worth = ({ candidate }: Member): number => {
        const at = about.order.indexOf(candidate.entry.id);
        return isVote ? (about.votes[at] ?? 0) : -at;
      };
      const values = [...new Set(part.map(worth))].toSorted((a, b) => b - a);
      return values.map((value) => part.filter((m) => worth(m) === value));
    });
  }
  return parts;
}
