import { z } from 'zod';
import { maxAttachmentBytes } from '../domain/attachments';
import type { Failure } from '../errors';
import type { Comparison, HistoryStep, JuryQuality, WhatIf } from '../model/analysis';
import type { AttachmentContent, PictureContent, RefusedAttachment } from '../model/attachment';
import type { LogBook } from '../model/log';
import type { RegionalOffer } from '../model/regional';
import type { SealHindrance } from '../model/seal';
import { combinations } from '../model/round';
import { contestHead } from '../model/contest';
import { acrossJurorsSchema, juryRulesSchema, placeStyles, roundingSchema, tieStep } from '../model/rules';
import { nomineeKind, winnersRule } from '../model/category';
import {
  attachmentId,
  batchId,
  categoryId,
  decisionId,
  entryId,
  fileToken,
  jurorId,
  nomineeId,
  roundId,
} from '../model/ids';
import { importPlan, type ImportPreview } from '../model/imports';
import { fieldValues } from '../model/nominee';
import type { BallotChange, BallotImport, FileRef, Slices } from '../model/snapshot';
import type { EntryExplanation, PairExplanation } from '../model/explanation';
import type { Standing, UnitedList } from '../model/standing';
import { tallyValues } from '../model/tally';
import { tallyPlan, type TallyPreview } from '../model/tallyImport';
import { language, localText } from '../model/text';
import { ballotCalls } from './ballotCalls';
import { desk, type Call } from './call';
import {
  analysed,
  ballotHash,
  bytesUpTo,
  criterionDraft,
  instant,
  nothing,
  otherWeight,
  reason,
  reasonIfOut,
  regionalTaking,
  roundDraft,
  secretText,
  shortText,
  task,
  winnersDraft,
} from './inputs';
import { fileCalls } from './fileCalls';
import { shellCalls } from './shellCalls';

/**
 * The only list of calls between the renderer and the main process. The main handlers, the desk's use
 * cases, the preload API, the renderer's client and the test doubles all derive their types from this value.
 *
 * `owner` tells who answers: the shell (main process: windows, dialogs, preferences) or the desk (the worker thread
 * that owns the database and runs the use cases). Every answer is a `Result`; inputs are parsed with `input`. What the
 * main process tells by itself is in `events.ts`.
 */
