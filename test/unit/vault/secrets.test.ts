import { describe, expect, it } from 'vitest';
import { fromCrockford, meantSigns, toCrockford } from '@shared/domain/crockford';
import { newRecoveryCode, parseRecoveryCode } from '../../../electron/vault/recoveryCode';
import { makeSlot, openSlot } from '../../../electron/vault/slotCrypto';
import { passwordCostHere, passwordCosts, slotSchema } from '../../../electron/vault/slots';
import { cheap } from './fixture';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

describe('a recovery code', () => {
  it('has at least 130 bits and is printed in groups with a check symbol', () => {
    const code = newRecoveryCode();
    expect(code.secret.length * 8).toBeGreaterThanOrEqual(130);
    expect(code.text).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z*~$=U]$/);
    expect(newRecoveryCode().text).not.toBe(code.text);
  });

  it('is refused with any single character wrong, and with any two neighbours swapped', () => {
    for (let round = 0; round < 20; round++) {
      const { text, secret } = newRecoveryCode();
      const plain = text.replaceAll('-', '');
      expect(parseRecoveryCode(plain)).toEqual(secret);
      for (let at = 0; at < plain.length - 1; at++) {
        for (const other of alphabet) {
          if (other === plain[at]) continue;
          expect(parseRecoveryCode(plain.slice(0, at) + other + plain.slice(at + 1))).toBeNull();
        }
        const swapped = plain.slice(0, at) + plain.charAt(at + 1) + plain.charAt(at) + plain.slice(at + 2);
        if (swapped !== plain) expect(parseRecoveryCode(swapped)).toBeNull();
      }
    }
  });

  it('is read as people write it', () => {
    const { text, secret } = newRecoveryCode();
    expect(parseRecoveryCode(`  ${text.toLowerCase().replaceAll('-', ' – ')} `)).toEqual(secret);
    expect(parseRecoveryCode(text.replaceAll('0', 'O').replaceAll('1', 'I'))).toEqual(secret);
    expect(parseRecoveryCode('')).toBeNull();
    expect(parseRecoveryCode(text.slice(0, -2))).toBeNull();
    expect(parseRecoveryCode(`${text}0`)).toBeNull();
  });

  it('encodes every length back to the same bytes', () => {
    for (let length = 0; length < 40; length++) {
      const bytes = Uint8Array.from({ length }, (_, i) => (i * 73 + length * 11) & 255);
      const code = toCrockford(new Uint8Array([...bytes, 0]), Math.ceil((length * 8) / 5));
      expect(fromCrockford(code, length)).toEqual(bytes);
    }
    expect(toCrockford(new Uint8Array([0xff, 0]), 2)).toBe('ZW');
    expect(fromCrockford('ZX', 1)).toBeNull();
    expect(meantSigns('o0-iL l1 u')).toBe('001111U');
  });
});

describe('a slot', () => {
  const key = Uint8Array.from({ length: 32 }, (_, i) => i);
  const secret = { kind: 'password', text: 'Құпия' } as const;

  it('gives the key back for its secret in its own file only', async () => {
    const slot = await makeSlot({ fileId: 'a', role: 'secretary', secret, cost: cheap, key });
    expect(slotSchema.safeParse(slot).success).toBe(true);
    expect(await openSlot({ fileId: 'a', slot, secret })).toEqual(key);
    expect(await openSlot({ fileId: 'b', slot, secret })).toBeNull();
    expect(await openSlot({ fileId: 'a', slot, secret: { ...secret, text: 'құпия' } })).toBeNull();
    expect(JSON.stringify(slot)).not.toContain(Buffer.from(key).toString('hex'));
  });

  it('is never the same twice', async () => {
    const [one, other] = await Promise.all(
      [1, 2].map(() => makeSlot({ fileId: 'a', role: 'secretary', secret, cost: cheap, key })),
    );
    expect(one?.salt).not.toBe(other?.salt);
    expect(one?.wrapped).not.toBe(other?.wrapped);
  });

  it('costs 256 MiB and three passes, less memory and more passes on a small machine', () => {
    expect(passwordCostHere(16 * 2 ** 30)).toEqual({ name: 'argon2id', memoryKiB: 262_144, passes: 3 });
    expect(passwordCostHere(2 * 2 ** 30)).toEqual(passwordCosts.small);
    const slot = { id: '00'.repeat(8), role: 'chair', salt: '00'.repeat(16), nonce: '00'.repeat(24) };
    for (const kdf of Object.values(passwordCosts)) {
      expect(slotSchema.safeParse({ ...slot, kdf, wrapped: '00'.repeat(48) }).success).toBe(true);
    }
  });
});
