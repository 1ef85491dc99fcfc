/** Above this a text is no name nor reason any more, and no page can show it. */
const longest = 4000;

/**
 * A text as a document may hold it: XML knows no control characters but tab and line feed, and no half of a pair. What
 * is not allowed becomes a space or the sign for an unreadable character; what is endless ends with an ellipsis.
 */
export function printable(text: string): string {
  const clean = text
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/[\p{Cs}\uFFFE\uFFFF]/gu, '\uFFFD')
    .replace(/(?!\n)\p{Cc}/gu, ' ');
  return clean.length <= longest ? clean : `${clean.slice(0, longest).replace(/\p{Cs}$/u, '')}…`;
}