export const contract = {
  ...shellCalls,
  ...fileCalls,

  // ------------------------------------------------------------ seal
  'seal.checks': desk(nothing).gives<readonly SealHindrance[]>(),
  'seal.make': desk(z.strictObject({ secretary: secretText, chair: secretText })).gives<Slices>(),
  'seal.reopen': desk(z.strictObject({ secretary: secretText, chair: secretText, reason })).gives<Slices>(),

  // ------------------------------------------------------------ log
  'log.read': desk(nothing).gives<LogBook>(),
  'log.export': desk(z.strictObject({ file: fileToken, as: z.enum(['lines', 'csv']), language })).gives<FileRef>(),

  // ------------------------------------------------------------ set-up
  'setup.saveHead': desk(z.strictObject({ head: contestHead })).gives<Slices>(),
  'setup.saveCategory': desk(
    z.strictObject({
      id: categoryId.nullable(),
      name: localText,
      nomineeKind,
      winners: winnersRule,
      reason: reasonIfOut,
    }),
  ).gives<Slices>(),
  'setup.removeCategory': desk(z.strictObject({ id: categoryId })).gives<Slices>(),
  'setup.saveCriteria': desk(
    z.strictObject({ category: categoryId, criteria: z.array(criterionDraft).min(1).max(100), reason: reasonIfOut }),
  ).gives<Slices>(),
  'setup.saveRounds': desk(
    z.strictObject({
      rounds: z.array(roundDraft).min(1).max(20),
      combination: z.enum(combinations),
      reason: reasonIfOut,
    }),
  ).gives<Slices>(),
  'setup.saveRules': desk(
    z.strictObject({
      ties: z.array(tieStep).max(50),
      jury: juryRulesSchema,
      across: acrossJurorsSchema,
      rounding: roundingSchema,
      placeStyle: z.enum(placeStyles),
      displayDigits: z.number().int().min(0).max(9),
      winners: winnersDraft,
      reason: reasonIfOut,
    }),
  ).gives<Slices>(),

  // ------------------------------------------------------------ nominees
  'nominees.preview': desk(z.strictObject({ file: fileToken, plan: importPlan })).gives<ImportPreview>(),
  'nominees.import': desk(z.strictObject({ file: fileToken, plan: importPlan })).gives<
    Slices & { readonly added: number }
  >(),
  /** What taking a region's results file into a national contest would do. Nothing is written. */
  'nominees.readRegional': desk(z.strictObject({ file: fileToken, code: secretText })).gives<RegionalOffer>(),
  'nominees.takeRegional': desk(regionalTaking).gives<Slices>(),
  'nominees.undoImport': desk(z.strictObject({ batch: batchId })).gives<Slices>(),
  'nominees.add': desk(
    z.strictObject({
      name: z.string().trim().min(1).max(500),
      kind: nomineeKind,
      category: categoryId.nullable(),
      fields: fieldValues,
    }),
  ).gives<Slices>(),
  'nominees.edit': desk(
    z.strictObject({
      id: nomineeId,
      name: z.string().trim().min(1).max(500),
      category: categoryId.nullable(),
      fields: fieldValues,
    }),
  ).gives<Slices>(),
  'nominees.withdraw': desk(z.strictObject({ id: nomineeId, reason })).gives<Slices>(),
  'nominees.restore': desk(z.strictObject({ id: nomineeId })).gives<Slices>(),
  /** Files that are no pictures. */
  'nominees.attach': desk(z.strictObject({ nominee: nomineeId, files: z.array(fileToken).min(1).max(100) })).gives<
    Slices & {
      readonly added: number;
      /** Files that cannot be attached; those beside them were. */
      readonly refused: readonly RefusedAttachment[];
      /** What ended the work before the last file, such as a full disk; null when every file had its turn. */
      readonly problem: Failure | null;
    }
  >(),
  /** A picture from the disk, which the page draws anew: it goes into the contest by `nominees.attachPicture` alone. */
  'nominees.picture': desk(z.strictObject({ file: fileToken })).gives<PictureContent>(),
  /** `drawn`: the picture of that file with nothing in it but its pixels; else invalid. */
  'nominees.attachPicture': desk(
    z.strictObject({ nominee: nomineeId, file: fileToken, drawn: bytesUpTo(maxAttachmentBytes) }),
  ).gives<Slices>(),
  'nominees.detach': desk(z.strictObject({ id: attachmentId })).gives<Slices>(),
  /** A nominee's file, to be shown inside the window. */
  'nominees.attachment': desk(z.strictObject({ id: attachmentId })).gives<AttachmentContent>(),
  /** A copy outside of the protected contest, where the secretary wants it. */
  'nominees.saveAttachment': desk(z.strictObject({ id: attachmentId, file: fileToken })).gives<
    Slices & { readonly file: FileRef }
  >(),

  // ------------------------------------------------------------ technical check
  'check.admitAll': desk(z.strictObject({ round: roundId })).gives<Slices & { readonly admitted: number }>(),
  'check.admit': desk(z.strictObject({ entries: z.array(entryId).min(1).max(20_000) })).gives<Slices>(),
  'check.refuse': desk(z.strictObject({ entries: z.array(entryId).min(1).max(20_000), reason })).gives<Slices>(),
  'check.reset': desk(z.strictObject({ entries: z.array(entryId).min(1).max(20_000) })).gives<Slices>(),

  // ------------------------------------------------------------ jury
  'jury.save': desk(
    z.strictObject({
      id: jurorId.nullable(),
      name: z.string().trim().min(1).max(300),
      title: shortText,
      contact: shortText,
      chair: z.boolean(),
    }),
  ).gives<Slices>(),
  'jury.remove': desk(z.strictObject({ id: jurorId })).gives<Slices>(),
  'jury.markAbsent': desk(z.strictObject({ round: roundId, juror: jurorId, reason })).gives<Slices>(),
  'jury.replace': desk(z.strictObject({ round: roundId, juror: jurorId, by: jurorId, reason })).gives<Slices>(),
  'jury.markPresent': desk(z.strictObject({ round: roundId, juror: jurorId })).gives<Slices>(),

  // ------------------------------------------------------------ ballots
  'ballots.issue': desk(
    z.strictObject({
      round: roundId,
      jurors: z.array(jurorId).min(1).max(500),
      dueAt: instant,
      sendTo: shortText,
      instructions: localText,
      /** Of a re-issue: told to the juror; `carry` hands the juror's marks of unchanged criteria over. */
      reason: z.string().trim().max(2000).optional(),
      carry: z.boolean().optional(),
      folder: fileToken,
      task,
    }),
  ).gives<
    Slices & {
      readonly folder: FileRef;
      readonly written: number;
      /** Why not all were written; null when all were, or when the user stopped it. */
      readonly problem: Failure | null;
    }
  >(),
  'ballots.import': desk(z.strictObject({ files: z.array(fileToken).min(1).max(500), task })).gives<
    Slices & { readonly imports: readonly BallotImport[] }
  >(),
  /** What importing these files would do. Nothing is written. */
  'ballots.preview': desk(z.strictObject({ files: z.array(fileToken).min(1).max(500), task })).gives<{
    readonly imports: readonly BallotImport[];
  }>(),
  /** Two ballots of one juror that the contest holds, cell by cell. */
  'ballots.difference': desk(z.strictObject({ before: ballotHash, after: ballotHash })).gives<BallotChange>(),
  'ballots.choose': desk(
    z.strictObject({
      round: roundId,
      juror: jurorId,
      hash: ballotHash,
      people: z.array(z.string().trim().min(1).max(300)).length(2),
      reason,
    }),
  ).gives<Slices>(),

  // ------------------------------------------------------------ rounds, ranking, decisions
  // ------------------------------------------------------------ rounds that no jury marks
  'tallies.preview': desk(z.strictObject({ round: roundId, file: fileToken, plan: tallyPlan })).gives<TallyPreview>(),
  /** What changes figures that are there already needs a reason. */
  'tallies.import': desk(
    z.strictObject({ round: roundId, file: fileToken, plan: tallyPlan, reason: reason.optional() }),
  ).gives<Slices & { readonly written: number }>(),
  /** Typed; without `values` what is written of the entry is taken away. */
  'tallies.set': desk(
    z.strictObject({
      round: roundId,
      rows: z
        .array(z.strictObject({ entry: entryId, values: tallyValues.optional() }))
        .min(1)
        .max(20_000),
      reason: reason.optional(),
    }),
  ).gives<Slices>(),

  'round.close': desk(z.strictObject({ round: roundId })).gives<Slices>(),
  'round.reopen': desk(z.strictObject({ round: roundId, reason })).gives<Slices>(),
  'standing.get': desk(z.strictObject({ round: roundId, category: categoryId })).gives<Standing>(),
  'standing.united': desk(z.strictObject({ category: categoryId })).gives<UnitedList>(),
  'standing.entry': desk(z.strictObject({ round: roundId, entry: entryId })).gives<EntryExplanation>(),
  'standing.pair': desk(z.strictObject({ round: roundId, upper: entryId, lower: entryId })).gives<PairExplanation>(),
  'standing.history': desk(z.strictObject({ nominee: nomineeId })).gives<readonly HistoryStep[]>(),
  // Never a result: the official ranking is `standing.get`.
  'analysis.compare': desk(z.strictObject(analysed)).gives<Comparison>(),
  'analysis.quality': desk(z.strictObject(analysed)).gives<JuryQuality>(),
  'analysis.whatIf': desk(
    z.strictObject({ ...analysed, without: z.array(jurorId).max(500), weights: z.array(otherWeight).max(100) }),
  ).gives<WhatIf>(),
  'decisions.record': desk(
    z.strictObject({
      round: roundId,
      category: categoryId,
      kind: z.enum(['open_vote', 'casting_vote', 'draw']),
      order: z.array(entryId).min(2).max(500),
      votes: z.array(z.number().int().min(0).max(500)).max(500),
      /** Of a draw; the order follows from it, whatever order was handed in. */
      seed: z.string().trim().min(1).max(200).optional(),
      reason,
    }),
  ).gives<Slices>(),
  /** What people put above the rules: see Decision for whom `order` names. */
  'decisions.overrule': desk(
    z.strictObject({
      round: roundId,
      category: categoryId,
      kind: z.enum(['jury_choice', 'place_above', 'exclude', 'include']),
      order: z.array(entryId).min(1).max(500),
      people: z.array(z.string().trim().min(1).max(300)).min(1).max(10),
      reason,
    }),
  ).gives<Slices>(),
  'decisions.revoke': desk(z.strictObject({ id: decisionId, reason })).gives<Slices>(),

  // ------------------------------------------------------------ documents
  'documents.workbook': desk(z.strictObject({ language, file: fileToken, task })).gives<FileRef>(),
  'documents.minutes': desk(z.strictObject({ language, file: fileToken, task })).gives<FileRef>(),
  /** The contest as an open snapshot with its result, JSON; jurors are numbers. */
  'documents.snapshot': desk(z.strictObject({ language, file: fileToken, task })).gives<FileRef>(),
  'task.cancel': desk(z.strictObject({ task })).gives<null>(),

  ...ballotCalls,
} as const;

export type Contract = typeof contract;
export type CallName = keyof Contract;
export type InputOf<K extends CallName> =
  Contract[K] extends Call<infer Input, unknown, 'shell' | 'desk'> ? Input : never;
export type OutputOf<K extends CallName> =
  Contract[K] extends Call<infer _Input, infer Output, 'shell' | 'desk'> ? Output : never;
export type CallsOf<Owner extends 'shell' | 'desk'> = {
  [K in CallName]: Contract[K]['owner'] extends Owner ? K : never;
}[CallName];
