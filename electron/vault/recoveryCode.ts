import { randomBytes } from 'node:crypto';
import { checkSymbol, fromCrockford, inGroups, meantSigns, toCrockford } from '@shared/domain/crockford';

/** 136 bits: 28 characters and a check symbol, printed as seven groups of four and the symbol. */
const secretBytes = 17;
const characters = Math.ceil((secretBytes * 8) / 5);

export interface RecoveryCode {
  readonly secret: Uint8Array;
  /** As printed: `XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-C`. */
  readonly text: string;
}

export function newRecoveryCode(): RecoveryCode {
  const secret = new Uint8Array(randomBytes(secretBytes));
  // One more byte, of zeros, fills the last character.
  const code = toCrockford(new Uint8Array([...secret, 0]), characters);
  return { secret, text: `${inGroups(code)}-${checkSymbol(code)}` };
}

/**
 * What the user typed, read tolerantly: any case, look-alikes of every keyboard layout, spaces or hyphens anywhere or nowhere.
 * Null when it cannot be a recovery code: wrong length, a character outside the alphabet, or a wrong check symbol.
 */
export function parseRecoveryCode(text: string): Uint8Array | null {
  const typed = meantSigns(text);
  const code = typed.slice(0, -1);
  const secret = fromCrockford(code, secretBytes);
  return secret !== null && checkSymbol(code) === typed.slice(-1) ? secret : null;
}
