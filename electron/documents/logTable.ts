import Papa from 'papaparse';
import type { LogLine, LogTexts } from '@shared/model/log';
import type { Language } from '@shared/model/language';
import en from '../../resources/locales/en/log.json' with { type: 'json' };
import kk from '../../resources/locales/kk/log.json' with { type: 'json' };
import ru from '../../resources/locales/ru/log.json' with { type: 'json' };

const texts = { kk, ru, en } as const;

/** The library's own expression does not see a formula that has a line break in it. */
const likeFormula = /^[=+\-@\t\r]/;

/**
 * The log as a table that spreadsheet programs open (UTF-8 with its mark), in the interface's words. A text that begins
 * like a formula gets an apostrophe.
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
  return `\uFEFF${Papa.unparse([[...head, column.reason], ...rows], { escapeFormulae: likeFormula })}`;
}

const listed = (of: LogTexts | null): string =>
  Object.entries(of ?? {})
    .map(([name, value]) => `${name}: ${value}`)
    .join('; ');
