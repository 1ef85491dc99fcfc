import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Preferences } from '@shared/model/snapshot';
import { languages } from '@shared/model/language';
import { lockTimes } from '@shared/model/lock';
import { themes } from '@shared/model/theme';

/** What the user has chosen for the whole program, in a small file in `folder`. */
export class PreferenceFile {
  readonly #file: string;
  #current: Preferences;

  /** A missing or unreadable file gives the defaults: these are no data worth a question. */
  constructor(folder: string, systemLocale: string) {
    this.#file = join(folder, 'preferences.json');
    this.#current = read(this.#file) ?? { language: firstLanguage(systemLocale), theme: 'system', ...lockingAtFirst };
  }

  get current(): Preferences {
    return this.#current;
  }

  /** @throws when the file cannot be written; the change holds for this session all the same. */
  change(change: Partial<Preferences>): Preferences {
    this.#current = { ...this.#current, ...change };
    const temp = `${this.#file}.new`;
    writeFileSync(temp, JSON.stringify(this.#current));
    renameSync(temp, this.#file);
    return this.#current;
  }
}

function read(file: string): Preferences | undefined {
  try {
    return preferencesIn(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

// By hand, as in windowPlace.ts: the window waits for these two files, and not for the schema library.
function preferencesIn(value: unknown): Preferences | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const kept: Partial<Record<keyof Preferences, unknown>> = value;
  const language = languages.find((each) => each === kept.language);
  const theme = themes.find((each) => each === kept.theme);
  if (language === undefined || theme === undefined) return undefined;
  // Earlier versions knew no lock: their file keeps what it says.
  const lockAfter = lockTimes.find((each) => each === kept.lockAfter) ?? lockingAtFirst.lockAfter;
  const lockOnSleep = typeof kept.lockOnSleep === 'boolean' ? kept.lockOnSleep : lockingAtFirst.lockOnSleep;
  return { language, theme, lockAfter, lockOnSleep };
}

const lockingAtFirst = { lockAfter: 15, lockOnSleep: true } as const;

/** Russian where the system speaks Russian; otherwise Kazakh. */
const firstLanguage = (locale: string): Preferences['language'] => (/^ru\b/i.test(locale) ? 'ru' : 'kk');
