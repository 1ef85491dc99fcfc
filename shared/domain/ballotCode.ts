import { inGroups, readCrockford, toCrockford } from './crockford';

/** 60 bits: no guessing within the file's life, short enough for a telephone. */
export const ballotCodeCharacters = 12;
const receiptCharacters = 16;

/** The code of a package from random bytes (at least 8), `XXXX-XXXX-XXXX`. */
export function ballotCode(random: Uint8Array): string {
  return inGroups(toCrockford(random, ballotCodeCharacters));
}

/** A typed code in the form in which it was issued; null when it cannot be one, whatever the file. */
export function readBallotCode(typed: string): string | null {
  const code = readCrockford(typed, ballotCodeCharacters);
  return code === null ? null : inGroups(code);
}

/** The printed hash of a ballot: the first 80 bits of the SHA-256 of its signed content, `XXXX-XXXX-XXXX-XXXX`. */
export function receiptText(sha256: Uint8Array): string {
  return inGroups(toCrockford(sha256, receiptCharacters));
}
