import { describe, expect, it } from 'vitest';
import { hex, rulesHash, sha256 } from '../../../electron/exchange/hashes';
import type { BallotCategory } from '@shared/model/ballot';
import { newSigningKeys } from '../../../electron/exchange/keys';
import { openPackage, packageContent, readPackageContent, sealPackage } from '../../../electron/exchange/package';
import { writeSignedJson } from '../../../electron/exchange/signedJson';
import {
  code,
  failureOf,
  flipped,
  heavy,
  manifestOf,
  must,
  newContest,
  sealed,
  workFactor,
  type Contest,
} from './fixture';

const contest = await newContest();
const file = await sealed(contest);

const open = (bytes: Uint8Array, typed = code) => openPackage(bytes, typed, 'Айгүл.tballot', heavy);
const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const signed = (value: unknown, rest: readonly Uint8Array[] = []) =>
  writeSignedJson('package', json(value), contest.keys.secret, rest);

/** The manifest with the rules hash that belongs to its categories: what is wrong with it is something else. */
const withItsRules = (manifest: object): object =>
  'categories' in manifest
    ? { ...manifest, rulesHash: rulesHash(2, manifest.categories as BallotCategory[]) }
    : manifest;

describe('a package', () => {
  it('opens with its code, and holds the manifest as it was signed', async () => {
    const opened = must(await open(file, code.toLowerCase()));
    expect(opened.manifest).toEqual(contest.manifest);
    expect(JSON.parse(new TextDecoder().decode(opened.manifestBytes))).toEqual(contest.manifest);
    expect(opened.attachments).toEqual([]);
  });

  it('carries attachments in the manifest’s order, byte for byte', async () => {
    const first = new TextEncoder().encode('%PDF-1.7 портфолио');
    const second = new Uint8Array(70_000).map((_, i) => i);
    const attachments = [first, new Uint8Array(0), second].map((bytes, i) => ({
      name: `${i}.pdf`,
      length: bytes.length,
      sha256: hex(sha256(bytes)),
    }));
    const manifest = manifestOf(contest.keys, contest.age, { attachments });
    const opened = must(await open(await sealed({ ...contest, manifest }, [first, new Uint8Array(0), second])));
    expect(opened.attachments.map((a) => hex(a))).toEqual([first, new Uint8Array(0), second].map(hex));
  });

  it('shows nothing of a name in the file', () => {
    expect(Buffer.from(file).includes('Ахметова')).toBe(false);
    expect(Buffer.from(file).toString('latin1')).toMatch(/^age-encryption\.org\/v1\n-> scrypt /);
  });

  it('does not open with another code, or with none', async () => {
    expect(failureOf(await open(file, '7KQ2-M9XA-04TY')).code).toBe('wrong-secret');
    expect(failureOf(await open(file, '123456')).code).toBe('wrong-secret');
    expect(failureOf(await open(file, '')).code).toBe('wrong-secret');
  });

  it('is refused when it is cut short, lengthened or is something else', async () => {
    for (const length of [0, 1, 21, 22, 100, 200, file.length - 1])
      expect((await open(file.subarray(0, length))).ok, `cut to ${length}`).toBe(false);
    expect((await open(Buffer.concat([file, Buffer.from([0])]))).ok).toBe(false);
    expect(failureOf(await open(Buffer.from('PK not a package'))).code).toBe('not-this-kind');
    const returned = await heavy.ageEncryptTo(contest.age.recipient, new Uint8Array(10));
    expect(failureOf(await open(returned)).code).toBe('not-this-kind');
  });

  it('is refused unread when it asks for more work than any of ours', async () => {
    const greedy = Buffer.from(file)
      .toString('latin1')
      .replace(/(scrypt \S+) \d+/, '$1 20');
    expect(failureOf(await open(Buffer.from(greedy, 'latin1'))).code).toBe('not-this-kind');
  });

  it('is refused when any byte of the file has changed', async () => {
    const accepted: number[] = [];
    for (let at = 0; at < file.length; at += at < 220 ? 3 : 97)
      if ((await open(flipped(file, at))).ok) accepted.push(at);
    expect(accepted).toEqual([]);
  });
});

