import { formatDecimal } from '@shared/domain/format';
import type { Figure, StandingRow } from '@shared/model/standing';
import type { Language } from '@shared/model/language';

export const shown = (figure: Figure | null, language: Language): string =>
  figure === null ? '–' : formatDecimal(figure.text, language);

export const shownTotal = (row: StandingRow, language: Language): string => shown(row.total, language);

/** Sub-totals of the round that is shown; earlier rounds stand in columns of their own. */
export function ticksOf(row: StandingRow): readonly number[] {
  return (row.parts.at(-1)?.cells ?? []).flatMap(({ value }) => (value === null ? [] : [Number(value.text)]));
}
