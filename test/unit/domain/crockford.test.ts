import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromCrockford, inGroups, readCrockford, toCrockford } from '@shared/domain/crockford';

describe("Crockford's base 32", () => {
  it('writes five bits a sign, the first bit first', () => {
    // 00000 00001 00010 00011 00100 00101 00110 00111 are 0 to 7.
    const bytes = Uint8Array.of(0x00, 0x44, 0x32, 0x14, 0xc7);
    expect(toCrockford(bytes, 8)).toBe('01234567');
    expect(fromCrockford('01234567', 5)).toEqual(bytes);
  });

  it('gives back any bytes, whatever their number', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const padded = Uint8Array.of(...bytes, 0);
        const code = toCrockford(padded, Math.ceil((bytes.length * 8) / 5));
        expect(fromCrockford(code, bytes.length)).toEqual(bytes);
        expect(readCrockford(inGroups(code).toLowerCase(), code.length)).toBe(code);
      }),
    );
  });

  it('reads nothing from another length, another sign, or bits that no byte holds', () => {
    expect(fromCrockford('00', 1)).toEqual(Uint8Array.of(0));
    expect(fromCrockford('000', 1)).toBeNull();
    expect(fromCrockford('0U', 1)).toBeNull();
    expect(fromCrockford('U0', 1)).toBeNull();
    // Ten bits hold a byte and two zeros.
    expect(fromCrockford('04', 1)).toEqual(Uint8Array.of(1));
    expect(fromCrockford('05', 1)).toBeNull();
  });

  it('is not written from fewer bytes than its signs need', () => {
    expect(() => toCrockford(new Uint8Array(4), 7)).toThrow('too few bytes');
    expect(toCrockford(new Uint8Array(4), 6)).toBe('000000');
  });
});
