import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ballotCode, readBallotCode, receiptText } from '@shared/domain/ballotCode';
import { canonicalRules } from '@shared/domain/ballotRules';
import { canonicalJson, type Json } from '@shared/domain/canonical';
import { newBallotCode } from '../../../electron/exchange/keys';
import { rulesHash } from '../../../electron/exchange/hashes';
import { categories } from './fixture';

describe('the code of a package', () => {
  it('holds 60 random bits in three groups without look-alikes', () => {
    expect(newBallotCode()).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
    expect(ballotCode(new Uint8Array(8).fill(255))).toBe('ZZZZ-ZZZZ-ZZZZ');
    expect(ballotCode(Uint8Array.of(0, 0x44, 0x32, 0x14, 0xc7, 0x42, 0x54, 0xb0))).toBe('0123-4567-89AB');
    expect(new Set(Array.from({ length: 200 }, newBallotCode)).size).toBe(200);
  });

  it.each([
    ['lower case', '7kq2-m9xa-04tz'],
    ['no dashes', '7KQ2M9XA04TZ'],
    ['spaces and long dashes', ' 7KQ2 — M9XA – 04TZ '],
    ['the letter O for zero', '7KQ2-M9XA-O4TZ'],
    ['a Russian layout', '7КQ2-М9ХА-О4ТZ'],
    ['small letters of a Russian layout', '7кq2-м9ха-о4тz'],
  ])('is read with %s', (_, typed) => {
    expect(readBallotCode(typed)).toBe('7KQ2-M9XA-04TZ');
  });

  it('reads I and L, Latin or Kazakh, as one', () => {
    expect(readBallotCode('ILІl-0000-0000')).toBe('1111-0000-0000');
  });

  it.each(['', '7KQ2-M9XA-04T', '7KQ2-M9XA-04TZZ', '7KQ2-M9XA-04TЖ', '7KQ2-M9XA-04TU'])('refuses %j', (typed) => {
    expect(readBallotCode(typed)).toBeNull();
  });

  it('survives being read back, whatever was drawn', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), (random) => {
        const issued = ballotCode(random);
        expect(readBallotCode(issued.toLowerCase().replaceAll('-', ' '))).toBe(issued);
      }),
    );
  });
});

it('prints 80 bits of a hash as a receipt', () => {
  expect(receiptText(new Uint8Array(32).fill(255))).toBe('ZZZZ-ZZZZ-ZZZZ-ZZZZ');
});

describe('canonical JSON', () => {
  it('sorts members, drops white space and normalises text', () => {
    const decomposed = '\u0438\u0306';
    expect(canonicalJson({ b: [1, 'x', null], a: { z: true, [decomposed]: decomposed } })).toBe(
      '{"a":{"z":true,"й":"й"},"b":[1,"x",null]}',
    );
    expect(canonicalJson(-0)).toBe('0');
  });

  it('does not depend on the order in which members were written', () => {
    const value = fc.dictionary(fc.string(), fc.jsonValue());
    fc.assert(
      fc.property(value, (object) => {
        const names = Object.keys(object).map((k) => k.normalize('NFC'));
        fc.pre(new Set(names).size === names.length);
        const reversed = Object.fromEntries(Object.entries(object).toReversed());
        expect(canonicalJson(reversed as Json)).toBe(canonicalJson(object as Json));
      }),
    );
  });

  it('refuses what has no single text', () => {
    expect(() => canonicalJson(Number.NaN)).toThrow();
    expect(() => canonicalJson({ '\u0439': 1, '\u0438\u0306': 2 })).toThrow();
  });
});

describe('the rules hash', () => {
  it('is the SHA-256 of the canonical rules', () => {
    expect(canonicalRules(2, categories.slice(1))).toBe(
      '{"categories":[{"criteria":[{"id":21,"scale":{"max":10,"min":0,"step":1},"weight":10000}],"id":2}],"round":2}',
    );
    expect(rulesHash(2, categories)).toMatch(/^[0-9a-f]{64}$/);
  });

  it('does not depend on order or wording', () => {
    const reworded = categories
      .map((c) => ({
        ...c,
        name: { kk: 'Басқа', ru: '', en: '' },
        criteria: c.criteria.map((k) => ({ ...k, hint: { kk: 'Кеңес', ru: '', en: '' } })).toReversed(),
      }))
      .toReversed();
    expect(rulesHash(2, reworded)).toBe(rulesHash(2, categories));
  });

  it('changes with the round, a weight, a scale, a criterion', () => {
    const changed = (change: object) =>
      rulesHash(
        2,
        categories.map((c) => ({ ...c, criteria: c.criteria.map((k) => (k.id === 11 ? { ...k, ...change } : k)) })),
      );
    const hashes = [
      rulesHash(2, categories),
      rulesHash(3, categories),
      changed({ weight: 5999 }),
      changed({ scale: { min: 0, max: 10, step: 0.5 } }),
      changed({ id: 19 }),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});
