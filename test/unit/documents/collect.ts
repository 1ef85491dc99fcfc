import { isJuryRound } from '@shared/domain/roundKinds';
import type { StandingInput } from '@shared/domain/evaluation';
import { explainEntry } from '@shared/domain/explain';
import { laureatesOf } from '@shared/domain/laureates';
import { quorumOf } from '@shared/domain/quorum';
import { computeStanding } from '@shared/domain/standing';
import type { Category } from '@shared/model/category';
import type { Contest } from '@shared/model/contest';
import type { Juror } from '@shared/model/jury';
import type { Nominee } from '@shared/model/nominee';
import type { Language } from '@shared/model/language';
import type { CategoryResult, RoundResult, DocumentInput } from '../../../electron/documents/input';

/** What the database holds; everything else in the workbook is derived from it. */
export interface WorkbookSource extends Omit<StandingInput, 'contest' | 'category' | 'round' | 'nominees' | 'jurors'> {
  readonly contest: Contest;
  readonly nominees: readonly Nominee[];
  readonly jurors: readonly Juror[];
  readonly language: Language;
  readonly at: string;
  readonly logHead: string;
}

/** Computes every standing and explanation that the winners' workbook shows. */
export function collectWinnersWorkbook(source: WorkbookSource): DocumentInput {
  const { contest, jurors, seats, decisions, language, at, logHead } = source;
  const decided = decisions.filter((decision) => contest.rounds.some((round) => round.id === decision.round));
  return {
    language,
    contest,
    at,
    logHead,
    categories: contest.categories.map((category) => resultOf(source, category)),
    jurors: jurors
      .toSorted((a, b) => a.number - b.number)
      .map(({ id, number, name, title, chair }) => ({
        id,
        number,
        name,
        title,
        chair,
        seats: contest.rounds.flatMap((round) =>
          seats
            .filter((seat) => seat.juror === id && seat.round === round.id)
            .map((seat) => ({ round: seat.round, attendance: seat.attendance })),
        ),
      })),
    decisions: decided,
    seal: null,
    receipts: [],
    regions: [],
    quorums: contest.rounds.filter(isJuryRound).map(({ id }) => ({ round: id, ...quorumOf(id, source) })),
    withdrawn: source.nominees.flatMap(({ number, name, withdrawn }) =>
      withdrawn === null ? [] : [{ number, name, reason: withdrawn.reason }],
    ),
  };
}

function resultOf(source: WorkbookSource, category: Category): CategoryResult {
  const rounds = source.contest.rounds.filter(isJuryRound).flatMap((round): RoundResult[] => {
    const input = { ...source, category: category.id, round: round.id };
    const standing = computeStanding(input);
    if (standing.rows.length === 0) return [];
    const explanations = standing.rows.flatMap((row) => explainEntry(input, row.entry) ?? []);
    return [{ standing, explanations }];
  });
  const shown = new Set(rounds.flatMap(({ standing }) => standing.rows.map((row) => row.nominee)));
  return {
    category: category.id,
    laureates: laureatesIn(source, category, rounds.at(-1)),
    rounds,
    affiliations: source.nominees
      .filter((nominee) => shown.has(nominee.id))
      .map((nominee) => ({ nominee: nominee.id, text: affiliationOf(nominee, category) })),
  };
}

/** Only what the last jury round has decided counts: while it is provisional nobody has won. */
function laureatesIn(
  source: WorkbookSource,
  category: Category,
  last: RoundResult | undefined,
): CategoryResult['laureates'] {
  if (last === undefined || last.standing.provisional) return [];
  const list = laureatesOf(last.standing, category.winners, source.nominees);
  return list.decided ? list.laureates.map(({ entry, place }) => ({ entry, place, round: last.standing.round })) : [];
}

function affiliationOf(nominee: Nominee, category: Category): string {
  return category.fields
    .filter((field) => (field.type === 'ref:universities' || field.type === 'ref:regions') && !field.pii)
    .map((field) => nominee.fields[field.id] ?? '')
    .filter((text) => text !== '')
    .join(', ');
}
