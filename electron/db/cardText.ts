import { marks, type Marks } from '@shared/model/card';

const comma = 44;
const zero = 48;
const open = 91;
const close = 93;
const lower = 110;

/**
 * Reads the cards of one entry as the database strings them together: `7[8,null,9]12[5,5,5]` are those of the jurors 7 and
 * 12. A contest may hold millions of marks, and one text of fifty cards is read in less time than fifty rows. What is
 * written plainly is read by hand; any other marks are left to the schema.
 * @throws where a juror's number or marks are none
 */
export function readCardText(text: string, each: (juror: number, marks: Marks) => void): void {
  let at = 0;
  while (at < text.length) {
    const end = numberEnd(text, at);
    if (end === at || text.charCodeAt(end) !== open) throw new Error('cards that are none');
    const juror = Number(text.slice(at, end));
    const plain = plainMarks(text, end + 1);
    if (plain !== null) {
      each(juror, plain.marks);
      at = plain.end;
    } else {
      const last = text.indexOf(']', end);
      each(juror, marks.parse(JSON.parse(text.slice(end, last + 1))));
      at = last + 1;
    }
  }
}

/** The marks that begin at `at`, after the bracket, and where they end; null where they are not written plainly. */
function plainMarks(text: string, at: number): { readonly marks: Marks; readonly end: number } | null {
  const read: (number | null)[] = [];
  let next = at;
  for (;;) {
    const code = text.charCodeAt(next);
    if (code === lower) {
      if (!text.startsWith('null', next)) return null;
      read.push(null);
      next += 4;
    } else {
      const end = numberEnd(text, next);
      // Up to 9,999 and without a leading zero: all that is written so is a mark.
      if (end === next || end - next > 4 || (code === zero && end - next > 1)) return null;
      let value = 0;
      for (; next < end; next += 1) value = value * 10 + text.charCodeAt(next) - zero;
      read.push(value);
    }
    const after = text.charCodeAt(next);
    next += 1;
    if (after === close) return read.length > 1000 ? null : { marks: read, end: next };
    if (after !== comma) return null;
  }
}

function numberEnd(text: string, from: number): number {
  let end = from;
  for (;;) {
    const digit = text.charCodeAt(end) - zero;
    // Past the end of the text it is NaN.
    if (!(digit >= 0 && digit <= 9)) return end;
    end += 1;
  }
}
