import { at } from '../at';
import { rational } from '../rational';
import { pairwise, type Ballot, type Unranked } from './ballots';
import { groupsBy, groupsByScore, range, type Outcome } from './outcome';

type Votes = readonly (readonly number[])[];
const between = (votes: Votes, a: number, b: number): number => at(at(votes, a), b);

/**
 * Copeland, one against one: `balance` = duels won minus duels lost; `wins` = duels won plus half of the drawn ones;
 * `one_by_one` = `wins`, and between equals the more votes in all duels (ISU 1998–2004, "judges in favour"). A duel is
 * decided by the majority of the ballots that say something about both.
 */
export function copeland(
  ballots: readonly Ballot[],
  nominees: number,
  unranked: Unranked,
  score: 'balance' | 'wins' | 'one_by_one',
): Outcome {
  const votes = pairwise(ballots, nominees, unranked);
  const rows = range(nominees).map((a) => {
    const others = range(nominees).filter((b) => b !== a);
    const won = others.filter((b) => between(votes, a, b) > between(votes, b, a)).length;
    const lost = others.filter((b) => between(votes, a, b) < between(votes, b, a)).length;
    const inFavour = others.reduce((n, b) => n + between(votes, a, b), 0);
    return { won, lost, drawn: others.length - won - lost, inFavour };
  });
  const scores = rows.map((r) => (score === 'balance' ? rational(r.won - r.lost) : rational(2 * r.won + r.drawn, 2)));
  const byScore = groupsByScore(scores, 'higher');
  const inFavour = (i: number): number => at(rows, i).inFavour;
  return {
    scores,
    groups: score === 'one_by_one' ? byScore.flatMap((g) => groupsBy(g, (a, b) => inFavour(b) - inFavour(a))) : byScore,
    details: rows.map((r, a) => ({ ...r, votes: at(votes, a) })),
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
  const beats = (a: number, b: number): boolean => between(paths, a, b) > between(paths, b, a);
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
    details: range(nominees).map((a) => ({ votes: at(votes, a), paths: at(paths, a) })),
    notices: [],
  };
}

/** Of two: how many ballots put either above the other, and how wide the widest paths of winning votes are. */
export function duel(ballots: readonly Ballot[], nominees: number, a: number, b: number) {
  const votes = pairwise(ballots, nominees, 'no_opinion');
  const paths = widestPaths(votes, 'winning_votes');
  return {
    votes: [between(votes, a, b), between(votes, b, a)] as const,
    paths: [between(paths, a, b), between(paths, b, a)] as const,
  };
}

function widestPaths(votes: Votes, strength: 'winning_votes' | 'margins'): Votes {
  const n = votes.length;
  const paths = range(n).map((a) =>
    range(n).map((b) => {
      const [won, lost] = [between(votes, a, b), between(votes, b, a)];
      if (a === b || won <= lost) return 0;
      return strength === 'margins' ? won - lost : won;
    }),
  );
  paths.forEach((through, k) => {
    paths.forEach((from, a) => {
      const first = at(from, k);
      if (a === k || first === 0) return;
      through.forEach((second, b) => {
        const wide = Math.min(first, second);
        if (b !== a && b !== k && wide > at(from, b)) from[b] = wide;
      });
    });
  });
  return paths;
}
