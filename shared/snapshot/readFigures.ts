import { add, divide, rational, sum, zero, type Rational } from '../domain/rational';
import type { Across } from '../domain/methods/aggregate';
import { range } from '../domain/methods/outcome';
import type { Performance } from '../domain/methods/performance';
import { emptyData, type RoundData } from './data';
import { byId, exactly, exactlyOrNull, ownOf, requireJuror, requireNominee, seatsOf, type People } from './people';
import { refuse, type Path } from './problem';
import type { InputOf } from './schema';

/** Points given by voters to whom they chose; who got none from a voter got zero from that voter. */
export function readPoints(
  input: InputOf<'points'>,
  nominees: readonly string[],
  people: People,
  path: Path,
): RoundData {
  for (const [voter, given] of Object.entries(input.points)) {
    requireJuror(people, voter, [...path, 'points', voter]);
    for (const id of Object.keys(given)) requireNominee(people, id, [...path, 'points', voter, id]);
  }
  const jurors = seatsOf(people, Object.keys(input.points));
  const table = nominees.map((id) =>
    jurors.map((voter) => exactly(ownOf(ownOf(input.points, voter), id) ?? 0, [...path, 'points', voter, id])),
  );
  return { ...emptyData, jurors, table };
}

export function readPerformances(
  input: InputOf<'performances'>,
  nominees: readonly string[],
  people: People,
  path: Path,
): RoundData {
  const attempts = new Map<string, { readonly attempt: number; readonly performance: Performance | null }[]>();
  input.performances.forEach((own, p) => {
    const at = [...path, 'performances', p];
    requireNominee(people, own.nominee, [...at, 'nominee']);
    const before = attempts.get(own.nominee) ?? [];
    const attempt = own.attempt ?? before.length + 1;
    if (before.some((b) => b.attempt === attempt)) refuse(at, `a second attempt ${attempt} of "${own.nominee}"`);
    const figure = (key: 'points' | 'bonus' | 'penalty'): Rational => exactly(own[key] ?? 0, [...at, key]);
    const performance: Performance = {
      parts: (own.parts ?? []).map((part, k) => ({
        name: part.name ?? null,
        marks: part.marks.map((value, m) => exactlyOrNull(value, [...at, 'parts', k, 'marks', m])),
        factor: exactly(part.factor ?? 1, [...at, 'parts', k, 'factor']),
        base: exactly(part.base ?? 0, [...at, 'parts', k, 'base']),
        across: ownPanel(part),
        rounding: {
          ...(part.rounding?.criterion === undefined ? {} : { criterion: part.rounding.criterion }),
          ...(part.rounding?.weighted === undefined ? {} : { weighted: part.rounding.weighted }),
        },
      })),
      points: figure('points'),
      bonus: figure('bonus'),
      penalty: figure('penalty'),
    };
    attempts.set(own.nominee, [
      ...before,
      { attempt, performance: own.state === 'not_performed' ? null : performance },
    ]);
  });
  return {
    ...emptyData,
    direction: input.direction ?? 'higher',
    performances: nominees.map((id) =>
      (attempts.get(id) ?? []).toSorted((a, b) => a.attempt - b.attempt).map((a) => a.performance),
    ),
  };
}

type Part = NonNullable<InputOf<'performances'>['performances'][number]['parts']>[number];

/** Null where the part says nothing of its own and the method's panel holds. */
function ownPanel({ panel, trim, highest, lowest }: Part): Across | null {
  if ([panel, trim, highest, lowest].every((own) => own === undefined)) return null;
  return { by: panel ?? 'mean', highest: highest ?? trim ?? 0, lowest: lowest ?? trim ?? 0 };
}

export function readFigures(
  input: InputOf<'figures'>,
  nominees: readonly string[],
  people: People,
  path: Path,
): RoundData {
  for (const id of Object.keys(input.figures)) requireNominee(people, id, [...path, 'figures', id]);
  return {
    ...emptyData,
    direction: input.direction ?? 'higher',
    figures: nominees.map((id) => exactlyOrNull(ownOf(input.figures, id) ?? null, [...path, 'figures', id])),
  };
}

export function readVotes(input: InputOf<'votes'>, nominees: readonly string[], people: People, path: Path): RoundData {
  for (const id of Object.keys(input.votes)) requireNominee(people, id, [...path, 'votes', id]);
  return {
    ...emptyData,
    figures: nominees.map((id) => {
      const votes = exactlyOrNull(ownOf(input.votes, id) ?? null, [...path, 'votes', id]);
      if (votes !== null && votes.n < 0n) refuse([...path, 'votes', id], 'votes are not negative');
      return votes;
    }),
  };
}

/** Points by place over several events; who did not take part in one scores zero there, by rule. */
export function readResults(
  input: InputOf<'results'>,
  nominees: readonly string[],
  people: People,
  path: Path,
): RoundData {
  const points = input.pointsByPlace.map((value, i) => exactly(value, [...path, 'pointsByPlace', i]));
  const participation = exactly(input.participation ?? 0, [...path, 'participation']);
  const events = input.events
    .map((event, e) => ({ id: event.id ?? String(e + 1), places: event.places, at: [...path, 'events', e, 'places'] }))
    .toSorted((a, b) => byId(a.id, b.id));
  for (const event of events) {
    for (const id of Object.keys(event.places)) requireNominee(people, id, [...event.at, id]);
  }
  const table = nominees.map((id) =>
    events.map(({ places }) => {
      const place = ownOf(places, id) ?? null;
      if (place === null) return zero;
      const alike = input.equals === 'share' ? Object.values(places).filter((p) => p === place).length : 1;
      const own = sum(range(alike).map((k) => points[place - 1 + k] ?? zero));
      return add(divide(own, rational(alike)), participation);
    }),
  );
  return { ...emptyData, jurors: events.map((e) => e.id), table };
}
