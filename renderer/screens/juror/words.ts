import { formatNumber, formatPercent, formatRecent } from '@shared/domain/format';
import type { BallotCriterion } from '@shared/model/ballot';
import type { Scale } from '@shared/model/criteria';
import { inLanguage, type Language } from '@shared/model/language';
import type { Translate } from '../../i18n';
import type { BallotText } from '../../stores/ballot';

/** «Jana Béles 2026»: many titles carry their year already. */
export function contestName({ title, edition }: BallotText['contest'], language: Language): string {
  const name = inLanguage(title, language);
  return edition === '' || name.includes(edition) ? name : `${name} ${edition}`;
}

/** «14:32» today, else the day. */
export const savedTime = (instant: string): string => formatRecent(new Date(instant), new Date());

/** «25 %» from hundredths of a percent. */
export const weightText = (criterion: BallotCriterion, language: Language): string =>
  formatPercent(criterion.weight / 100, language);

/** «0–10», a single value when both ends are the same. */
export function rangeText(from: number, to: number, language: Language): string {
  const [low, high] = [formatNumber(from, language), formatNumber(to, language)];
  return from === to ? low : `${low}–${high}`;
}

export const scaleText = ({ min, max, step }: Scale, t: Translate, language: Language): string =>
  t('juror:scale', {
    min: formatNumber(min, language),
    max: formatNumber(max, language),
    step: formatNumber(step, language),
  });
