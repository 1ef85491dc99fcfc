import type { Counted } from './ballots';
import type { Doc } from './doc';
import type { Finding } from './finding';
import { text } from './fraction';
import { isJuryRound } from './rules';
import { roundsInTotal, Scores, totalOf } from './scores';
import { statusesOf } from './status';
import { groupsOf, type Candidate, type Standing } from './ties';

interface Row {
  readonly number: number;
  readonly name: string;
  readonly place: number | null;
  readonly total: string | null;
  readonly status: string;
}

/** Every ranking of the manifest against the one that the ballots make. */
export function checkRanking(manifest: Doc, contest: Doc, counted: Counted, finding: Finding): void {
  const scores = new Scores(contest, counted);
  const categories = contest.get('categories').list.map((c) => c.get('id').number);
  const due = scores.rounds
    .filter(isJuryRound)
    .flatMap((round) =>
      categories
        .filter((category) => scores.entries.some((e) => e.round === round.get('id').number && e.category === category))
        .map((category) => ({ round, category })),
    );
  const sealed = manifest.get('ranking').list;
  finding.check('ranking', sealed.length === due.length, 'rankingMissing', `${sealed.length} / ${due.length}`);
  due.forEach(({ round, category }, i) => {
    const told = sealed[i];
    const id = round.get('id').number;
    const there = told !== undefined && told.get('round').number === id && told.get('category').number === category;
    if (!finding.check('ranking', there, 'rankingMissing', `${id} / ${category}`) || told === undefined) return;
    compare(told.get('rows').list, rowsOf(scores, round, category), finding);
  });
}

function rowsOf(scores: Scores, round: Doc, category: number): ReadonlyMap<number, Row> {
  const counted = roundsInTotal(scores.contest, round);
  const candidates = scores.field(round, category).map((entry): Candidate => {
    const parts = counted.map(({ round: each, factor }) => {
      const own = each === round ? entry : scores.entryIn(each, entry.nominee, category);
      return { id: each.get('id').number, factor, score: own === undefined ? null : scores.of(each, own) };
    });
    return {
      entry,
      total: totalOf(parts.map(({ factor, score }) => ({ factor, value: score?.value ?? null }))),
      scores: new Map(parts.flatMap(({ id, score }) => (score === null ? [] : [[id, score] as const]))),
    };
  });
  const standing: Standing = { scores, round, category, counted: counted.map((c) => c.round) };
  const groups = groupsOf(
    candidates.filter((c) => c.total !== null),
    standing,
  );
  const statusOf = statusesOf(groups, standing);
  const rows = new Map<number, Row>();
  const put = ({ entry, total }: Candidate, place: number | null, status: string): void => {
    const nominee = scores.people.get(entry.nominee);
    if (nominee === undefined) return;
    const head = { number: nominee.get('number').number, name: nominee.get('name').text };
    rows.set(entry.id, { ...head, place, total: total === null ? null : text(total), status });
  };
  let start = 0;
  for (const group of groups) {
    for (const each of group) put(each, start + 1, statusOf(start, group.length));
    start += group.length;
  }
  for (const each of candidates) if (each.total === null) put(each, null, 'no_score');
  return rows;
}

function compare(sealed: readonly Doc[], own: ReadonlyMap<number, Row>, finding: Finding): void {
  let before = 0;
  const seen = new Set<number>();
  for (const doc of sealed) {
    const entry = doc.get('entry').number;
    const row = own.get(entry);
    const told: Row = {
      number: doc.get('number').number,
      name: doc.get('name').text,
      place: doc.get('place').isNull ? null : doc.get('place').number,
      total: doc.get('total').isNull ? null : doc.get('total').text,
      status: doc.get('status').text,
    };
    const same = row !== undefined && !seen.has(entry) && JSON.stringify(told) === JSON.stringify(row);
    finding.check('ranking', same, 'rowDiffers', `${written(told)} ≠ ${row === undefined ? '—' : written(row)}`);
    const place = told.place ?? Number.MAX_SAFE_INTEGER;
    finding.check('ranking', place >= before, 'rowOrder', written(told));
    before = place;
    seen.add(entry);
  }
  for (const [entry, row] of own) finding.check('ranking', seen.has(entry), 'rowDiffers', `— ≠ ${written(row)}`);
}

const written = ({ number, name, place, total, status }: Row): string =>
  `№ ${number} ${name}: ${place ?? '—'}, ${total ?? '—'}, ${status}`;
