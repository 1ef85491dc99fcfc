import Papa from 'papaparse';
import type { LogLine, LogTexts } from '@shared/model/log';
import type { Language } from '@shared/model/language';
import en from '../../resources/locales/en/log.json' with { type: 'json' };
import kk from '../../resources/locales/kk/log.json' with { type: 'json' };
import ru from '../../resources/locales/ru/log.json' with { type: 'json' };

const texts = { kk, ru, en } as const;

/**
 * Where the system's language separates by semicolons, a program takes the commas for text and sees no quotes after
 * them: cells of its own begin at the start, after a semicolon and after a line's end.
 */
const likeFormula = /(^|\r\n|[\r\n;])(?=[^\S\r\n]*[=+\-@])|^(?=[\t\r])/g;
const guarded = (text: string): string => text.replace(likeFormula, "$1'");

/**
 * The log as a table that spreadsheet programs open (UTF-8 with its mark), in the interface's words. What a program
 * might take for a formula gets an apostrophe before it; every cell stands in quotes.
 */
export function logCsv(lines: readonly LogLine[], language: Language): string {
  const words = texts[language];
  const rows = lines.map((line) => [
    String(line.seq),
    line.at,
    line.who === null ? '' : words.who[line.who],
    words[line.action],
    listed(line.details),
    listed(line.before),
    listed(line.after),
    line.reason,
  ]);
  const { column } = words;
  const head = [column.seq, column.at, column.who, column.action, column.details, column.before, column.after];
  const cells = [[...head, column.reason], ...rows].map((row) => row.map(guarded));
  return `\uFEFF${Papa.unparse(cells, { quotes: true })}`;
}

const listed = (of: LogTexts | null): string =>
  Object.entries(of ?? {})
    .map(([name, value]) => `${name}: ${value}`)
    .join('; ');
