import type { Ballot } from '../domain/methods/ballots';
import { emptyData, type RoundData } from './data';
import { byId, requireJuror, requireNominee, type People } from './people';
import { refuse, type Path } from './problem';
import type { Ballot as WrittenBallot, InputOf } from './schema';

/** Rankings, complete or truncated; who does not stand as a candidate here is passed over. */
export function readRankings(
  input: InputOf<'rankings'>,
  nominees: readonly string[],
  people: People,
  path: Path,
): RoundData {
  const position = new Map(nominees.map((id, i) => [id, i]));
  const ballots = input.ballots.flatMap((ballot, b): readonly Ballot[] => {
    const at = [...path, 'ballots', b];
    const { count, groups, juror } = parsed(ballot, at);
    if (juror !== undefined) {
      requireJuror(people, juror, [...at, 'juror']);
      if (people.absentJurors.has(juror)) return [];
    }
    const seen = new Set<string>();
    for (const id of groups.flat()) {
      requireNominee(people, id, at);
      if (seen.has(id)) refuse(at, `ranks "${id}" twice`);
      seen.add(id);
    }
    const own = groups
      .map((group) => group.flatMap((id) => position.get(id) ?? []).toSorted((a, c) => a - c))
      .filter((group) => group.length > 0);
    return [{ count, groups: own }];
  });
  return { ...emptyData, direction: 'lower', ballots: canonical(ballots) };
}

/** Equal ballots are joined and sorted, so that their order plays no part. */
function canonical(ballots: readonly Ballot[]): readonly Ballot[] {
  const joined = new Map<string, Ballot>();
  for (const ballot of ballots) {
    const key = JSON.stringify(ballot.groups);
    const had = joined.get(key);
    joined.set(key, had === undefined ? ballot : { count: had.count + ballot.count, groups: had.groups });
  }
  return [...joined].toSorted(([a], [b]) => byId(a, b)).map(([, ballot]) => ballot);
}

interface Parsed {
  readonly count: number;
  readonly groups: readonly (readonly string[])[];
  readonly juror?: string | undefined;
}

function parsed(ballot: WrittenBallot, path: Path): Parsed {
  if (typeof ballot === 'string') {
    const match = /^(.*?)(?:\*\s*(\d{1,7})\s*)?$/s.exec(ballot);
    const count = Number(match?.[2] ?? 1);
    if (count < 1) refuse(path, 'a ballot counts at least once');
    const groups = (match?.[1] ?? '').split('>').map((group) => group.split('=').map((name) => name.trim()));
    if (groups.flat().includes('')) refuse(path, 'is not of the form A>B=C*42');
    return { count, groups };
  }
  const base = { count: ballot.count ?? 1, juror: ballot.juror };
  if ('order' in ballot) {
    return { ...base, groups: ballot.order.map((group) => (typeof group === 'string' ? [group] : group)) };
  }
  const byPlace = new Map<number, string[]>();
  for (const [id, place] of Object.entries(ballot.places)) {
    if (place === null) continue;
    const group = byPlace.get(place);
    if (group === undefined) byPlace.set(place, [id]);
    else group.push(id);
  }
  return { ...base, groups: [...byPlace].toSorted(([a], [b]) => a - b).map(([, group]) => group) };
}

/** Grades as tallies per nominee, from the worst grade to the best. */
export function readGrades(
  input: InputOf<'grades'>,
  nominees: readonly string[],
  people: People,
  path: Path,
): RoundData {
  const position = new Map(nominees.map((id, i) => [id, i]));
  const gradeOf = new Map(input.grades.map((name, g) => [name, g]));
  if (gradeOf.size < input.grades.length) refuse([...path, 'grades'], 'a grade stands twice');
  if ((input.tallies === undefined) === (input.ballots === undefined)) refuse(path, 'needs either tallies or ballots');
  const tallies = nominees.map(() => input.grades.map(() => 0));
  const give = (id: string, grade: number, times: number): void => {
    const tally = tallies[position.get(id) ?? -1];
    if (tally !== undefined) tally[grade] = (tally[grade] ?? 0) + times;
  };
  for (const [id, counts] of Object.entries(input.tallies ?? {})) {
    const at = [...path, 'tallies', id];
    requireNominee(people, id, at);
    if (counts.length !== input.grades.length)
      refuse(at, `has ${counts.length} numbers for ${input.grades.length} grades`);
    counts.forEach((times, grade) => give(id, grade, times));
  }
  let voters = 0;
  input.ballots?.forEach((ballot, b) => {
    const at = [...path, 'ballots', b];
    if (ballot.juror !== undefined) {
      requireJuror(people, ballot.juror, [...at, 'juror']);
      if (people.absentJurors.has(ballot.juror)) return;
    }
    voters += ballot.count ?? 1;
    for (const [id, name] of Object.entries(ballot.grades)) {
      requireNominee(people, id, [...at, 'grades', id]);
      if (name === null) continue;
      const grade = gradeOf.get(name);
      if (grade === undefined) refuse([...at, 'grades', id], `no grade "${name}"`);
      else give(id, grade, ballot.count ?? 1);
    }
  });
  const most = Math.max(0, ...tallies.map((tally) => tally.reduce((a, b) => a + b, 0)));
  const judges = input.judges ?? (input.ballots === undefined ? null : voters);
  if (judges !== null && judges < most) refuse([...path, 'judges'], `${most} grades of ${judges} judges`);
  return { ...emptyData, grades: { names: input.grades, tallies, judges } };
}
