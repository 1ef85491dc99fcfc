import { fingerprintText } from '@shared/domain/fingerprint';
import type { Category } from '@shared/model/category';
import type { Round } from '@shared/model/round';
import type { CategoryId, EntryId, JurorId, RoundId } from '@shared/model/ids';
import type { RoundPart, StandingRow } from '@shared/model/standing';
import { inLanguage, type LocalText } from '@shared/model/language';
import type { Attendance } from '@shared/model/jury';
import type { CategoryResult, DocumentReceipt, RoundResult, DocumentInput, WorkbookJuror } from './input';
import { textsFor } from './texts';
import type { DocumentTexts } from './texts/shape';

/** The input with what every sheet and the minutes look up in it. */
export interface DocumentView {
  readonly input: DocumentInput;
  readonly texts: DocumentTexts;
  readonly say: (text: LocalText) => string;
  readonly decimal: (value: number) => string;
  readonly title: string;
  /** Place and day under the titles, `Алматы · 22.11.2026`. */
  readonly placeAndDay: string;
  readonly category: (id: CategoryId) => Category;
  readonly round: (id: RoundId) => Round;
  readonly jurorCode: (id: JurorId) => string;
  readonly nameOfEntry: (id: EntryId) => string;
}

export function viewOf(input: DocumentInput): DocumentView {
  const { contest, language, jurors } = input;
  const texts = textsFor(language);
  const say = (text: LocalText) => inLanguage(text, language);
  const rows = input.categories.flatMap(({ rounds }) => rounds.flatMap(({ standing }) => standing.rows));
  const names = new Map(rows.map((row) => [row.entry, `№ ${row.number} ${row.name}`]));
  const codes = new Map(jurors.map((juror) => [juror.id, texts.jurorCode(juror.number)]));
  return {
    input,
    texts,
    say,
    decimal: (value) => (language === 'en' ? String(value) : String(value).replace('.', ',')),
    title: [say(contest.head.title), contest.head.edition].filter((part) => part !== '').join(' · '),
    placeAndDay: [say(contest.head.city), dayOf(input.at)].filter((part) => part !== '').join(' · '),
    category: (id) =>
      found(
        contest.categories.find((category) => category.id === id),
        'category',
        id,
      ),
    round: (id) =>
      found(
        contest.rounds.find((round) => round.id === id),
        'round',
        id,
      ),
    jurorCode: (id) => found(codes.get(id), 'juror', id),
    nameOfEntry: (id) => found(names.get(id), 'entry', id),
  };
}

/** Local day of an instant, `22.11.2026`. */
export function dayOf(instant: string): string {
  const date = new Date(instant);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(date.getDate())}.${two(date.getMonth() + 1)}.${date.getFullYear()}`;
}

/** Local day and time of an instant, `22.11.2026 14:32`. */
export function instantOf(instant: string): string {
  const date = new Date(instant);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${dayOf(instant)} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** The part of a row that belongs to a round; none where the nominee has no entry in it. */
export function partOf(row: StandingRow, round: RoundId): RoundPart | undefined {
  return row.parts.find((part) => part.round === round);
}

/** The row of a laureate, in the standing of the round that named him. */
export function rowOf(result: CategoryResult, { entry, round }: Laureate): StandingRow {
  const { standing } = found(
    result.rounds.find((r) => r.standing.round === round),
    'round',
    round,
  );
  return found(
    standing.rows.find((row) => row.entry === entry),
    'laureate',
    entry,
  );
}

/** In a union of lists: the round whose list names the laureate; null in other contests. */
export const listOf = ({ input, round, say }: DocumentView, laureate: Laureate): string | null =>
  input.contest.rules.combination === 'union' ? say(round(laureate.round).name) : null;

type Laureate = CategoryResult['laureates'][number];

/** A sealed document carries its fingerprint on every page, another the head of the log. */
export function footerOf({ input, texts, placeAndDay }: DocumentView): string {
  if (input.seal !== null) return `${texts.fingerprint}: ${fingerprintText(input.seal.fingerprint)}`;
  return input.logHead === '' ? placeAndDay : `${texts.logHead}: ${input.logHead.slice(0, 16)}`;
}

/** How a juror took part in a round, and why not. */
export function attendanceOf(view: DocumentView, attendance: Attendance, present: string): readonly [string, string] {
  switch (attendance.state) {
    case 'present':
      return [present, ''];
    case 'absent':
      return [view.texts.states.absent, attendance.reason];
    case 'replaced':
      return [view.texts.replaced(view.jurorCode(attendance.by)), attendance.reason];
  }
}

/** The receipts of the ballots that count, round by round; rounds without any are left out. */
export function receiptsByRound({ input }: DocumentView): readonly {
  readonly round: Round;
  readonly receipts: readonly (DocumentReceipt & { readonly name: string })[];
}[] {
  const names = new Map(input.jurors.map((j) => [j.id, j.name]));
  return input.contest.rounds.flatMap((round) => {
    const own = input.receipts.filter((r) => r.round === round.id);
    return own.length === 0
      ? []
      : [{ round, receipts: own.map((r) => ({ ...r, name: found(names.get(r.juror), 'juror', r.juror) })) }];
  });
}

/** Jurors with a cell in this round, in order of their numbers. */
export function jurorsOf(result: RoundResult, jurors: readonly WorkbookJuror[]): readonly WorkbookJuror[] {
  const { standing } = result;
  const present = new Set(standing.rows.flatMap((row) => partOf(row, standing.round)?.cells.map((c) => c.juror) ?? []));
  return jurors.filter((juror) => present.has(juror.id));
}

export function affiliationOf(result: CategoryResult, row: StandingRow): string {
  return result.affiliations.find(({ nominee }) => nominee === row.nominee)?.text ?? '';
}

function found<T>(value: T | undefined, what: string, id: number): T {
  if (value === undefined) throw new RangeError(`the document names ${what} ${id}, which it was not given`);
  return value;
}

/** Each region's file in one line: what it is known by, who took it in, and whom it brought. */
export const regionLines = ({ input, texts }: DocumentView): readonly string[] =>
  input.regions.map(({ region, fingerprint, seal, taken, nominees }) =>
    [
      `${region}: ${fingerprintText(fingerprint)}`,
      texts.regionSeal(seal),
      ...(taken === null
        ? []
        : [texts.regionTaken(instantOf(taken.at), taken.who === null ? null : texts.regionTakenBy[taken.who])]),
      nominees.join(', '),
    ].join(' · '),
  );
