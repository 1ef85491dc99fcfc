import { randomUUID } from 'node:crypto';
import { canonicalRules } from '@shared/domain/ballotRules';
import type { BallotCategory, BallotManifest, ReturnedBallot, ReturnedCard } from '@shared/model/ballot';
import type { Scale } from '@shared/model/criteria';
import { contestId, packageId } from '@shared/model/ids';
import type { Result } from '@shared/result';
import type { AgeKeyPair } from '../../../electron/exchange/age';
import { hex, sha256 } from '../../../electron/exchange/hashes';
import { newSigningKeys, type SigningKeys } from '../../../electron/exchange/keys';
import { packageContent, sealPackage } from '../../../electron/exchange/package';
import { ballotOfPackage, writeReturned } from '../../../electron/exchange/returned';
import { issuedPackage, type ImportRules } from '../../../electron/exchange/verdict';
import { inlineHeavy } from '../../../electron/workers/inlineHeavy';

/** Real age files, real signatures; only scrypt costs less than in the application. */
export const heavy = inlineHeavy();
export const workFactor = 4;
export const code = '7KQ2-M9XA-04TZ';

const text = (kk: string) => ({ kk, ru: '', en: '' });
const tenths: Scale = { min: 0, max: 10, step: 1 };
const halves: Scale = { min: 1, max: 5, step: 0.5 };

export const categories: readonly BallotCategory[] = [
  {
    id: 1,
    name: text('Үздік студент'),
    criteria: [
      { id: 11, name: text('Оқу'), hint: text(''), levels: [], weight: 6000, scale: tenths },
      { id: 12, name: text('Қоғам'), hint: text(''), levels: [], weight: 4000, scale: halves },
    ],
  },
  {
    id: 2,
    name: text('Үздік ұйым'),
    criteria: [{ id: 21, name: text('Әсер'), hint: text(''), levels: [], weight: 10_000, scale: tenths }],
  },
];

export interface Contest {
  readonly keys: SigningKeys;
  readonly age: AgeKeyPair;
  readonly manifest: BallotManifest;
}

export const newContest = async (change: Partial<BallotManifest> = {}): Promise<Contest> => {
  const keys = newSigningKeys();
  const age = await heavy.ageNewKeyPair();
  return { keys, age, manifest: manifestOf(keys, age, change) };
};

export function manifestOf(keys: SigningKeys, age: AgeKeyPair, change: Partial<BallotManifest> = {}): BallotManifest {
  const manifest = {
    format: 1,
    contest: { id: contestId.parse(randomUUID()), title: text('Jana Béles'), edition: '2026' },
    packageId: packageId.parse(randomUUID()),
    revision: 1,
    round: { id: 2, name: text('Бірінші кезең') },
    juror: { id: 5, number: 2, name: 'Ахметова Айгүл', chair: false },
    categories,
    entries: [
      { id: 101, category: 1, number: 17, name: 'Ли Виктор', materials: [] },
      { id: 102, category: 1, number: 18, name: 'Әбіл Дана', materials: [] },
      { id: 201, category: 2, number: 3, name: 'Дебат клубы', materials: [] },
    ],
    instructions: text('Әр өлшемді бағалаңыз.'),
    dueAt: '2026-12-01T13:00:00.000Z',
    issuedAt: '2026-11-22T05:00:00.000Z',
    sendTo: 'хатшы: +7 701 555 01 01',
    contestKey: hex(keys.public),
    recipient: age.recipient,
    logHead: '0'.repeat(64),
    attachments: [],
    ...change,
  } as const;
  const rulesHash = hex(sha256(Buffer.from(canonicalRules(manifest.round.id, manifest.categories))));
  return { ...manifest, rulesHash, ...change };
}

export const sealed = (contest: Contest, attachments: readonly Uint8Array[] = []): Promise<Uint8Array> =>
  sealPackage(packageContent(contest.manifest, contest.keys.secret, attachments), code, heavy, workFactor);

const card = (entry: number, marks: readonly (readonly [number, number])[]): ReturnedCard => ({
  entry,
  marks: marks.map(([criterion, value]) => ({ criterion, value })),
  comment: '',
  recusal: null,
});

/** What a juror returns for the manifest: everything marked. */
export function ballotOf(
  manifest: BallotManifest,
  juror: SigningKeys,
  change: Partial<ReturnedBallot> = {},
): ReturnedBallot {
  return ballotOfPackage(manifest, juror.public, {
    sequence: 1,
    submittedAt: '2026-11-25T10:00:00.000Z',
    cards: [
      card(101, [
        [11, 8],
        [12, 4.5],
      ]),
      card(102, [
        [11, 0],
        [12, 1],
      ]),
      card(201, [[21, 10]]),
    ],
    ...change,
  });
}

export const contentOf = (ballot: ReturnedBallot, juror: SigningKeys): Uint8Array =>
  writeReturned(ballot, juror.secret).content;

export const rulesOf = (manifest: BallotManifest, change: Partial<ImportRules> = {}): ImportRules => ({
  contestId: manifest.contest.id,
  find: (id) => (id === manifest.packageId ? issuedPackage(manifest, false) : null),
  currentRules: () => manifest.rulesHash,
  ...change,
});

export function must<T, F>(result: Result<T, F>): T {
  if (!result.ok) throw new Error(`unexpected failure ${JSON.stringify(result.failure)}`);
  return result.value;
}

export function failureOf<T, F>(result: Result<T, F>): F {
  if (result.ok) throw new Error('expected a failure');
  return result.failure;
}

/** A copy with one byte changed. */
export function flipped(bytes: Uint8Array, at: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 0x01;
  return copy;
}
