import { z } from 'zod';
import type { Hindrance } from './closing';
import { decisionKinds } from './standing';
import type { JurorId, RoundId } from './ids';
import { categoryId, contestId, decisionId, entryId, jurorId, roundId } from './ids';
import { localText } from './text';

/**
 * The seal of a contest: a manifest that secretary and chair sign, and that names every part of the result. It is the
 * index of the results file too. See docs/formats.md.
 */

/** Written. Format 1 knew no reasons and no grants in its rankings, and no decisions above the rules. */
export const sealFormat = 2;
const sealFormats = z.union([z.literal(1), z.literal(sealFormat)]);

const hex32 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().min(0).max(0x7fffffff);
const instant = z.iso.datetime();
const receipt = z.string().max(40);
const fraction = z.string().regex(/^-?\d{1,400}(\/\d{1,400})?$/);

const ballotMarks = ['counted', 'absent', 'replaced', 'none'] as const;
const sealedStatuses = ['laureate', 'advances', 'out', 'undecided', 'no_score'] as const;

const sealedDecision = z
  .object({
    id: decisionId,
    round: roundId,
    category: categoryId,
    kind: z.enum(decisionKinds),
    order: z.array(entryId).max(500).readonly(),
    votes: z.array(count).max(500).readonly(),
    seed: z.string().max(1000),
    people: z.array(z.string().max(500)).max(50).readonly().default([]),
    reason: z.string().max(10_000),
    at: z.string().max(40),
  })
  .readonly();

const sealedChoice = z
  .object({
    round: roundId,
    juror: jurorId,
    hash: hex32,
    among: z.array(hex32).max(10_000).readonly(),
    people: z.array(z.string().max(500)).max(10).readonly(),
    reason: z.string().max(10_000),
  })
  .readonly();

const sealedBallot = z
  .object({
    juror: jurorId,
    state: z.enum(ballotMarks),
    /** Of the ballot that counts; null unless one does. */
    hash: hex32.nullable(),
    receipt: receipt.nullable(),
    sequence: count.nullable(),
  })
  .readonly();

const sealedRow = z
  .object({
    entry: entryId,
    number: count,
    name: z.string().max(1000),
    place: count.nullable(),
    /** The place as the rules number equals, where that is not 1-2-2-4. */
    shownPlace: z
      .string()
      .regex(/^\d{1,10}(\.5)?$/)
      .exactOptional(),
    /** `n/d`, or `n` for a whole number. */
    total: fraction.nullable(),
    status: z.enum(sealedStatuses),
    /** A code that stays: the rule or decision that gave the status; null where the place alone does. */
    reason: z.string().max(200).nullable().default(null),
    grant: fraction.nullable().default(null),
  })
  .readonly();

const reopening = z.object({ number: count, at: instant, reason: z.string().max(10_000) }).readonly();

export const sealPart = z.object({ name: z.string().max(200), length: count, sha256: hex32 }).readonly();

export const sealManifest = z
  .object({
    format: sealFormats,
    contest: z.object({ id: contestId, title: localText, edition: z.string().max(200) }).readonly(),
    number: count,
    sealedAt: instant,
    appVersion: z.string().max(50),
    rulesHash: hex32,
    rounds: z
      .array(z.object({ id: roundId, ballots: z.array(sealedBallot).max(10_000).readonly() }).readonly())
      .max(100)
      .readonly(),
    ranking: z
      .array(
        z.object({ round: roundId, category: categoryId, rows: z.array(sealedRow).max(100_000).readonly() }).readonly(),
      )
      .max(10_000)
      .readonly(),
    decisions: z.array(sealedDecision).max(10_000).readonly(),
    choices: z.array(sealedChoice).max(10_000).readonly(),
    reopenings: z.array(reopening).max(1000).readonly(),
    log: z.object({ lines: count, head: hex32 }).readonly(),
    signers: z.object({ secretary: hex32, chair: hex32 }).readonly(),
    parts: z.array(sealPart).max(100_000).readonly(),
  })
  .readonly();

export type SealManifest = z.output<typeof sealManifest>;
export type SealPart = z.output<typeof sealPart>;
export type SealedRanking = SealManifest['ranking'][number];
export type SealedRound = SealManifest['rounds'][number];

/** A seal as the screens know it. */
export interface SealSummary {
  readonly number: number;
  readonly sealedAt: string;
  /** SHA-256 of the manifest, 64 hexadecimal digits. */
  readonly fingerprint: string;
  /** The QR code that carries it, rows of `1` and `0`. */
  readonly qr: readonly string[];
  readonly signers: { readonly secretary: string; readonly chair: string };
  /** Set once the seal was broken, for ever. */
  readonly reopened: { readonly at: string; readonly reason: string } | null;
  readonly receipts: readonly SealedReceipt[];
}

export interface SealedReceipt {
  readonly round: RoundId;
  readonly juror: JurorId;
  readonly state: (typeof ballotMarks)[number];
  readonly receipt: string | null;
}

/** What still keeps the contest from being sealed; each leads to where it is settled. */
export type SealHindrance =
  | { readonly kind: 'round_open'; readonly round: RoundId }
  | { readonly kind: 'round'; readonly round: RoundId; readonly hindrance: Hindrance }
  | { readonly kind: 'no_chair' }
  | { readonly kind: 'chair_key_missing' };
