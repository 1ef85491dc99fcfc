import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RefusalReason, ReturnedBallot } from '@shared/model/ballot';
import { contestId, packageId } from '@shared/model/ids';
import { newSigningKeys, signatureBytes } from '../../../electron/exchange/keys';
import { openReturned, writeReturned } from '../../../electron/exchange/returned';
import { issuedPackage, judgeBallot, readBallot } from '../../../electron/exchange/verdict';
import { writeSignedJson } from '../../../electron/exchange/signedJson';
import { ballotOf, contentOf, failureOf, flipped, heavy, must, newContest, rulesOf, sealed } from './fixture';

const contest = await newContest();
const juror = newSigningKeys();

const ballot = (change: Partial<ReturnedBallot> = {}) => ballotOf(contest.manifest, juror, change);
const judge = (change: Partial<ReturnedBallot>, rules = rulesOf(contest.manifest)) =>
  judgeBallot(contentOf(ballot(change), juror), rules);
const reasonOf = (...args: Parameters<typeof judge>): RefusalReason => failureOf(judge(...args)).reason;
const cards = (change: (cards: ReturnedBallot['cards']) => unknown): Partial<ReturnedBallot> => ({
  cards: change(ballot().cards) as ReturnedBallot['cards'],
});
const withMarks = (marks: unknown) => cards(([first, ...rest]) => [{ ...first, marks }, ...rest]);

describe('a returned ballot on its way', () => {
  it('comes back as it was signed, for the contest alone', async () => {
    const content = contentOf(ballot(), juror);
    const file = await heavy.ageEncryptTo(contest.age.recipient, content);
    expect(Buffer.from(must(await openReturned(file, contest.age.identity, heavy))).equals(content)).toBe(true);
    const other = await heavy.ageNewKeyPair();
    expect(failureOf(await openReturned(file, other.identity, heavy))).toBe('unreadable');
  });

  it('is told apart from a package and from anything else', async () => {
    const { identity } = contest.age;
    expect(failureOf(await openReturned(await sealed(contest), identity, heavy))).toBe('not_a_ballot');
    expect(failureOf(await openReturned(new Uint8Array(0), identity, heavy))).toBe('not_a_ballot');
    expect(failureOf(await openReturned(Buffer.from('PK\u0003\u0004'), identity, heavy))).toBe('not_a_ballot');
  });

  it('is refused when any byte of the file has changed', async () => {
    const file = await heavy.ageEncryptTo(contest.age.recipient, contentOf(ballot(), juror));
    for (let at = 0; at < file.length; at += 7)
      expect((await openReturned(flipped(file, at), contest.age.identity, heavy)).ok, `byte ${at}`).toBe(false);
  });
});

