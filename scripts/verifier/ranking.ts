import { sha256 } from './bytes';
import type { Counted } from './ballots';
import type { Doc } from './doc';
import type { Finding } from './finding';
import { text } from './fraction';
import { isRanked, namesWinners } from './rules';
import { roundsInTotal, Scores, totalOf } from './scores';
import { categoryList } from './lists';
import { statusesOf } from './status';
import { winnersOf, type Before } from './winners';
import type { Candidate, Standing } from './standing';
import { groupsOf } from './ties';

interface Row {
  readonly number: number;
  readonly name: string;
  readonly place: number | null;
  readonly shownPlace: string | null;
  readonly total: string | null;
  readonly status: string;
  readonly reason: string | null;
  readonly grant: string | null;
}

/** Every ranking of the manifest against the one that the ballots make. */
export function checkRanking(manifest: Doc, contest: Doc, counted: Counted, finding: Finding): void {
  checkDraws(contest, finding);
  const scores = new Scores(contest, counted);
  const categories = contest.get('categories').list.map((c) => c.get('id').number);
  const due = scores.rounds
    .filter(isRanked)
    .flatMap((round) =>
      categories
        .filter((category) => scores.entries.some((e) => e.round === round.get('id').number && e.category === category))
        .map((category) => ({ round, category })),
    );
  const sealed = manifest.get('ranking').list;
  finding.check('ranking', sealed.length === due.length, 'rankingMissing', `${sealed.length} / ${due.length}`);
  const byRound = new Map<number, ReturnType<typeof rowsOf>>();
  due.forEach(({ round, category }, i) => {
    const told = sealed[i];
    const id = round.get('id').number;
    const there = told !== undefined && told.get('round').number === id && told.get('category').number === category;
    if (!finding.check('ranking', there, 'rankingMissing', `${id} / ${category}`) || told === undefined) return;
    let rows = byRound.get(id);
    if (rows === undefined) byRound.set(id, (rows = rowsOf(scores, round)));
    compare(told.get('rows').list, rows.get(category) ?? new Map(), finding);
  });
}

/** Who drew better: the lower SHA-256 of the seed and the nominee's number. Before format 2 a draw had no seed. */
function checkDraws(contest: Doc, finding: Finding): void {
  if (contest.get('format').number === 1) return;
  const nominees = new Map(contest.get('entries').list.map((e) => [e.get('id').number, e.get('nominee').number]));
  const numbers = new Map(contest.get('nominees').list.map((n) => [n.get('id').number, n.get('number').number]));
  for (const draw of contest.get('decisions').list.filter((d) => d.get('kind').text === 'draw')) {
    const seed = draw.get('seed').text;
    const order = draw.get('order').list.map((e) => e.number);
    const lots = order.map((id) => {
      const number = numbers.get(nominees.get(id) ?? -1) ?? -1;
      return { id, lot: sha256(`tarazy draw 1\n${seed}\n${number}`) };
    });
    lots.sort((a, b) => (a.lot < b.lot ? -1 : a.lot > b.lot ? 1 : a.id - b.id));
    const same = lots.every(({ id }, i) => id === order[i]);
    finding.check('ranking', seed !== '' && same, 'drawDiffers', `${seed}: ${order.join(' ')}`);
  }
}

/** A round's rankings, and what becomes of everybody in it. */
function outcomeOf(scores: Scores, round: Doc) {
  const { contest } = scores;
  const ranked = contest.get('categories').list.map((category) => {
    const standing: Standing = {
      scores,
      round,
      category: category.get('id').number,
      counted: roundsInTotal(contest, round).map((c) => c.round),
    };
    const everybody = candidatesOf(standing);
    const groups = groupsOf(
      everybody.filter((c) => c.total !== null),
      standing,
    );
    return { standing, list: categoryList(contest, category, round, everybody, groups) };
  });
  const told = winnersOf(
    contest,
    round,
    scores.people,
    ranked.map((r) => r.list),
    namesWinners(contest, round) ? namedBefore(scores, round) : [],
  );
  return { ranked, told };
}

/** Whom the lists before this round have named, list by list. */
function namedBefore(scores: Scores, target: Doc): readonly Before[] {
  const at = scores.rounds.findIndex((r) => r.get('id').number === target.get('id').number);
  return scores.rounds
    .slice(0, at)
    .filter((round) => namesWinners(scores.contest, round))
    .flatMap((round) => {
      const { ranked, told } = outcomeOf(scores, round);
      const isNamed = ({ entry }: Candidate): boolean => told.get(entry.id)?.status === 'laureate';
      return ranked.flatMap(({ list }) =>
        list.everybody
          .filter(isNamed)
          .map(({ entry }) => ({ round, category: list, entry: entry.id, nominee: entry.nominee })),
      );
    });
}

