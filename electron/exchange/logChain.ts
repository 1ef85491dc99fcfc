import { fromHex, hex, sha256 } from './hashes';

/** The log outside the database: its lines as they were hashed, one after the other, each ended by a line feed. */

const genesis = '0'.repeat(64);

export const logBytes = (lines: readonly string[]): Uint8Array =>
  new TextEncoder().encode(lines.map((line) => `${line}\n`).join(''));

/** The lines, and the head of the chain over them; null when a line is not UTF-8 or the last one is cut off. */
export function readLogBytes(bytes: Uint8Array): { readonly lines: readonly string[]; readonly head: string } | null {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
  if (text !== '' && !text.endsWith('\n')) return null;
  const lines = text.split('\n').slice(0, -1);
  let head = genesis;
  for (const line of lines) head = hex(sha256(Buffer.concat([fromHex(head), Buffer.from(line, 'utf8')])));
  return { lines, head };
}
