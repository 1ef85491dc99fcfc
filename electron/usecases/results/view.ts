import { isCounted } from '@shared/domain/fieldMethods';
import { figuresFor, leastDigits } from '@shared/domain/figure';
import { fromFraction } from '@shared/domain/rational';
import { unitedLaureates } from '@shared/domain/unitedLaureates';
import type { ResultsOfCategory, ResultsView } from '@shared/model/results';
import type { SealedRanking } from '@shared/model/seal';
import { summaryOf } from '../seal/summary';
import { affiliationOf } from '../workbook';
import type { OpenResults } from './openResults';

/** What the organiser's screen shows. Rows are the sealed ones, not the recomputed. */
export function viewOf({ fileName, results, data, recomputed }: Omit<OpenResults, 'head'>): ResultsView {
  const { manifest, manifestBytes, contest } = results;
  const names = new Map(manifest.ranking.flatMap((r) => r.rows.map((row) => [row.entry, row.name])));
  return {
    file: fileName,
    title: manifest.contest.title,
    edition: manifest.contest.edition,
    organiser: contest.contest.organiser,
    appVersion: manifest.appVersion,
    seal: summaryOf(manifestBytes, null),
    rounds: contest.rounds.map(({ id, name }) => ({ id, name })),
    jurors: contest.jurors.map(({ id, number, name }) => ({ id, number, name })),
    results: contest.categories.flatMap(({ id }) => {
      const last = manifest.ranking.findLast((r) => r.category === id);
      return last === undefined ? [] : [resultOf(united(manifest.ranking, last), { results, data })];
    }),
    decisions: manifest.decisions.map(({ category, kind, order, reason, at }) => ({
      category,
      kind,
      order: order.map((entry) => names.get(entry) ?? '').join(' > '),
      reason,
      at,
    })),
    regions: contest.regions.map(({ region, fingerprint, nominees }) => ({
      region,
      fingerprint,
      numbers: contest.nominees.filter(({ id }) => nominees.includes(id)).map(({ number }) => number),
    })),
    reopenings: manifest.reopenings,
    log: manifest.log,
    recomputed,
  };
}

/** The prize, else the place as the rules number equals. */
function placeOf(prize: number | null, { place, shownPlace }: SealedRanking['rows'][number]): string | null {
  if (prize !== null) return String(prize);
  return shownPlace ?? (place === null ? null : String(place));
}

/** The last ranking of a category with the laureates of earlier lists before it, each person once. */
function united(all: readonly SealedRanking[], last: SealedRanking): SealedRanking {
  const earlier = all
    .filter((r) => r.category === last.category && r !== last)
    .flatMap(({ rows }) => rows.filter((row) => row.status === 'laureate'));
  const seen = new Set<number>();
  const rows = [...earlier, ...last.rows].filter(({ number }) => !seen.has(number) && seen.add(number));
  return { ...last, rows };
}

function resultOf(sealed: SealedRanking, { results, data }: Pick<OpenResults, 'results' | 'data'>): ResultsOfCategory {
  const category = results.contest.categories.find((c) => c.id === sealed.category);
  if (category === undefined) throw new Error('a ranking of no category');
  const list = unitedLaureates({ ...data, category: sealed.category });
  const ranked = !list.decided || list.ranked;
  const prizes = new Map(list.decided ? list.laureates.map((l) => [l.entry, l.place]) : []);
  const order = list.decided ? list.laureates.map((l) => l.entry) : [];
  const people = new Map(data.nominees.map((n) => [n.number, n]));
  const totals = sealed.rows.flatMap((row) => (row.total === null ? [] : [fromFraction(row.total)]));
  const { aggregation } = data.contest.rules;
  const digits = aggregation.displayDigits;
  const figures = figuresFor(totals, isCounted(aggregation) ? leastDigits(totals, digits) : digits);
  const rows = sealed.rows.map((row) => {
    const person = people.get(row.number);
    const isLaureate = row.status === 'laureate';
    return {
      entry: row.entry,
      number: row.number,
      name: row.name,
      affiliation: person === undefined ? '' : affiliationOf(person),
      place: isLaureate && !ranked ? null : placeOf(prizes.get(row.entry) ?? null, row),
      total: row.total === null ? null : figures.of(fromFraction(row.total)).text,
      isLaureate,
    };
  });
  const at = (entry: (typeof rows)[number]['entry']) => order.indexOf(entry);
  const laureates = rows.filter((r) => r.isLaureate).toSorted((a, b) => at(a.entry) - at(b.entry));
  const listed = [...laureates, ...rows.filter((r) => !r.isLaureate)];
  return {
    category: category.id,
    name: category.name,
    ranked,
    rows: listed.map(({ entry: _entry, ...row }) => row),
  };
}
