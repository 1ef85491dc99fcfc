/** What is counted in the markup of a part, or of all parts together. */
export interface MarkupCounts {
  cells: number;
  rows: number;
  elements: number;
}

/** No element of an honest workbook lies so deep, and no text or tag of one is so long. */
const deepest = 1000;
const longestPiece = 1024 * 1024;

/**
 * Follows the markup of one part as it streams by, and keeps no more of it than an unfinished tag. It reads what is
 * well-formed as XML does (comments, quotes); whatever else there is, the parser behind it refuses.
 */
export class MarkupMeter {
  readonly #counts: MarkupCounts;
  /** Whether it had CDATA, whose text exceljs drops. */
  hasCdata = false;
  #rest = '';
  /** Characters of text since the last tag. */
  #run = 0;
  #depth = 0;

  /** `counts` goes on counting over several parts. */
  constructor(counts: MarkupCounts) {
    this.#counts = counts;
  }

  /** False: something is deeper or longer than in any honest part. */
  feed(chunk: string): boolean {
    const text = this.#rest + chunk;
    this.#rest = '';
    let at = 0;
    for (;;) {
      const start = text.indexOf('<', at);
      this.#run += (start === -1 ? text.length : start) - at;
      if (this.#run > longestPiece) return false;
      if (start === -1) return true;
      this.#run = 0;
      const end = endOfPiece(text, start);
      if ((end ?? text.length) - start > longestPiece) return false;
      if (end === null) {
        this.#rest = text.slice(start);
        return true;
      }
      this.#count(text, start, end);
      if (this.#depth > deepest) return false;
      at = end;
    }
  }

  #count(text: string, start: number, end: number): void {
    const first = text[start + 1];
    if (text.startsWith('<![', start)) this.hasCdata = true;
    if (first === '!' || first === '?') return;
    if (first === '/') {
      this.#depth -= 1;
      return;
    }
    this.#counts.elements += 1;
    if (text[end - 2] !== '/') this.#depth += 1;
    const name = /[^\s/>]*/y;
    name.lastIndex = start + 1;
    const found = name.exec(text)?.[0];
    if (found === 'c') this.#counts.cells += 1;
    if (found === 'row') this.#counts.rows += 1;
  }
}

/** Where the tag or comment that begins there ends; null: not in this text. */
function endOfPiece(text: string, start: number): number | null {
  for (const [opening, closing] of enclosed) {
    if (text.startsWith(opening, start)) return after(text, closing, start + opening.length);
    if (text.length - start < opening.length && opening.startsWith(text.slice(start))) return null;
  }
  const next = /[>"']/g;
  next.lastIndex = start;
  for (let found = next.exec(text); found !== null; found = next.exec(text)) {
    if (found[0] === '>') return next.lastIndex;
    const closed = after(text, found[0], next.lastIndex);
    if (closed === null) return null;
    next.lastIndex = closed;
  }
  return null;
}

const enclosed = [
  ['<!--', '-->'],
  ['<![', ']]>'],
  ['<?', '?>'],
] as const;

function after(text: string, what: string, from: number): number | null {
  const found = text.indexOf(what, from);
  return found === -1 ? null : found + what.length;
}
