import { createHash } from 'node:crypto';
import { canonicalRules, type MarkedCategory } from '@shared/domain/ballotRules';

export const sha256 = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash('sha256').update(bytes).digest());

export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
export const fromHex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'));

/** SHA-256, hex, of what a juror's marks depend on (see canonicalRules). */
export const rulesHash = (roundId: number, categories: readonly MarkedCategory[]): string =>
  hex(sha256(new TextEncoder().encode(canonicalRules(roundId, categories))));
