import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';

/** The random 256-bit key K of a file. Everything else is derived from it; slots wrap it. */
const dataKeyBytes = 32;
export const newDataKey = (): Uint8Array => new Uint8Array(randomBytes(dataKeyBytes));

const derive = (key: Uint8Array, purpose: string) =>
  new Uint8Array(hkdfSync('sha256', key, new Uint8Array(0), purpose, 32));

/** HKDF-SHA-256(K, salt empty, info 'body'), 32 bytes: the raw SQLCipher key. */
export const bodyKey = (key: Uint8Array): Uint8Array => derive(key, 'body');

/** HMAC-SHA-256 over the raw header bytes under HKDF-SHA-256(K, salt empty, info 'header'). */
export const headerMac = (key: Uint8Array, header: Uint8Array): Uint8Array =>
  new Uint8Array(createHmac('sha256', derive(key, 'header')).update(header).digest());

export const headerIsGenuine = (key: Uint8Array, header: Uint8Array, mac: Uint8Array): boolean =>
  timingSafeEqual(headerMac(key, header), mac);
