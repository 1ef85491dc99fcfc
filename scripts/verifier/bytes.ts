import { createHash, createPublicKey, verify } from 'node:crypto';

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** Ed25519 over the domain, a zero byte and the bytes. A key that is none verifies nothing. */
export function isSigned(domain: string, bytes: Uint8Array, key: string, signature: Uint8Array): boolean {
  if (!/^[0-9a-f]{64}$/.test(key)) return false;
  const x = Buffer.from(key, 'hex').toString('base64url');
  const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  return verify(null, Buffer.concat([Buffer.from(`${domain}\0`), bytes]), publicKey, signature);
}

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The first `characters` × 5 bits of a hexadecimal text in Crockford's base32, in groups of four. */
function crockford(hex: string, characters: number): string {
  const bits = [...hex].map((digit) => Number.parseInt(digit, 16).toString(2).padStart(4, '0')).join('');
  const digits = Array.from(
    { length: characters },
    (_, i) => alphabet[Number.parseInt(bits.slice(i * 5, i * 5 + 5), 2)],
  );
  return digits.join('').replace(/(.{4})(?=.)/g, '$1-');
}

export const receiptOf = (hash: string): string => crockford(hash, 16);
export const fingerprintText = (hash: string): string => crockford(hash, 32);

const lookalike: Readonly<Record<string, string>> = {
  О: '0', O: '0', I: '1', L: '1', І: '1', А: 'A', В: 'B', Е: 'E', К: 'K', М: 'M', Н: 'H', Р: 'P', С: 'C', Т: 'T', Х: 'X', У: 'Y',
}; // prettier-ignore

/** What a person copied from paper, without spaces and dashes. */
const typed = (text: string): string =>
  [...text.toUpperCase().replace(/[\s-]/g, '')].map((c) => lookalike[c] ?? c).join('');

/** A code as it was issued, XXXX-XXXX-XXXX. */
export const codeOf = (text: string): string => typed(text).replace(/(.{4})(?=.)/g, '$1-');

/** Whether what stands on paper (32 characters) or in the QR code (`TARAZY1:` and 64 digits) is this fingerprint. */
export function isFingerprint(text: string, hash: string): boolean {
  const qr = /^\s*(?:TARAZY1:)?([0-9A-F]{64})\s*$/i.exec(text)?.[1];
  return qr === undefined ? typed(text) === fingerprintText(hash).replaceAll('-', '') : qr.toLowerCase() === hash;
}
