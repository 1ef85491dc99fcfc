import { z } from 'zod';
import type { Failure } from '../errors';
import type { SnapshotReading } from '../model/openSnapshot';
import type { ResultsView } from '../model/results';
import type { contestHead } from '../model/contest';
import { fileToken, recentId } from '../model/ids';
import type {
  FileRef,
  OpenWarning,
  Recent,
  Slices,
  Snapshot,
  TemplateSummary,
  TwoFiles,
  VaultState,
  Version,
} from '../model/snapshot';
import { language } from '../model/text';
import { desk } from './call';
import { newContest, newPassword, nothing, reason, secret, secretText, shortText, task, whichContest } from './inputs';

/** Files and what opens them: the lock, recent files, the contest's file and its keys, the results file. */
export const fileCalls = {
  // ------------------------------------------------------------ lock
  /** Any secret that opens what is open: a contest's passwords and its code on paper, a ballot's or a results file's code. */
  'lock.open': desk(z.strictObject({ text: secretText })).gives<null>(),
  /** Closes what is open without the password, everything written as far as it can be. A failure: why the file could not. */
  'lock.leave': desk(nothing).gives<null>(),

  // ------------------------------------------------------------ start screen
  /** The database engine, for About: only the desk has loaded it. */
  'start.engine': desk(nothing).gives<{ readonly sqlite: string }>(),
  'start.recents': desk(nothing).gives<readonly Recent[]>(),
  'start.forget': desk(z.strictObject({ id: recentId })).gives<readonly Recent[]>(),
  'start.templates': desk(nothing).gives<readonly TemplateSummary[]>(),
  'start.versions': desk(z.strictObject({ id: recentId })).gives<readonly Version[]>(),
  'start.restoreVersion': desk(
    z.strictObject({ id: recentId, counter: z.number().int().min(1), to: fileToken }),
  ).gives<FileRef>(),

  /** Ranks an open snapshot and shows it; no contest is touched, nothing is kept. */
  'start.snapshot': desk(z.strictObject({ file: fileToken, task })).gives<SnapshotReading>(),

  // ------------------------------------------------------------ contest file
  'contest.create': desk(newContest).gives<{
    readonly recoveryCode: string;
    readonly snapshot: Snapshot;
    readonly vault: VaultState;
  }>(),
  'contest.templateHead': desk(z.strictObject({ template: shortText })).gives<{
    readonly head: z.output<typeof contestHead>;
  }>(),
  'contest.open': desk(z.strictObject({ from: whichContest, secret })).gives<{
    readonly snapshot: Snapshot;
    readonly vault: VaultState;
    readonly warnings: readonly OpenWarning[];
  }>(),
  'contest.demo': desk(z.strictObject({ task })).gives<{ readonly snapshot: Snapshot; readonly vault: VaultState }>(),
  'contest.publish': desk(nothing).gives<VaultState>(),
  'contest.saveElsewhere': desk(z.strictObject({ file: fileToken })).gives<VaultState>(),
  'contest.versions': desk(nothing).gives<readonly Version[]>(),
  'contest.restoreVersion': desk(z.strictObject({ counter: z.number().int().min(1), to: fileToken })).gives<FileRef>(),
  'contest.twoFiles': desk(nothing).gives<TwoFiles | null>(),
  'contest.keepMine': desk(nothing).gives<VaultState>(),
  /** Writes our own file and closes it; the answer is the other one, to be opened. */
  'contest.leaveForOther': desk(nothing).gives<FileRef>(),
  'contest.close': desk(nothing).gives<null>(),

  // ------------------------------------------------------------ keys of the open contest
  'access.tryRecoveryCode': desk(z.strictObject({ code: secretText })).gives<Slices>(),
  'access.changePassword': desk(z.strictObject({ current: secret, next: newPassword })).gives<Slices>(),
  'access.renewRecoveryCode': desk(z.strictObject({ current: secret })).gives<
    Slices & { readonly recoveryCode: string }
  >(),

  /** The chair types it; `current` is any secret that opens the contest. */
  'access.setChairPassword': desk(z.strictObject({ current: secret, next: newPassword })).gives<Slices>(),
  /** The chair's password opens the file no more, and nobody seals until another one is set. */
  'access.removeChair': desk(z.strictObject({ current: secret, reason })).gives<Slices>(),
  /** Another key for the whole file. `current`: the secretary's; `chair` null: the chair's access goes, if there is one. */
  'access.changeKey': desk(
    z.strictObject({
      current: secret,
      next: newPassword,
      chair: z.strictObject({ current: secretText, next: newPassword }).nullable(),
      dropVersions: z.boolean(),
      reason,
    }),
  ).gives<Slices & { readonly recoveryCode: string; readonly unwritten: Failure | null }>(),

  // ------------------------------------------------------------ results file
  'results.write': desk(z.strictObject({ file: fileToken, task })).gives<{
    readonly file: FileRef;
    /** For whoever receives the file, `XXXX-XXXX-XXXX`; it is stored nowhere. */
    readonly code: string;
  }>(),
  'results.open': desk(z.strictObject({ from: whichContest, code: secretText })).gives<ResultsView>(),
  'results.workbook': desk(z.strictObject({ language, file: fileToken, task })).gives<FileRef>(),
  'results.close': desk(nothing).gives<null>(),
} as const;
