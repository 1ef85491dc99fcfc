import { roundingApplied } from '@shared/domain/fieldMethods';
import { formatDecimal, formatPercent } from '@shared/domain/format';
import type { Category } from '@shared/model/category';
import type { Contest } from '@shared/model/contest';
import type { Criterion } from '@shared/model/criteria';
import type { CategoryId, CriterionId, NomineeId, RoundId } from '@shared/model/ids';
import type { Nominee } from '@shared/model/nominee';
import type { Separation } from '@shared/model/standing';
import { inLanguage, type Language } from '@shared/model/language';
import type { Translate } from '../../i18n';

export function roundName(contest: Contest, id: RoundId, language: Language): string {
  const round = contest.rounds.find((known) => known.id === id);
  return round === undefined ? '' : inLanguage(round.name, language);
}

export function categoryName(contest: Contest, id: CategoryId, language: Language): string {
  const category = contest.categories.find((known) => known.id === id);
  return category === undefined ? '' : inLanguage(category.name, language);
}

/** Live rounds may have criteria of their own. */
export function criteriaOf(contest: Contest, category: Category, round: RoundId): readonly Criterion[] {
  const rules = contest.rounds.find((known) => known.id === round)?.rules;
  const own = rules?.kind === 'jury' || rules?.kind === 'jury_live' ? rules.criteria : null;
  return own ?? category.criteria;
}

export function criterionName(contest: Contest, id: CriterionId, language: Language): string {
  const lists = [
    ...contest.categories.map((category) => category.criteria),
    ...contest.rounds.map((round) => ('criteria' in round.rules ? (round.rules.criteria ?? []) : [])),
  ];
  const criterion = lists.flat().find((known) => known.id === id);
  return criterion === undefined ? '' : inLanguage(criterion.name, language);
}

/** University or region: what tells two of the same name apart, and nothing personal. */
export function affiliation(nominee: Nominee | undefined, category: Category): string {
  const field = category.fields.find(({ type, pii }) => !pii && type.startsWith('ref:'));
  return field === undefined ? '' : (nominee?.fields[field.id] ?? '');
}

export const nomineeIn = (nominees: readonly Nominee[], id: NomineeId): Nominee | undefined =>
  nominees.find((nominee) => nominee.id === id);

/** «60 %» of the total; rounds that are added up say their factor. */
export function weightText(contest: Contest, weight: number, language: Language): string {
  return contest.rules.combination === 'sum'
    ? `× ${formatDecimal(String(weight / 10_000), language)}`
    : formatPercent(weight / 100, language);
}

/** «score of a juror (2), total (1)»; empty where nothing is rounded. */
export const roundedStages = (contest: Contest, t: Translate): string =>
  roundingApplied(contest.rules.aggregation)
    .map(([stage, digits]) => `${t(`setup:rounding.${stage}`)} (${t('setup:rounding.digits', { digits })})`)
    .join(', ');

/** The rule that put one above the other, as one sentence with its figures. */
export function separationText(separation: Separation, contest: Contest, t: Translate, language: Language): string {
  switch (separation.by) {
    case 'total':
      return t(
        isLowerBetter(separation) ? 'ranking:why.totalLower' : 'ranking:why.total',
        figures(separation, language),
      );
    case 'criterion':
      return t('ranking:why.criterion', {
        ...figures(separation, language),
        criterion: criterionName(contest, separation.criterion, language),
        round: roundName(contest, separation.round, language),
      });
    case 'median':
    case 'round_score': {
      const isLower = separation.by === 'round_score' && isLowerBetter(separation);
      return t(isLower ? 'ranking:why.roundScoreLower' : `ranking:why.${separation.by}`, {
        ...figures(separation, language),
        round: roundName(contest, separation.round, language),
      });
    }
    case 'places':
      return t(separation.place === 1 ? 'ranking:why.firstPlaces' : 'ranking:why.secondPlaces', {
        upper: separation.upper,
        lower: separation.lower,
        round: roundName(contest, separation.round, language),
      });
    case 'skating': {
      const { rule, place, upper, lower } = separation;
      return upper.count === lower.count
        ? t(`ranking:why.skating${rule}Sum`, {
            place,
            both: upper.count,
            ...figures({ upper: upper.sum, lower: lower.sum }, language),
          })
        : t(`ranking:why.skating${rule}`, { place, upper: upper.count, lower: lower.count });
    }
    case 'table_places':
      return t(separation.place === 1 ? 'ranking:why.firstInTables' : 'ranking:why.secondInTables', {
        upper: separation.upper,
        lower: separation.lower,
      });
    case 'open_vote':
    case 'casting_vote':
    case 'draw':
    case 'place_above':
      return t(`ranking:why.${separation.by}`, { reason: separation.reason });
    case 'nothing':
      return t('ranking:why.nothing');
  }
}

/** Places count downwards, points and votes upwards: the two figures tell, for they are written so that they differ. */
const isLowerBetter = ({ upper, lower }: Compared): boolean => Number(upper.text) < Number(lower.text);

type Compared = Extract<Separation, { readonly upper: { readonly text: string } }>;

function figures(
  { upper, lower }: Pick<Compared, 'upper' | 'lower'>,
  language: Language,
): { readonly upper: string; readonly lower: string } {
  return { upper: formatDecimal(upper.text, language), lower: formatDecimal(lower.text, language) };
}
