import { z } from 'zod';
import type { AttachmentContent } from '../model/attachment';
import type { BallotDelta, BallotSnapshot, Receipt } from '../model/ballotSession';
import { recusalGrounds } from '../model/card';
import { criterionId, entryId, fileToken } from '../model/ids';
import type { FileRef } from '../model/snapshot';
import { desk } from './call';
import { longText, nothing, secretText, whichContest } from './inputs';

/** The juror's calls: everything that is done with a ballot at the juror's own computer. */
export const ballotCalls = {
  'ballot.open': desk(z.strictObject({ from: whichContest, code: secretText })).gives<BallotSnapshot>(),
  'ballot.mark': desk(
    z.strictObject({ entry: entryId, criterion: criterionId, value: z.number().nullable() }),
  ).gives<BallotDelta>(),
  'ballot.comment': desk(z.strictObject({ entry: entryId, text: longText })).gives<BallotDelta>(),
  'ballot.recuse': desk(
    z.strictObject({ entry: entryId, ground: z.enum(recusalGrounds), note: z.string().max(2000) }),
  ).gives<BallotDelta>(),
  'ballot.withdrawRecusal': desk(z.strictObject({ entry: entryId })).gives<BallotDelta>(),
  'ballot.setPlace': desk(z.strictObject({ entry: entryId, criterion: criterionId.nullable() })).gives<null>(),
  /** Takes what the package offers of the juror's earlier ballot, or leaves it. Once. */
  'ballot.carry': desk(z.strictObject({ take: z.boolean() })).gives<BallotSnapshot>(),
  'ballot.undo': desk(nothing).gives<BallotDelta>(),
  'ballot.redo': desk(nothing).gives<BallotDelta>(),
  'ballot.submit': desk(z.strictObject({ to: fileToken, allowIncomplete: z.boolean() })).gives<{
    readonly receipt: Receipt;
    readonly file: FileRef;
    readonly snapshot: BallotSnapshot;
  }>(),
  'ballot.saveAgain': desk(z.strictObject({ to: fileToken })).gives<FileRef>(),
  /** A file of the nominee's materials, to be shown inside the window. */
  'ballot.attachment': desk(z.strictObject({ index: z.number().int().min(0).max(10_000) })).gives<AttachmentContent>(),
  /** A copy outside of the protected ballot, where the juror wants it. */
  'ballot.saveAttachment': desk(
    z.strictObject({ index: z.number().int().min(0).max(10_000), file: fileToken }),
  ).gives<FileRef>(),
  'ballot.correct': desk(nothing).gives<BallotSnapshot>(),
  'ballot.close': desk(nothing).gives<null>(),
} as const;
