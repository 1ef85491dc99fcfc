import type { CallName } from '@shared/ipc/contract';
import type { LocalText } from '@shared/model/language';
import { excused, freeTexts, textsOf } from './fields';
import type { Tally } from '../lib/tally';

/** Shorter ones may have become harmless on the way into a field. */
const shortest = 20;

/** The strings of one contest in turn, and which fields of the contract have had one of them. */
export class Texts {
  readonly strings: readonly string[];
  readonly #filled = new Set<string>();
  #next = 0;

  constructor(strings: readonly string[]) {
    this.strings = strings;
  }

  /** How many texts were handed out. */
  get count(): number {
    return this.#next;
  }

  next(cap = 2000): string {
    const text = this.strings[this.#next % this.strings.length] ?? '';
    this.#next += 1;
    return text.slice(0, cap);
  }

  local(): LocalText {
    return { kk: this.next(), ru: this.next(), en: this.next() };
  }

  /** As a file or a sheet can be called. */
  name(cap: number): string {
    return asName(this.next()).slice(0, cap);
  }

  fileName(ending: string): string {
    return `${this.name(60)}.${ending}`;
  }

  /** Notes where the strings went. */
  sent(name: CallName, input: unknown): void {
    for (const [path, text] of textsOf(name, input)) if (this.#isOurs(text)) this.#filled.add(path);
  }

  #isOurs(text: string): boolean {
    const bare = asName(text);
    return this.strings
      .map(asName)
      .some((own) => own.startsWith(bare) && bare.length >= Math.min(shortest, own.length));
  }

  /** Every text of the contract is filled or excused, and no excuse is idle. */
  check(tally: Tally): void {
    for (const path of freeTexts)
      tally.check(this.#filled.has(path) || path in excused ? null : `${path} is neither filled nor excused`);
    for (const path of Object.keys(excused)) {
      if (!freeTexts.includes(path)) tally.found(`${path} is excused, and is no text of the contract`);
      if (this.#filled.has(path)) tally.found(`${path} is excused, and was filled`);
    }
  }
}

/** Without what no file and no sheet can have in its name. */
const asName = (text: string): string => text.replace(/[\u0000/\\:*?[\]']/gu, '').trim();
