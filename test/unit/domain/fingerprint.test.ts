import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { fingerprintQr, fingerprintText, isFingerprintOf } from '@shared/domain/fingerprint';

const sha256 = createHash('sha256').update('Таразы').digest('hex');
const other = createHash('sha256').update('Басқа').digest('hex');

test('printed it is eight groups of four, and the QR code holds the whole hash', () => {
  expect(fingerprintText(sha256)).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/);
  expect(fingerprintQr(sha256)).toBe(`TARAZY1:${sha256.toUpperCase()}`);
});

test('it is known again however it was typed, and by the scanned code', () => {
  const printed = fingerprintText(sha256);
  for (const typed of [printed, printed.toLowerCase(), printed.replaceAll('-', ''), printed.replaceAll('-', ' ')])
    expect(isFingerprintOf(typed, sha256)).toBe(true);
  expect(isFingerprintOf(` ${fingerprintQr(sha256)}\n`, sha256)).toBe(true);
});

test('another one, a part of it or anything else is not taken for it', () => {
  expect(isFingerprintOf(fingerprintText(other), sha256)).toBe(false);
  expect(isFingerprintOf(fingerprintQr(other), sha256)).toBe(false);
  expect(isFingerprintOf(fingerprintText(sha256).slice(0, -1), sha256)).toBe(false);
  expect(isFingerprintOf('', sha256)).toBe(false);
  expect(isFingerprintOf('TARAZY1:12', sha256)).toBe(false);
});
