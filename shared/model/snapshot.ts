import type { Attachment, RefusedAttachment } from './attachment';
import type { BallotVerdict, CellDifference } from './ballot';
import type { Contest } from './contest';
import type { Failure, FileKind } from '../errors';
import type { BatchId, FileToken, JurorId, PackageId, RecentId, RoundId } from './ids';
import type { Juror, Seat } from './jury';
import type { Level } from './level';
import type { LockTime } from './lock';
import type { LogLine } from './log';
import type { Entry, Nominee } from './nominee';
import type { RegionalFile } from './regional';
import type { SealSummary } from './seal';
import type { Hindrance, Progress } from './closing';
import type { Decision } from './standing';
import type { Tally } from './tally';
import type { Language, LocalText } from './language';
import type { Theme } from './theme';

/** A file as the renderer may know it: never its path. */
export interface FileRef {
  readonly token: FileToken;
  readonly name: string;
  readonly folderName: string;
}

export interface Recent {
  readonly id: RecentId;
  readonly kind: 'contest' | 'ballot' | 'results';
  readonly name: string;
  readonly folderName: string;
  readonly openedAt: string;
  /** The file is not where it was (stick pulled, moved); a contest still opens from this computer. */
  readonly missing: boolean;
  /** Work on this computer that the file does not hold yet. */
  readonly unpublished: boolean;
}

/** One kept published version of a contest file. */
export interface Version {
  readonly counter: number;
  readonly publishedAt: string;
  readonly bytes: number;
}

/** "Safe on this computer" and "written to file 14:32". Instants are ISO. */
export interface VaultState {
  readonly file: { readonly name: string; readonly folderName: string };
  readonly savedAt: string;
  readonly publishedAt: string | null;
  /** How often the contest was published, on whatever computer. */
  readonly counter: number;
  readonly dirty: boolean;
  readonly publishing: boolean;
  readonly problem: Failure | null;
  /** The file changed underneath: ours was written beside it, and nobody has said yet which one to go on with. */
  readonly twoFiles: { readonly mine: string; readonly other: string } | null;
}

/** What helps to decide between two files of one contest. */
export interface FileFacts {
  readonly file: FileRef;
  readonly counter: number;
  readonly publishedAt: string;
  readonly bytes: number;
  /** The last line of its log. */
  readonly changedAt: string;
  readonly nominees: number;
  readonly jurors: number;
  /** Returned ballots, however many count. */
  readonly ballots: number;
}

export interface TwoFiles {
  readonly mine: FileFacts;
  /** The failure says why the other one cannot be read; it lies where it lay all the same. */
  readonly other: FileFacts | { readonly file: FileRef; readonly failure: Failure };
}

export const keyRoles = ['secretary', 'chair', 'recovery'] as const;
export type KeyRole = (typeof keyRoles)[number];

/** One of the keys that open the contest's file, as its log tells of it. */
export interface AccessKey {
  readonly role: KeyRole;
  readonly since: string;
  /** When somebody last typed this very recovery code from paper and it opened the file; null: never. */
  readonly triedAt: string | null;
}

export type OpenWarning =
  | { readonly kind: 'older_than_seen'; readonly seen: number; readonly file: number }
  /** It is under a key that was replaced: former passwords open it. */
  | { readonly kind: 'former_key' }
  | { readonly kind: 'recovered'; readonly savedAt: string }
  | { readonly kind: 'file_missing' };

export interface ImportBatch {
  readonly id: BatchId;
  readonly fileName: string;
  readonly at: string;
  readonly nominees: number;
  /** False once any of its nominees was checked, edited or sent to a juror. */
  readonly undoable: boolean;
}

export interface IssuedBallot {
  readonly packageId: PackageId;
  readonly round: RoundId;
  readonly juror: JurorId;
  readonly revision: number;
  /** The code for the juror, `XXXX-XXXX-XXXX`. */
  readonly code: string;
  readonly fileName: string;
  readonly issuedAt: string;
  readonly dueAt: string;
  /** A later revision was issued to the same juror in the same round. */
  readonly superseded: boolean;
  /** The rules have changed since: it has to be issued again, and nothing counts until then. */
  readonly stale: boolean;
  /** A ballot came back whose marks a re-issue may carry over. */
  readonly carriable: 'yes' | 'no' | 'too_large';
  readonly state: 'out' | 'returned' | 'conflict';
  /** Of the counted ballot. */
  readonly sequence: number | null;
  readonly receipt: string | null;
  /** SHA-256 of the counted ballot, and of the one before it from the same computer, for their difference. */
  readonly counted: string | null;
  readonly previous: string | null;
  readonly returnedAt: string | null;
  readonly gaps: readonly number[];
}

