import { sum, type Rational } from '../domain/rational';
import type { Across } from '../domain/methods/aggregate';
import { groupsByScore, range, type Direction } from '../domain/methods/outcome';
import { combineAttempts, scorePerformance, type PerformedScore } from '../domain/methods/performance';
import { rounded } from '../domain/methods/table';
import type { RoundData } from './data';
import { exactly } from './people';
import { refuse, type Path } from './problem';
import type { MethodOutcome, Rounding } from './methodOutcome';
import type { Method } from './schema';

/** Performances before panels, one or several of each nominee. */
export function performed(
  method: Extract<Method, { name: 'performance' }>,
  data: RoundData,
  rounding: Rounding,
  path: Path,
): MethodOutcome {
  const { direction } = data;
  const performances = data.performances ?? refuse(path, 'performance needs performances');
  const trim = method.trim ?? 0;
  const across: Across = {
    by: method.panel ?? 'mean',
    highest: method.highest ?? trim,
    lowest: method.lowest ?? trim,
  };
  const factor = exactly(method.factor ?? 1, [...path, 'factor']);
  const attempts = performances.map((own) =>
    own.map((p) => (p === null ? null : scorePerformance(p, across, factor, rounding, direction))),
  );
  const most = Math.max(1, ...attempts.map((a) => a.length));
  const scores = attempts.map((own) => {
    const scored = own.map((a) => a?.score ?? null);
    // An attempt that others had and this nominee has not is a gap, except where each one's own last counts.
    const runs = method.attempts === 'last' ? scored : [...scored, ...range(most - own.length).map(() => null)];
    const total = combineAttempts(runs, { by: method.attempts ?? 'sum', keep: method.keep ?? 1 }, direction);
    return total === null ? null : rounded(total, rounding.round);
  });
  return {
    scores,
    groups: groupsByScore(scores, direction),
    details: attempts.map((own, i) => ({
      attempts: own.map((a, k) =>
        a === null
          ? null
          : {
              parts: a.parts.map((p, n) => ({
                name: performances[i]?.[k]?.parts[n]?.name ?? null,
                marks: p.marks,
                dropped: p.dropped,
                panel: p.panel,
                value: p.value,
              })),
              judged: a.judged,
              points: performances[i]?.[k]?.points ?? null,
              bonus: performances[i]?.[k]?.bonus ?? null,
              penalty: performances[i]?.[k]?.penalty ?? null,
              score: a.score,
            },
      ),
    })),
    notices: attempts.flatMap((own, nominee) =>
      own
        .flatMap((a) => a?.parts ?? [])
        .flatMap((p) =>
          p.untrimmed
            ? [{ kind: 'too-few-to-trim' as const, nominee, scores: p.marks.filter((x) => x !== null).length }]
            : [],
        ),
    ),
    direction,
    parts: partsOf(attempts, performances, method, direction),
    runs: attempts.map((own) => Array.from({ length: most }, (_, k) => own[k]?.score ?? null)),
  };
}

type Attempt = PerformedScore | null;

/** What the parts of each name were worth together, nominee by nominee, in the attempts that count. */
function partsOf(
  attempts: readonly (readonly Attempt[])[],
  performances: NonNullable<RoundData['performances']>,
  method: Extract<Method, { name: 'performance' }>,
  direction: Direction,
): ReadonlyMap<string, readonly (Rational | null)[]> {
  const counted = attempts.map((own, i) => countedOf(own, method, direction).map((k) => ({ i, k })));
  const valuesOf = (
    pick: (place: { readonly i: number; readonly k: number }) => readonly (Rational | null)[],
  ): readonly (Rational | null)[] =>
    counted.map((places) => {
      const values = places.flatMap(pick);
      const known = values.filter((v) => v !== null);
      return known.length === 0 || known.length < values.length ? null : sum(known);
    });
  const names = new Set(performances.flat(2).flatMap((p) => p?.parts.flatMap((part) => part.name ?? []) ?? []));
  return new Map([
    ['judged', valuesOf(({ i, k }) => [attempts[i]?.[k]?.judged ?? null])],
    ...(['points', 'bonus', 'penalty'] as const).map(
      (key) => [key, valuesOf(({ i, k }) => [performances[i]?.[k]?.[key] ?? null])] as const,
    ),
    ...[...names].map(
      (name) =>
        [
          name,
          valuesOf(({ i, k }) =>
            (performances[i]?.[k]?.parts ?? []).flatMap((part, n) =>
              part.name === name ? [attempts[i]?.[k]?.parts[n]?.value ?? null] : [],
            ),
          ),
        ] as const,
    ),
  ]);
}

/** Positions of the attempts that make the figure. */
function countedOf(
  own: readonly Attempt[],
  method: Extract<Method, { name: 'performance' }>,
  direction: Direction,
): readonly number[] {
  if (method.attempts === 'last') return own.length === 0 ? [] : [own.length - 1];
  if (method.attempts !== 'best') return range(own.length);
  return groupsByScore(
    own.map((a) => a?.score ?? null),
    direction,
  )
    .flat()
    .slice(0, method.keep ?? 1);
}
