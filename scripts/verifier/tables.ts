import type { Doc } from './doc';
import { fraction, order, printed, times, total, zero, type Fraction } from './fraction';

/** Rounds whose figures come from a table instead of ballots. */
export const isTable = (round: Doc): boolean =>
  ['vote_import', 'results_table', 'count'].includes(round.get('rules').get('kind').text);

/** An entry, as far as a table knows it. */
type Row = { readonly id: number };

/** What the table says: the figures of a row added up; null: did not take part. Who has no row is not here. */
export type Table = ReadonlyMap<number, Fraction | null>;

export function readTable(contest: Doc): Table {
  const doc = contest.get('tallies');
  if (doc.value === undefined) return new Map();
  return new Map(
    doc.list.map((row) => [
      row.get('entry').number,
      row.get('values').isNull ? null : total(row.get('values').list.map((v) => decimal(v.text))),
    ]),
  );
}

function decimal(written: string): Fraction {
  const [whole = '', part = ''] = written.split('.');
  if (!/^\d+$/.test(whole) || !/^\d*$/.test(part)) throw new RangeError(written);
  return fraction(BigInt(whole + part), 10n ** BigInt(part.length));
}

/** The place that the table gives somebody among all of the same category; null where it gives none. */
export function placeInTable(round: Doc, entry: Row, field: readonly Row[], table: Table): number | null {
  const own = table.get(entry.id) ?? null;
  if (own === null) return null;
  const measure = round.get('rules').get('measure').value ?? 'place';
  if (measure === 'place') return Number(own.n / own.d);
  const sign = measure === 'lower' ? -1 : 1;
  const better = field.filter((other) => {
    const figure = table.get(other.id) ?? null;
    return figure !== null && order(figure, own) * sign > 0;
  });
  return better.length + 1;
}

/** Points of the round; null where the table has no row. */
export function pointsInTable(round: Doc, entry: Row, field: readonly Row[], table: Table): Fraction | null {
  const own = table.get(entry.id);
  if (own === undefined || own === null) return own === undefined ? null : zero;
  const rules = round.get('rules');
  switch (rules.get('kind').text) {
    case 'vote_import':
      return own;
    case 'count':
      return times(own, printed(rules.get('pointsPerAnswer').number));
    default: {
      const points = rules.get('pointsByPlace').list;
      if (points.length === 0) return own;
      const place = placeInTable(round, entry, field, table) ?? points.length + 1;
      return printed((points[place - 1] ?? rules.get('participation')).number);
    }
  }
}

/** The most that somebody can have; zero where there is no most. */
export function mostInTable(round: Doc): Fraction {
  const rules = round.get('rules');
  if (rules.get('kind').text === 'count')
    return times(printed(rules.get('questions').number), printed(rules.get('pointsPerAnswer').number));
  if (rules.get('kind').text === 'vote_import' || rules.get('pointsByPlace').list.length === 0) return zero;
  return [...rules.get('pointsByPlace').list, rules.get('participation')]
    .map((each) => printed(each.number))
    .reduce((a, b) => (order(b, a) > 0 ? b : a), zero);
}