/** One ballot that waits for the decision of two people. */
export interface BallotChoice {
  readonly round: RoundId;
  readonly juror: JurorId;
  readonly candidates: readonly {
    readonly hash: string;
    readonly receipt: string;
    readonly sequence: number;
    readonly submittedAt: string;
    readonly sameComputer: boolean;
  }[];
}

/** What holds in each round at this moment; derived, never stored. */
export interface RoundSituation {
  readonly round: RoundId;
  readonly hindrances: readonly Hindrance[];
  readonly progress: Progress | null;
}

/** Everything the secretary's screens show, in slices that are replaced whole by fresh ones after every write. */
export interface Snapshot {
  readonly contest: Contest;
  readonly people: {
    readonly nominees: readonly Nominee[];
    readonly entries: readonly Entry[];
    readonly batches: readonly ImportBatch[];
    /** By nominee, in the order in which they were added. */
    readonly attachments: readonly Attachment[];
    /** Of a national contest: regions' results files that were taken in, the first one first. */
    readonly regional: readonly RegionalFile[];
  };
  readonly jury: { readonly jurors: readonly Juror[]; readonly seats: readonly Seat[] };
  readonly ballots: { readonly issued: readonly IssuedBallot[]; readonly choices: readonly BallotChoice[] };
  /** Of the rounds that no jury marks, by entry. */
  readonly tallies: readonly Tally[];
  readonly situations: readonly RoundSituation[];
  readonly decisions: readonly Decision[];
  /** In the order of `keyRoles`. */
  readonly access: readonly AccessKey[];
  /** Every seal this contest ever had, the newest last; it is sealed when the last one was not broken. */
  readonly seals: readonly SealSummary[];
  /** The newest first, at most 50. */
  readonly log: readonly LogLine[];
}

/** The slices that a write has touched, freshly read. */
export type Slices = Partial<Snapshot>;

export interface BallotImport {
  readonly fileName: string;
  readonly juror: JurorId | null;
  readonly receipt: string | null;
  readonly verdict: BallotVerdict;
  /** What it changes of the ballot that counted until now; null where none counted, or where nothing differs. */
  readonly change: BallotChange | null;
  /** Numbers of nominees that it marks and that have withdrawn since. */
  readonly withdrawn: readonly number[];
}

/** The first `maxCells` cells in which two ballots of one juror differ. */
export interface BallotChange {
  readonly before: BallotName;
  readonly after: BallotName;
  readonly cells: readonly CellDifference[];
  readonly total: number;
}
export const maxCells = 1000;

export interface BallotName {
  readonly receipt: string;
  readonly sequence: number;
}

export interface TemplateSummary {
  readonly key: string;
  readonly title: LocalText;
  readonly organiser: LocalText;
  readonly categories: number;
  readonly rounds: number;
  /** What it may be opened as, where regions hold contests of their own. */
  readonly levels: readonly Level[];
}

export interface TaskProgress {
  readonly task: string;
  readonly done: number;
  readonly total: number;
  /** What is counted; files, rows or rounds where it says nothing. */
  readonly unit?: 'files' | 'bytes';
}

export interface OpenedFile {
  readonly kind: FileKind;
  readonly file: FileRef;
}

/** What was dropped on a nominee: files of the application keep their meaning, the rest belongs to the nominee. */
export interface DroppedOnNominee {
  readonly opened: readonly OpenedFile[];
  readonly attachable: readonly FileRef[];
  readonly refused: readonly RefusedAttachment[];
}

export interface Preferences {
  readonly language: Language;
  readonly theme: Theme;
  readonly lockAfter: LockTime;
  /** When the computer goes to sleep, or is locked itself where the system says so. */
  readonly lockOnSleep: boolean;
}
