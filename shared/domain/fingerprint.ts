import { inGroups, readCrockford, toCrockford } from './crockford';

/** 160 bits on paper: eight groups of four. The QR code carries all 256. */
const printedCharacters = 32;

/** What a seal is known by: the SHA-256 of its manifest, `XXXX-XXXX-…`, the first 160 bits. */
export const fingerprintText = (sha256: string): string => inGroups(toCrockford(bytesOf(sha256), printedCharacters));

/** The text of the QR code: whoever scans it has the whole hash. In capitals, which a QR code holds in less room. */
export const fingerprintQr = (sha256: string): string => `TARAZY1:${sha256.toUpperCase()}`;

/** Whether what somebody typed or scanned from paper is this seal's fingerprint. */
export function isFingerprintOf(typed: string, sha256: string): boolean {
  const scanned = /^TARAZY1:([0-9a-f]{64})$/i.exec(typed.trim());
  if (scanned) return scanned[1]?.toLowerCase() === sha256;
  const read = readCrockford(typed, printedCharacters);
  return read !== null && inGroups(read) === fingerprintText(sha256);
}

const bytesOf = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
