import type { Ballot } from '../domain/methods/ballots';
import { groupsByScore } from '../domain/methods/outcome';
import { emptyData, type Cast, type RoundData } from './data';
import { votersOfGrades } from './voters';
import { byId, exactly, requireJuror, requireNominee, type People } from './people';
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
  const named = new Set<string>();
  const cast = input.ballots.flatMap((ballot, b): readonly Cast[] => {
    const at = [...path, 'ballots', b];
    const { count, groups, juror } = parsed(ballot, at);
    if (juror !== undefined) {
      requireJuror(people, juror, [...at, 'juror']);
      if (named.has(juror)) refuse([...at, 'juror'], `a second ballot of juror "${juror}"`);
      named.add(juror);
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
    return [{ juror: juror ?? null, ballot: { count, groups: own } }];
  });
  refuseTooMany(cast.reduce((all, { ballot }) => all + ballot.count, 0) * nominees.length, [...path, 'ballots']);
  return {
    ...emptyData,
    direction: 'lower',
    ballots: canonical(cast.map((c) => c.ballot)),
    cast: cast
      .map((c) => ({ ...c, key: JSON.stringify([c.juror ?? '', c.ballot.groups, c.ballot.count]) }))
      .toSorted((a, b) => byId(a.key, b.key)),
  };
}

/** Beyond that a sum of whole numbers is no longer exact. */
function refuseTooMany(votes: number, path: Path): void {
  if (votes > Number.MAX_SAFE_INTEGER) refuse(path, 'are more than can be counted exactly');
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

type Ranking = Extract<WrittenBallot, readonly unknown[]>;
const isRanking = (ballot: WrittenBallot): ballot is Ranking => Array.isArray(ballot);
const groupsOf = (ranking: Ranking): readonly (readonly string[])[] =>
  ranking.map((group) => (typeof group === 'string' ? [group] : group));

function parsed(ballot: WrittenBallot, path: Path): Parsed {
  if (typeof ballot === 'string') {
    const match = /^(.*?)(?:\*\s*(\d{1,16})\s*)?$/s.exec(ballot);
    const count = Number(match?.[2] ?? 1);
    if (count < 1) refuse(path, 'a ballot counts at least once');
    const ranking = match?.[1] ?? '';
    if (ranking.trim() === '') return { count, groups: [] };
    const groups = ranking.split('>').map((group) => group.split('=').map((name) => name.trim()));
    if (groups.flat().includes('')) refuse(path, 'is not of the form A>B=C*42');
    return { count, groups };
  }
  if (isRanking(ballot)) return { count: 1, groups: groupsOf(ballot) };
  const base = { count: ballot.count ?? 1, juror: ballot.juror };
  if ('order' in ballot) return { ...base, groups: groupsOf(ballot.order) };
  const placed = Object.entries(ballot.places).flatMap(([id, place]) =>
    place === null ? [] : [{ id, place: exactly(place, [...path, 'places', id]) }],
  );
  const order = groupsByScore(
    placed.map((p) => p.place),
    'lower',
  );
  return { ...base, groups: order.map((group) => group.flatMap((k) => placed[k]?.id ?? [])) };
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
  const cast: { juror: string | null; count: number; grades: (number | null)[] }[] = [];
  const named = new Set<string>();
  input.ballots?.forEach((ballot, b) => {
    const at = [...path, 'ballots', b];
    if (ballot.juror !== undefined) {
      requireJuror(people, ballot.juror, [...at, 'juror']);
      if (named.has(ballot.juror)) refuse([...at, 'juror'], `a second ballot of juror "${ballot.juror}"`);
      named.add(ballot.juror);
      if (people.absentJurors.has(ballot.juror)) return;
    }
    voters += ballot.count ?? 1;
    const grades = nominees.map((): number | null => null);
    cast.push({ juror: ballot.juror ?? null, count: ballot.count ?? 1, grades });
    for (const [id, name] of Object.entries(ballot.grades)) {
      requireNominee(people, id, [...at, 'grades', id]);
      if (name === null) continue;
      const grade = gradeOf.get(name);
      if (grade === undefined) refuse([...at, 'grades', id], `no grade "${name}"`);
      else {
        give(id, grade, ballot.count ?? 1);
        const row = position.get(id);
        if (row !== undefined) grades[row] = grade;
      }
    }
  });
  const most = tallies.reduce(
    (top, tally) =>
      Math.max(
        top,
        tally.reduce((a, b) => a + b, 0),
      ),
    0,
  );
  refuseTooMany(Math.max(most, voters), path);
  const judges = input.judges ?? (input.ballots === undefined ? null : voters);
  if (judges !== null && judges < most) refuse([...path, 'judges'], `${most} grades of ${judges} judges`);
  const inOrder = cast.toSorted((a, b) =>
    byId(JSON.stringify([a.juror ?? '', a.grades, a.count]), JSON.stringify([b.juror ?? '', b.grades, b.count])),
  );
  return {
    ...emptyData,
    grades: { names: input.grades, tallies, judges },
    voters: input.ballots === undefined ? null : votersOfGrades(inOrder, nominees.length),
  };
}
