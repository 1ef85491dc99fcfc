import { order } from './fraction';
import { count, placesBelowZero, type Keys, type Said, type Worths } from './said';

// Methods that compare each nominee with each other one. Of more than this many nobody has a figure.
const most = 500;

/** By how many jurors the first is put above the second, among those who scored both. */
const votes = (one: Said, other: Said): number =>
  [...one].filter(([juror, points]) => {
    const beside = other.get(juror);
    return beside !== undefined && order(points, beside) > 0;
  }).length;

const isMarked = (said: Said): boolean => said.size > 0;
const isTooMuch = (field: readonly Said[]): boolean => field.filter(isMarked).length > most;

/** Duels won less duels lost. */
export function duels(field: readonly Said[]): Worths {
  if (isTooMuch(field)) return field.map(() => null);
  return field.map((own) =>
    isMarked(own)
      ? count(field.reduce((sum, other) => sum + Math.sign(votes(own, other) - votes(other, own)), 0))
      : null,
  );
}

/** The place by widest paths: as many steps down as the longest line of those who beat each other above. */
export function byPaths(field: readonly Said[]): Worths {
  const marked = field.filter(isMarked);
  if (marked.length > most) return field.map(() => null);
  const won = marked.map((own) =>
    marked.map((other) => {
      const [ahead, behind] = [votes(own, other), votes(other, own)];
      return ahead > behind ? ahead : 0;
    }),
  );
  const widest = marked.map((_, from) => widestFrom(won, from));
  const widthOf = (a: number, b: number): number => widest[a]?.[b] ?? 0;
  const depths = new Map<number, number>();
  const depthOf = (who: number): number => {
    let depth = depths.get(who);
    if (depth === undefined) {
      const above = marked.flatMap((_, other) => (widthOf(other, who) > widthOf(who, other) ? [depthOf(other)] : []));
      depths.set(who, (depth = above.length === 0 ? 0 : Math.max(...above) + 1));
    }
    return depth;
  };
  const keys = new Map(marked.map((said, i): readonly [Said, Keys] => [said, [count(-depthOf(i))]]));
  return placesBelowZero(field.map((said) => keys.get(said) ?? []));
}

/** From one to everybody: whoever is reached by the widest path so far hands it on, as wide as the next duel lets it be. */
function widestFrom(won: readonly (readonly number[])[], from: number): readonly number[] {
  const widths = won.map((_, i) => (i === from ? Number.POSITIVE_INFINITY : 0));
  const waiting = new Set(widths.keys());
  while (waiting.size > 0) {
    let next = -1;
    for (const i of waiting) if (next < 0 || (widths[i] ?? 0) > (widths[next] ?? 0)) next = i;
    waiting.delete(next);
    (won[next] ?? []).forEach((duel, i) => {
      const through = Math.min(widths[next] ?? 0, duel);
      if (waiting.has(i) && through > (widths[i] ?? 0)) widths[i] = through;
    });
  }
  return widths;
}

/** Skating rules 5 to 8: the first place that a majority gave or bettered, how many did, their sum, then the next places. */
export function skated(field: readonly Said[]): Worths {
  const marked = field.filter(isMarked);
  const jurors = [...new Set(marked.flatMap((said) => [...said.keys()]))].filter((juror) =>
    marked.every((said) => said.has(juror)),
  );
  if (marked.length > most || jurors.length === 0) return field.map(() => null);
  const placesOf = (own: Said): readonly number[] =>
    jurors.map((juror) => {
      const points = own.get(juror);
      const isAbove = (other: Said): boolean => {
        const beside = other.get(juror);
        return points !== undefined && beside !== undefined && order(beside, points) > 0;
      };
      return 1 + marked.filter(isAbove).length;
    });
  return placesBelowZero(
    field.map((own): Keys => {
      if (!isMarked(own)) return [];
      const places = placesOf(own);
      const counts = marked.map((_, i) => places.filter((place) => place <= i + 1));
      const from = counts.findIndex((counted) => counted.length * 2 > jurors.length);
      const sum = (all: readonly number[]): number => all.reduce((a, b) => a + b, 0);
      return [count(-from), ...counts.slice(from).flatMap((c) => [count(c.length), count(-sum(c))])];
    }),
  );
}