/** Every row of a round by category. Format 1 was sealed before rules of winners were applied. */
function rowsOf(scores: Scores, round: Doc): ReadonlyMap<number, ReadonlyMap<number, Row>> {
  const { contest } = scores;
  const { ranked, told } = outcomeOf(scores, round);
  const shownPlace = numberingOf(contest);
  return new Map(
    ranked.map(({ standing, list }) => {
      const statusOf = contest.get('format').number === 1 ? statusesOf(list.groups, standing) : null;
      const rows = new Map<number, Row>();
      const put = ({ entry, total }: Candidate, start: number | null, size: number, group: number): void => {
        const nominee = scores.people.get(entry.nominee);
        const own = told.get(entry.id);
        if (nominee === undefined || own === undefined) return;
        const old = {
          status: start === null ? 'no_score' : (statusOf?.(start, size) ?? ''),
          reason: null,
          grant: null,
        };
        rows.set(entry.id, {
          number: nominee.get('number').number,
          name: nominee.get('name').text,
          place: start === null ? null : start + 1,
          shownPlace: start === null ? null : shownPlace(start, size, group),
          total: total === null ? null : text(scores.shown(round, total)),
          ...(statusOf === null ? own : old),
        });
      };
      let start = 0;
      for (const [g, group] of list.groups.entries()) {
        for (const each of group) put(each, start, group.length, g);
        start += group.length;
      }
      for (const each of list.everybody) if (each.total === null) put(each, null, 1, 0);
      return [list.id, rows] as const;
    }),
  );
}

/** How the rules number equals: so many stand above, so many are equal, so many groups come before. Null: as they are, or as listed. */
function numberingOf(contest: Doc): (start: number, size: number, group: number) => string | null {
  const style = contest.get('rules').get('aggregation').get('placeStyle');
  switch (style.value === undefined ? '' : style.text) {
    case 'modified':
      return (start, size) => String(start + size);
    case 'dense':
      return (_start, _size, group) => String(group + 1);
    case 'fractional':
      return (start, size) => String(start + (size + 1) / 2);
    case 'ordinal':
      return () => listed;
    default:
      return () => null;
  }
}

/** The number of the row in its list, whichever of the equals stands there. */
const listed = 'listed';

function candidatesOf({ scores, round, category }: Standing): readonly Candidate[] {
  const counted = roundsInTotal(scores.contest, round);
  return scores.field(round, category).map((entry): Candidate => {
    const parts = counted.map(({ round: each, factor }) => {
      const own = each === round ? entry : scores.entryIn(each, entry.nominee, category);
      return { id: each.get('id').number, factor, score: own === undefined ? null : scores.of(each, own) };
    });
    return {
      entry,
      total: totalOf(
        parts.map(({ factor, score }) => ({ factor, value: score?.value ?? null })),
        scores.decimals('total'),
      ),
      scores: new Map(parts.flatMap(({ id, score }) => (score === null ? [] : [[id, score] as const]))),
      parts,
    };
  });
}

function compare(sealed: readonly Doc[], own: ReadonlyMap<number, Row>, finding: Finding): void {
  let before = 0;
  const seen = new Set<number>();
  for (const [i, doc] of sealed.entries()) {
    const entry = doc.get('entry').number;
    const row = own.get(entry);
    const told: Row = {
      number: doc.get('number').number,
      name: doc.get('name').text,
      place: doc.get('place').isNull ? null : doc.get('place').number,
      shownPlace: optional(doc.get('shownPlace')),
      total: doc.get('total').isNull ? null : doc.get('total').text,
      status: doc.get('status').text,
      reason: optional(doc.get('reason')),
      grant: optional(doc.get('grant')),
    };
    const due = row?.shownPlace === listed ? { ...row, shownPlace: String(i + 1) } : row;
    const same = due !== undefined && !seen.has(entry) && JSON.stringify(told) === JSON.stringify(due);
    finding.check('ranking', same, 'rowDiffers', `${written(told)} ≠ ${due === undefined ? '—' : written(due)}`);
    const place = told.place ?? Number.MAX_SAFE_INTEGER;
    finding.check('ranking', place >= before, 'rowOrder', written(told));
    before = place;
    seen.add(entry);
  }
  for (const [entry, row] of own) finding.check('ranking', seen.has(entry), 'rowDiffers', `— ≠ ${written(row)}`);
}

/** Format 1 has no such member. */
const optional = (doc: Doc): string | null => (doc.value === undefined || doc.isNull ? null : doc.text);

const written = ({ number, name, place, shownPlace, total, status, reason, grant }: Row): string =>
  `№ ${number} ${name}: ${[shownPlace ?? place ?? '—', total ?? '—', status, reason ?? [], grant ?? []].flat().join(', ')}`;