describe('the content of a package', () => {
  it('is refused when any byte of it has changed', () => {
    const content = packageContent(contest.manifest, contest.keys.secret);
    const accepted: number[] = [];
    for (let at = 0; at < content.length; at += 1)
      if (readPackageContent(flipped(content, at), 'x').ok) accepted.push(at);
    expect(accepted).toEqual([]);
  });

  it.each([
    ['signed by somebody else', () => packageContent({ ...contest.manifest }, newSigningKeys().secret)],
    [
      'with another rules hash',
      () => packageContent({ ...contest.manifest, rulesHash: 'a'.repeat(64) }, contest.keys.secret),
    ],
  ])('%s is never written', (_, write) => {
    expect(write).toThrow('cannot be read back');
  });

  it.each([
    ['not an object', []],
    ['without a manifest', { format: 1 }],
    ['with a value of another type', (m: object) => ({ ...m, revision: '1' })],
    ['with a category twice', (m: Contest['manifest']) => ({ ...m, categories: [...m.categories, ...m.categories] })],
    ['with a criterion that weighs differently in two categories', (m: Contest['manifest']) => sharing(m, 1)],
    [
      'with a criterion twice in one category',
      (m: Contest['manifest']) => ({
        ...m,
        categories: m.categories.map((c) => ({ ...c, criteria: [...c.criteria, ...c.criteria] })),
      }),
    ],
    [
      'with an entry in no category',
      (m: Contest['manifest']) => ({ ...m, entries: m.entries.map((e) => ({ ...e, category: 9 })) }),
    ],
    ['with one entry twice', (m: Contest['manifest']) => ({ ...m, entries: [...m.entries, ...m.entries] })],
    [
      'with a scale that does not come out even',
      (m: Contest['manifest']) => ({
        ...m,
        categories: m.categories.map((c) => ({
          ...c,
          criteria: c.criteria.map((k) => ({ ...k, scale: { min: 0, max: 10, step: 3.3333333 } })),
        })),
      }),
    ],
  ])('%s is refused, though its signature is right', (_, make) => {
    const value = typeof make === 'function' ? withItsRules(make(contest.manifest)) : make;
    expect(failureOf(readPackageContent(signed(value), 'x')).code).toBe('altered');
  });

  it("with a round's own criteria in every category is read", () => {
    expect(readPackageContent(signed(withItsRules(sharing(contest.manifest, 0))), 'x').ok).toBe(true);
  });

  it('of a later format is told as such', () => {
    expect(failureOf(readPackageContent(signed({ format: 2, anything: true }), 'x')).code).toBe('newer-format');
  });

  it('with attachments that are missing, swapped, too many or altered is refused', () => {
    const [a, b] = [Buffer.from('first'), Buffer.from('other')];
    const attachments = [a, b].map((bytes, i) => ({ name: `${i}`, length: bytes.length, sha256: hex(sha256(bytes)) }));
    const manifest = manifestOf(contest.keys, contest.age, { attachments });
    expect(readPackageContent(signed(manifest, [a, b]), 'x').ok).toBe(true);
    for (const rest of [[], [a], [b, a], [a, b, a], [a, flipped(b, 0)]])
      expect(failureOf(readPackageContent(signed(manifest, rest), 'x')).code).toBe('altered');
  });

  it('that promises more than it holds is refused before anything is parsed', () => {
    expect(readPackageContent(Uint8Array.of(255, 255, 255, 255, 1, 2, 3), 'x').ok).toBe(false);
    expect(readPackageContent(new Uint8Array(0), 'x').ok).toBe(false);
    expect(
      readPackageContent(writeSignedJson('package', Buffer.alloc(500_000, '['), contest.keys.secret), 'x').ok,
    ).toBe(false);
  });

  it('signed as something else is refused', () => {
    const content = writeSignedJson('ballot', json(contest.manifest), contest.keys.secret);
    expect(failureOf(readPackageContent(content, 'x')).code).toBe('altered');
  });
});

it('is sealed only under a code as it was issued', () => {
  expect(() => sealPackage(new Uint8Array(1), '7kq2m9xa04tz', heavy, workFactor)).toThrow();
});

/** Every category marked by the criteria of the first, in each heavier by `more`. */
function sharing(manifest: Contest['manifest'], more: number): Contest['manifest'] {
  const own = manifest.categories[0]?.criteria ?? [];
  const heavier = (by: number) => own.map((k) => ({ ...k, weight: k.weight + by }));
  return { ...manifest, categories: manifest.categories.map((c, i) => ({ ...c, criteria: heavier(i * more) })) };
}
