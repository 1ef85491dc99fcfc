import { randomBytes } from 'node:crypto';
import { checkSymbol, decodeCrockford, encodeCrockford, normaliseCode } from './crockford';

/** 136 bits: 28 characters and a check symbol, printed as seven groups of four and the symbol. */
const secretBytes = 17;

export interface RecoveryCode {
  readonly secret: Uint8Array;
  /** As printed: `XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-C`. */
  readonly text: string;
}

export function newRecoveryCode(): RecoveryCode {
  const secret = new Uint8Array(randomBytes(secretBytes));
  const code = encodeCrockford(secret);
  return { secret, text: [...(code.match(/.{4}/g) ?? []), checkSymbol(code)].join('-') };
}

/**
 * What the user typed, read tolerantly: any case, O for 0, I or L for 1, spaces or hyphens anywhere or nowhere.
 * Null when it cannot be a recovery code: wrong length, a character outside the alphabet, or a wrong check symbol.
 */
export function parseRecoveryCode(text: string): Uint8Array | null {
  const typed = normaliseCode(text);
  const code = typed.slice(0, -1);
  const secret = decodeCrockford(code, secretBytes);
  return secret !== null && checkSymbol(code) === typed.slice(-1) ? secret : null;
}
