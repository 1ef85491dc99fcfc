import { rational } from '../rational';
import { pairwise, type Ballot, type Unranked } from './ballots';
import { groupsByScore, range, type Outcome } from './outcome';

type Votes = readonly (readonly number[])[];
const at = (votes: Votes, a: number, b: number): number => votes[a]?.[b] ?? 0;

/**
 * Copeland, one against one: `balance` = duels won minus duels lost; `wins` = duels won plus half of the drawn ones. A
 * duel is decided by the majority of the ballots that say something about both.
 */
export function copeland(
  ballots: readonly Ballot[],
  nominees: number,
  unranked: Unranked,
  score: 'balance' | 'wins',
): Outcome {
  const votes = pairwise(ballots, nominees, unranked);
  const rows = range(nominees).map((a) => {
    const others = range(nominees).filter((b) => b !== a);
    const won = others.filter((b) => at(votes, a, b) > at(votes, b, a)).length;
    const lost = others.filter((b) => at(votes, a, b) < at(votes, b, a)).length;
    return { won, lost, drawn: others.length - won - lost };
  });
  const scores = rows.map((r) => (score === 'balance' ? rational(r.won - r.lost) : rational(2 * r.won + r.drawn, 2)));
  return {
    scores,
    groups: groupsByScore(scores, 'higher'),
    details: rows.map((r, a) => ({ ...r, votes: votes[a] ?? [] })),
    notices: [],
  };
}

/** More nominees would take minutes (n³) and mean nothing to anybody. */
export const schulzeLimit = 500;

/**
 * Schulze (M. Schulze, 2011): a stands above b where the widest path from a to b is wider than the way back. The
 * strength of a won duel is its winning votes, or its margin. Groups are taken from the top: those whom nobody left
 * beats come next, together. The figure is the number of nominees that one beats.
 */
export function schulze(
  ballots: readonly Ballot[],
  nominees: number,
  unranked: Unranked,
  strength: 'winning_votes' | 'margins',
): Outcome {
  if (nominees > schulzeLimit) throw new RangeError(`Schulze over ${nominees} nominees`);
  const votes = pairwise(ballots, nominees, unranked);
  const paths = widestPaths(votes, strength);
  const beats = (a: number, b: number): boolean => at(paths, a, b) > at(paths, b, a);
  const scores = range(nominees).map((a) => rational(range(nominees).filter((b) => b !== a && beats(a, b)).length));
  const groups: (readonly number[])[] = [];
  let left = range(nominees);
  while (left.length > 0) {
    const remaining = left;
    const top = remaining.filter((b) => !remaining.some((a) => a !== b && beats(a, b)));
    groups.push(top);
    left = remaining.filter((i) => !top.includes(i));
  }
  return {
    scores,
    groups,
    details: range(nominees).map((a) => ({ votes: votes[a] ?? [], paths: paths[a] ?? [] })),
    notices: [],
  };
}

function widestPaths(votes: Votes, strength: 'winning_votes' | 'margins'): Votes {
  const n = votes.length;
  const paths = range(n).map((a) =>
    range(n).map((b) => {
      const [won, lost] = [at(votes, a, b), at(votes, b, a)];
      if (a === b || won <= lost) return 0;
      return strength === 'margins' ? won - lost : won;
    }),
  );
  paths.forEach((through, k) => {
    paths.forEach((from, a) => {
      const first = from[k] ?? 0;
      if (a === k || first === 0) return;
      through.forEach((second, b) => {
        const wide = Math.min(first, second);
        if (b !== a && b !== k && wide > (from[b] ?? 0)) from[b] = wide;
      });
    });
  });
  return paths;
}