describe('the verdict on a ballot', () => {
  it('accepts a genuine one, with marks as steps above the minimum', () => {
    const accepted = must(judge({}));
    expect(accepted).toMatchObject({ jurorId: 5, roundId: 2, sequence: 1, packageId: contest.manifest.packageId });
    expect(accepted.cards.map((c) => c.marks.map((m) => m.step))).toEqual([[8, 7], [0, 0], [10]]);
    expect(accepted.receipt).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
    expect(accepted.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('gives the same hash to the same ballot and another to any other', () => {
    expect(must(judge({})).hash).toBe(must(judge({})).hash);
    expect(must(judge({ sequence: 2 })).hash).not.toBe(must(judge({})).hash);
    expect(must(judge({})).receipt).toBe(writeReturned(ballot(), juror.secret).receipt);
  });

  it('accepts blanks, comments and recusals', () => {
    const accepted = must(
      judge(
        cards(([first, second, third]) => [
          { ...first, marks: [], comment: 'Материалдар ашылмады' },
          { ...second, marks: [], recusal: { ground: 'family', note: 'інім' } },
          third,
        ]),
      ),
    );
    expect(accepted.cards[0]).toMatchObject({ marks: [], comment: 'Материалдар ашылмады', recusal: null });
    expect(accepted.cards[1]?.recusal).toEqual({ ground: 'family', note: 'інім' });
    expect(must(judge(cards((all) => all.slice(1)))).cards).toHaveLength(2);
  });

  it('accepts a ballot begun on another computer: that is for the set to judge', () => {
    const other = newSigningKeys();
    const accepted = must(judgeBallot(contentOf(ballotOf(contest.manifest, other), other), rulesOf(contest.manifest)));
    expect(accepted.jurorKey).not.toBe(must(judge({})).jurorKey);
  });

  it('refuses what belongs to another contest, package or revision, and says which', () => {
    const manifest = contest.manifest;
    expect(reasonOf({ contestId: contestId.parse('00000000-0000-4000-8000-000000000000') })).toBe('wrong_contest');
    expect(reasonOf({ packageId: packageId.parse('00000000-0000-4000-8000-000000000000') })).toBe('unknown_package');
    expect(reasonOf({}, rulesOf(manifest, { find: () => issuedPackage(manifest, true) }))).toBe('old_revision');
    expect(failureOf(judge({}, rulesOf(manifest, { find: () => issuedPackage(manifest, true) }))).jurorId).toBe(5);
  });

  it('refuses marks made under other rules', () => {
    expect(reasonOf({ rulesHash: 'b'.repeat(64) })).toBe('rules_changed');
    expect(reasonOf({}, rulesOf(contest.manifest, { currentRules: () => 'b'.repeat(64) }))).toBe('rules_changed');
  });

  it('refuses a signature by another key', () => {
    const forged = contentOf(ballot(), newSigningKeys());
    expect(failureOf(judgeBallot(forged, rulesOf(contest.manifest))).reason).toBe('bad_signature');
  });

  it('refuses a package’s signature on a ballot', () => {
    const json = new TextEncoder().encode(JSON.stringify(ballot()));
    const content = writeSignedJson('package', json, juror.secret);
    expect(failureOf(judgeBallot(content, rulesOf(contest.manifest))).reason).toBe('bad_signature');
  });

  it.each([
    ['a value above the scale', withMarks([{ criterion: 11, value: 11 }])],
    ['a value below the scale', withMarks([{ criterion: 12, value: 0.5 }])],
    ['a value between two steps', withMarks([{ criterion: 11, value: 7.5 }])],
    ['a value that misses a step by a hair', withMarks([{ criterion: 12, value: 4.500000000000001 }])],
    ['a criterion of another category', withMarks([{ criterion: 21, value: 5 }])],
    ['an unknown criterion', withMarks([{ criterion: 99, value: 5 }])],
    [
      'one criterion twice',
      withMarks([
        { criterion: 11, value: 5 },
        { criterion: 11, value: 5 },
      ]),
    ],
    ['an unknown entry', cards(([first, ...rest]) => [{ ...first, entry: 999 }, ...rest])],
    ['one entry twice', cards((all) => [...all, ...all])],
    [
      'marks on a recused card',
      cards(([first, ...rest]) => [{ ...first, recusal: { ground: 'paid', note: '' } }, ...rest]),
    ],
    ['another juror', { jurorId: 6 }],
    ['another round', { roundId: 3 }],
    ['another revision', { revision: 2 }],
    ['a sequence number beyond belief', { sequence: 10_000 }],
  ])('refuses %s', (_, change) => {
    expect(reasonOf(change)).toBe('content_outside_rules');
  });

  it('refuses what is not a ballot, a later format as such', () => {
    const rules = rulesOf(contest.manifest);
    const of = (json: string) =>
      failureOf(judgeBallot(writeSignedJson('ballot', Buffer.from(json), juror.secret), rules));
    for (const json of ['', '{', 'null', '[]', '{"format":1}', JSON.stringify({ ...ballot(), cards: {} })])
      expect(of(json).reason).toBe('not_a_ballot');
    expect(of(JSON.stringify({ ...ballot(), format: 2 })).reason).toBe('newer_format');
    expect(failureOf(judgeBallot(Buffer.from([1, 2]), rules)).reason).toBe('not_a_ballot');
  });

  it('refuses every content in which one byte has changed, and anything random', () => {
    const content = contentOf(ballot(), juror);
    const rules = rulesOf(contest.manifest);
    for (let at = 0; at < content.length; at += 1)
      expect(judgeBallot(flipped(content, at), rules).ok, `byte ${at}`).toBe(false);
    for (const cut of [content.length - 1, content.length - signatureBytes, 3])
      expect(judgeBallot(content.subarray(0, cut), rules).ok).toBe(false);
    expect(judgeBallot(Buffer.concat([content, Buffer.from([0])]), rules).ok).toBe(false);
    fc.assert(fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => !judgeBallot(bytes, rules).ok));
  });

  it('reads a stored ballot again without the contest', () => {
    expect(must(readBallot(contentOf(ballot(), juror))).ballot).toEqual(ballot());
  });
});
