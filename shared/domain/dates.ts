/**
 * Dates as people write them in a registration sheet. Only what can be read in one way becomes an ISO day: ISO itself,
 * day.month.year with dots and a four-digit year (also with «г.», «ж.»), and slashes where the day is above 12 or
 * equals the month. Two-digit years, words, years alone and spreadsheet serials are left to a person.
 */
export function readDay(text: string): string | null {
  const clean = text.trim().replace(/\s*(г|ж|года|год|жыл)\.?$/u, '');
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?Z?)?$/.exec(clean);
  if (iso) return isoDayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(clean);
  if (dotted) return isoDayOf(Number(dotted[3]), Number(dotted[2]), Number(dotted[1]));
  const slashed = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(clean);
  if (slashed) {
    const [first, second, year] = [Number(slashed[1]), Number(slashed[2]), Number(slashed[3])];
    if (first > 12 || first === second) return isoDayOf(year, second, first);
    if (second > 12) return isoDayOf(year, first, second);
  }
  return null;
}

/** ISO day, or null where the calendar has no such day or the year is outside 1900–2100. */
function isoDayOf(year: number, month: number, day: number): string | null {
  if (year < 1900 || year > 2100 || month < 1 || month > 12 || day < 1) return null;
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** `2026-11-22` → `22.11.2026`; anything else as it is. */
export function showDay(isoDay: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(isoDay);
  return parts ? `${parts[3]}.${parts[2]}.${parts[1]}` : isoDay;
}
