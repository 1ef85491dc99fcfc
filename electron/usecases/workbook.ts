import { isJuryRound, isRankedRound } from '@shared/domain/roundKinds';
import { explainEntry } from '@shared/domain/explain';
import { unitedLaureates } from '@shared/domain/unitedLaureates';
import { quorumOf } from '@shared/domain/quorum';
import { computeStanding } from '@shared/domain/standing';
import type { Category } from '@shared/model/category';
import type { CategoryResult, DocumentInput } from '../documents/input';
import type { ScoringData } from './scoring';

type Extra = Pick<DocumentInput, 'language' | 'at' | 'logHead' | 'seal' | 'receipts' | 'regions'>;

/** What workbook and minutes show, from the open contest or from a results file. */
export function workbookOf(data: ScoringData, extra: Extra): DocumentInput {
  const { contest, jurors, seats, decisions } = data;
  return {
    ...extra,
    contest,
    categories: contest.categories.map((c) => resultOf(data, c)),
    jurors: jurors.map((j) => ({
      id: j.id,
      number: j.number,
      name: j.name,
      title: j.title,
      chair: j.chair,
      seats: seats.filter((s) => s.juror === j.id).map(({ round, attendance }) => ({ round, attendance })),
    })),
    decisions,
    quorums: contest.rounds.filter(isJuryRound).map(({ id }) => ({ round: id, ...quorumOf(id, data) })),
    withdrawn: data.nominees
      .flatMap(({ number, name, withdrawn }) =>
        withdrawn === null ? [] : [{ number, name, reason: withdrawn.reason }],
      )
      .toSorted((a, b) => a.number - b.number),
  };
}

function resultOf(data: ScoringData, category: Category): CategoryResult {
  const scored = data.contest.rounds.filter(
    (r) => isRankedRound(r) && data.entries.some((e) => e.round === r.id && e.category === category.id),
  );
  return {
    category: category.id,
    laureates: laureatesIn(data, category),
    rounds: scored.map((r) => {
      const input = { ...data, round: r.id, category: category.id };
      const standing = computeStanding(input);
      return { standing, explanations: standing.rows.flatMap((row) => explainEntry(input, row.entry) ?? []) };
    }),
    affiliations: data.nominees.flatMap((n) => {
      const text = affiliationOf(n);
      return text === '' ? [] : [{ nominee: n.id, text }];
    }),
  };
}

/** University or region, as the contest has it. */
export const affiliationOf = ({ fields }: Pick<ScoringData['nominees'][number], 'fields'>): string =>
  fields['university'] ?? fields['region'] ?? '';

/** Nobody while the last round has not begun, or a list is not decided. */
function laureatesIn(data: ScoringData, category: Category): CategoryResult['laureates'] {
  const list = unitedLaureates({ ...data, category: category.id });
  return list.decided ? list.laureates.map(({ entry, place, round }) => ({ entry, place, round })) : [];
}
