import { z } from 'zod';
import { recusalGrounds, type RecusalGround } from './card';
import { scale, type Scale } from './criteria';
import { contestId, packageId, type ContestId, type PackageId } from './ids';
import type { LocalText } from './language';
import { localText } from './text';

/**
 * What travels to a juror and back. Files hold values (8.5), never steps; entries and criteria are named by their
 * numbers inside the contest. See docs/formats.md.
 */

export const ballotFormat = 1;

const hex32 = z.string().regex(/^[0-9a-f]{64}$/);
const id = z.number().int().positive().max(0x7fffffff);

export interface BallotCriterion {
  readonly id: number;
  readonly name: LocalText;
  readonly hint: LocalText;
  readonly levels: readonly {
    readonly from: number;
    readonly to: number;
    readonly text: LocalText;
  }[];
  readonly weight: number;
  readonly scale: Scale;
}

export interface BallotCategory {
  readonly id: number;
  readonly name: LocalText;
  readonly criteria: readonly BallotCriterion[];
}

/** Materials are the public fields only: nothing marked as personal data leaves the contest file. */
export interface BallotEntry {
  readonly id: number;
  readonly category: number;
  readonly number: number;
  readonly name: string;
  readonly materials: readonly {
    readonly label: LocalText;
    readonly value: string;
    readonly long: boolean;
  }[];
}

export interface BallotManifest {
  readonly format: typeof ballotFormat;
  readonly contest: {
    readonly id: ContestId;
    readonly title: LocalText;
    readonly edition: string;
  };
  readonly packageId: PackageId;
  /** 1 for the first issue to this juror in this round; a re-issue counts up. */
  readonly revision: number;
  /** SHA-256 of the canonical rules; a ballot made under other rules is refused. */
  readonly rulesHash: string;
  readonly round: { readonly id: number; readonly name: LocalText };
  readonly juror: {
    readonly id: number;
    readonly number: number;
    readonly name: string;
    readonly chair: boolean;
  };
  readonly categories: readonly BallotCategory[];
  readonly entries: readonly BallotEntry[];
  readonly instructions: LocalText;
  /** ISO instant. */
  readonly dueAt: string;
  readonly issuedAt: string;
  /** Whom to send the file back to, as the secretary wrote it. */
  readonly sendTo: string;
  /** Ed25519 public key of the contest, hex. */
  readonly contestKey: string;
  /** X25519 recipient of the contest in age's form, `age1…`. */
  readonly recipient: string;
  /** Head of the contest's log when the package was made, hex. */
  readonly logHead: string;
  readonly attachments: readonly {
    /** Whose materials it belongs to; packages of earlier releases, which had no attachments, do not name it. */
    readonly entries?: readonly number[] | undefined;
    readonly name: string;
    readonly length: number;
    readonly sha256: string;
  }[];
  /** Of a re-issue: what became of the revision before; absent in the first one. */
  readonly previous?: PreviousIssue | undefined;
}

export interface PreviousIssue {
  readonly revision: number;
  readonly reason: string;
  /** Nominees whom the revision before still listed and who have withdrawn since. */
  readonly withdrawn: readonly { readonly number: number; readonly name: string }[];
  /** The juror's own ballot, whose marks may be carried over; null: none came, or the secretary does not allow it. */
  readonly ballot: {
    /** Criteria that are the same in both revisions. */
    readonly criteria: readonly number[];
    /** The signed content of the returned ballot as it arrived, base64. */
    readonly content: string;
  } | null;
}
export const maxCarriedText = 24 * 2 ** 20;

const isoInstant = z
  .string()
  .max(40)
  .refine((s) => !Number.isNaN(Date.parse(s)));
const shortText = z.string().max(500);

