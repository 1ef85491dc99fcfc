import { z } from 'zod';
import { category, nomineeKind } from './category';
import { contestHead } from './contest';
import {
  categoryId,
  contestId,
  entryId,
  jurorId,
  nomineeId,
  packageId,
  roundId,
  type CategoryId,
  type RoundId,
} from './ids';
import { fieldValues } from './nominee';
import { round } from './round';
import { contestRules } from './rules';
import { sealManifest, type SealSummary } from './seal';
import type { DecisionKind } from './standing';
import { tally } from './tally';
import type { LocalText } from './language';

/** What a results file says about the contest, beside the ballots themselves: its part `contest.json`. */

/** Written; format 1 was sealed before rules of winners were applied. */
export const resultsFormat = 2;

const text = z.string().max(20_000);
const hex32 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().min(0).max(0x7fffffff);
const head = contestHead.unwrap();

export const resultsContest = z
  .object({
    format: z.union([z.literal(1), z.literal(resultsFormat)]),
    contest: z
      .object({
        id: contestId,
        title: head.shape.title,
        edition: head.shape.edition,
        organiser: head.shape.organiser,
        city: head.shape.city,
        templateKey: z.string().max(200),
      })
      .readonly(),
    rules: contestRules,
    categories: z
      .array(
        category.unwrap().pick({ id: true, key: true, name: true, nomineeKind: true, winners: true, criteria: true }),
      )
      .max(1000)
      .readonly(),
    rounds: z
      .array(
        round
          .unwrap()
          .pick({ id: true, key: true, name: true, rules: true, advance: true, weight: true, status: true }),
      )
      .max(100)
      .readonly(),
    nominees: z
      .array(
        z
          .object({
            id: nomineeId,
            number: count,
            name: text,
            kind: nomineeKind,
            withdrawn: z
              .object({ reason: text, at: z.string().max(40) })
              .readonly()
              .nullable(),
            fields: fieldValues,
          })
          .readonly(),
      )
      .max(200_000)
      .readonly(),
    entries: z
      .array(
        z
          .object({
            id: entryId,
            nominee: nomineeId,
            round: roundId,
            category: categoryId.nullable(),
            check: z.enum(['pending', 'admitted', 'refused']),
            checkReason: text,
          })
          .readonly(),
      )
      .max(500_000)
      .readonly(),
    jurors: z
      .array(z.object({ id: jurorId, number: count, name: text, title: text, chair: z.boolean() }).readonly())
      .max(10_000)
      .readonly(),
    seats: z
      .array(
        z
          .object({
            round: roundId,
            juror: jurorId,
            attendance: z.discriminatedUnion('state', [
              z.object({ state: z.literal('present') }),
              z.object({ state: z.literal('absent'), reason: text }),
              z.object({ state: z.literal('replaced'), reason: text, by: jurorId }),
            ]),
          })
          .readonly(),
      )
      .max(100_000)
      .readonly(),
    packages: z
      .array(
        z
          .object({
            id: packageId,
            round: roundId,
            juror: jurorId,
            revision: count,
            rulesHash: hex32,
            /** Of the manifest's bytes, the part `package/<id>`. */
            sha256: hex32,
          })
          .readonly(),
      )
      .max(100_000)
      .readonly(),
    /** Of a national contest: the regions' results files whose laureates are nominees here. */
    regions: z
      .array(
        z
          .object({
            region: text,
            contest: contestId,
            seal: count,
            sealedAt: z.iso.datetime(),
            fingerprint: hex32,
            signers: z.object({ secretary: hex32, chair: hex32 }).readonly(),
            nominees: z.array(nomineeId).max(200_000).readonly(),
          })
          .readonly(),
      )
      .max(1000)
      .readonly()
      .default([]),
    /** Of rounds that no jury marks; files without such rounds may lack it. */
    tallies: z.array(tally).max(500_000).readonly().default([]),
    choices: sealManifest.unwrap().shape.choices,
    decisions: sealManifest.unwrap().shape.decisions,
  })
  .readonly();
export type ResultsContest = z.output<typeof resultsContest>;

/** What the organiser's screen shows of an open results file. */
export interface ResultsView {
  readonly file: string;
  readonly title: LocalText;
  readonly edition: string;
  readonly organiser: LocalText;
  readonly appVersion: string;
  readonly seal: SealSummary;
  readonly rounds: readonly { readonly id: RoundId; readonly name: LocalText }[];
  readonly jurors: readonly { readonly id: number; readonly number: number; readonly name: string }[];
  readonly results: readonly ResultsOfCategory[];
  readonly decisions: readonly {
    readonly category: CategoryId;
    readonly kind: DecisionKind;
    readonly order: string;
    readonly reason: string;
    readonly at: string;
  }[];
  /** Where nominees came from: results files of regions, and the numbers of those that each brought. */
  readonly regions: readonly {
    readonly region: string;
    readonly fingerprint: string;
    readonly numbers: readonly number[];
  }[];
  readonly reopenings: readonly { readonly number: number; readonly at: string; readonly reason: string }[];
  readonly log: { readonly lines: number; readonly head: string };
  /** The ranking was computed again from the ballots in the file and is what was sealed. */
  readonly recomputed: boolean;
}

export interface ResultsOfCategory {
  readonly category: CategoryId;
  readonly name: LocalText;
  /** False: equals, listed alphabetically and without places. */
  readonly ranked: boolean;
  readonly rows: readonly {
    readonly number: number;
    readonly name: string;
    readonly affiliation: string;
    /** Decimal text with a point. */
    readonly place: string | null;
    readonly total: string | null;
    readonly isLaureate: boolean;
  }[];
}
