/**
 * Reads a figure as people write it here: comma or point before the decimals, ordinary or no-break spaces between
 * groups. Null when it is not a figure (also for an empty text).
 */
export function parseFigure(text: string): number | null {
  const compact = text.replaceAll(/[\s\u00A0\u202F]/g, '').replace(',', '.');
  return /^[-−]?\d+(\.\d*)?$/.test(compact) ? Number(compact.replace('−', '-')) : null;
}
