import { formatNumber } from '@shared/domain/format';
import { fullWeight, type Scale } from '@shared/model/criteria';
import type { Language } from '@shared/model/language';
import type { Translate } from '../../i18n';

/** «0–10, step 1»; nothing where there is no scale. */
export function scaleText(scale: Scale | null, language: Language, t: Translate): string {
  if (scale === null) return '';
  const shown = (figure: number) => formatNumber(figure, language);
  return t('setup:scale.short', { min: shown(scale.min), max: shown(scale.max), step: shown(scale.step) });
}

/** Percent with two decimals as whole basis points, kept inside what a weight can be. */
export function basisPoints(percent: number | null): number | null {
  return percent === null ? null : Math.max(0, Math.min(fullWeight, Math.round(percent * 100)));
}

export function isCount(figure: number | null): figure is number {
  return figure !== null && Number.isInteger(figure) && figure >= 1 && figure <= 10_000;
}