export const ballotManifest: z.ZodType<BallotManifest> = z.object({
  format: z.literal(ballotFormat),
  contest: z.object({ id: contestId, title: localText, edition: shortText }),
  packageId,
  revision: id,
  rulesHash: hex32,
  round: z.object({ id, name: localText }),
  juror: z.object({ id, number: id, name: shortText, chair: z.boolean() }),
  categories: z
    .array(
      z.object({
        id,
        name: localText,
        criteria: z
          .array(
            z.object({
              id,
              name: localText,
              hint: localText,
              levels: z
                .array(
                  z.object({
                    from: z.number(),
                    to: z.number(),
                    text: localText,
                  }),
                )
                .max(20),
              weight: z.number().int().min(0).max(10_000),
              scale,
            }),
          )
          .max(100),
      }),
    )
    .max(200),
  entries: z
    .array(
      z.object({
        id,
        category: id,
        number: id,
        name: shortText,
        materials: z
          .array(
            z.object({
              label: localText,
              value: z.string().max(20_000),
              long: z.boolean(),
            }),
          )
          .max(100),
      }),
    )
    .max(20_000),
  instructions: localText,
  dueAt: isoInstant,
  issuedAt: isoInstant,
  sendTo: shortText,
  contestKey: hex32,
  recipient: z.string().regex(/^age1[0-9a-z]{50,100}$/),
  logHead: hex32,
  attachments: z
    .array(
      z.object({
        entries: z.array(id).max(200).optional(),
        name: shortText,
        length: z.number().int().min(0),
        sha256: hex32,
      }),
    )
    .max(10_000),
  previous: z
    .object({
      revision: id,
      reason: z.string().max(2000),
      withdrawn: z.array(z.object({ number: id, name: shortText })).max(20_000),
      ballot: z.object({ criteria: z.array(id).max(20_000), content: z.base64().max(maxCarriedText) }).nullable(),
    })
    .optional(),
});

/** One entry as the juror left it. `marks`: criterion id → value on the scale; a criterion not listed is blank. */
export interface ReturnedCard {
  readonly entry: number;
  readonly marks: readonly {
    readonly criterion: number;
    readonly value: number;
  }[];
  readonly comment: string;
  readonly recusal: {
    readonly ground: RecusalGround;
    readonly note: string;
  } | null;
}

/** Why a juror took no part in judging an entry. */
export type ReturnedRecusal = NonNullable<ReturnedCard['recusal']>;

/** One cell in which two ballots differ. A mark that is null is blank. */
export type CellDifference =
  | {
      readonly entry: number;
      readonly kind: 'mark';
      readonly criterion: number;
      readonly before: number | null;
      readonly after: number | null;
    }
  | {
      readonly entry: number;
      readonly kind: 'recusal';
      readonly before: ReturnedRecusal | null;
      readonly after: ReturnedRecusal | null;
    }
  | { readonly entry: number; readonly kind: 'comment'; readonly before: string; readonly after: string };

/** The signed content of a returned ballot. Received bytes are stored verbatim and never re-serialised. */
export interface ReturnedBallot {
  readonly format: typeof ballotFormat;
  readonly contestId: ContestId;
  readonly packageId: PackageId;
  readonly revision: number;
  readonly rulesHash: string;
  readonly roundId: number;
  readonly jurorId: number;
  /** Ed25519 public key made at the first opening, hex. */
  readonly jurorKey: string;
  /** 1 for the first submission, one more for each correction. */
  readonly sequence: number;
  readonly submittedAt: string;
  readonly cards: readonly ReturnedCard[];
}

export const returnedBallot: z.ZodType<ReturnedBallot> = z.object({
  format: z.literal(ballotFormat),
  contestId,
  packageId,
  revision: id,
  rulesHash: hex32,
  roundId: id,
  jurorId: id,
  jurorKey: hex32,
  sequence: id,
  submittedAt: isoInstant,
  cards: z
    .array(
      z.object({
        entry: id,
        marks: z.array(z.object({ criterion: id, value: z.number() })).max(1000),
        comment: z.string().max(10_000),
        recusal: z
          .object({
            ground: z.enum(recusalGrounds),
            note: z.string().max(2000),
          })
          .nullable(),
      }),
    )
    .max(20_000),
});

/** What became of one imported file. */
export type BallotVerdict =
  | {
      readonly kind: 'counted';
      readonly replacedSequence: number | null;
      readonly changedCells: number;
    }
  | { readonly kind: 'already_imported' }
  | { readonly kind: 'older_kept'; readonly countedSequence: number }
  | {
      readonly kind: 'conflict';
      readonly reason: 'same_sequence' | 'other_computer';
    }
  | { readonly kind: 'kept_as_evidence' }
  /** Genuine and kept, but its juror is absent or was replaced: it counts once the juror takes part again. */
  | { readonly kind: 'not_taking_part'; readonly state: 'absent' | 'replaced' }
  | { readonly kind: 'refused'; readonly reason: RefusalReason };

export type RefusalReason =
  | 'not_read'
  | 'unreadable'
  | 'not_a_ballot'
  | 'newer_format'
  | 'wrong_contest'
  | 'unknown_package'
  | 'old_revision'
  | 'rules_changed'
  | 'bad_signature'
  | 'content_outside_rules';
