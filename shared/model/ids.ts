import { z } from 'zod';
import type { Brand } from './brand';

/** Random UUID, made once when the contest is created; every package and ballot names it. */
export type ContestId = Brand<string, 'ContestId'>;
/** Random UUID of one issued ballot package. */
export type PackageId = Brand<string, 'PackageId'>;

/** Ids inside one contest are small integers, assigned once and never reused. */
export type CategoryId = Brand<number, 'CategoryId'>;
export type CriterionId = Brand<number, 'CriterionId'>;
export type RoundId = Brand<number, 'RoundId'>;
export type NomineeId = Brand<number, 'NomineeId'>;
export type EntryId = Brand<number, 'EntryId'>;
export type JurorId = Brand<number, 'JurorId'>;
export type DecisionId = Brand<number, 'DecisionId'>;
export type BatchId = Brand<number, 'BatchId'>;
export type AttachmentId = Brand<number, 'AttachmentId'>;
/** A region's results file that was taken in. */
export type RegionalFileId = Brand<number, 'RegionalFileId'>;

/** A file the user chose; the main process alone knows its path. */
export type FileToken = Brand<string, 'FileToken'>;
/** A contest or ballot known to this computer (start screen). */
export type RecentId = Brand<string, 'RecentId'>;

const uuid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
const counter = z.number().int().positive().max(0x7fffffff);
const token = z.string().regex(/^[0-9A-Za-z_-]{8,64}$/);

const as = <T>(schema: z.ZodType) => schema as unknown as z.ZodType<T, T>;

export const contestId = as<ContestId>(uuid);
export const packageId = as<PackageId>(uuid);
export const categoryId = as<CategoryId>(counter);
export const criterionId = as<CriterionId>(counter);
export const roundId = as<RoundId>(counter);
export const nomineeId = as<NomineeId>(counter);
export const entryId = as<EntryId>(counter);
export const jurorId = as<JurorId>(counter);
export const decisionId = as<DecisionId>(counter);
export const batchId = as<BatchId>(counter);
export const attachmentId = as<AttachmentId>(counter);
export const fileToken = as<FileToken>(token);
export const recentId = as<RecentId>(token);
