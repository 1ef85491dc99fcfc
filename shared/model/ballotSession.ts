import type { BallotAttachment } from './attachment';
import type { BallotCategory, BallotEntry } from './ballot';
import type { RecusalGround } from './card';
import type { CriterionId, EntryId, PackageId } from './ids';
import type { LocalText } from './language';

/** What the juror's screen shows of a ballot that is open on the juror's own computer. Instants are ISO. */

/** `started`: some marks, not all. A recused card keeps the marks it had, but they are not sent. */
export type BallotCardState = 'blank' | 'started' | 'complete' | 'recused';

export interface BallotCard {
  readonly entry: EntryId;
  /** Criterion id → value on its scale (8.5, never steps). A criterion that is not listed is blank; 0 is a mark. */
  readonly marks: Readonly<Record<number, number>>;
  readonly comment: string;
  readonly recusal: { readonly ground: RecusalGround; readonly note: string } | null;
  readonly state: BallotCardState;
}

export interface BallotProgress {
  /** Cards: complete, recused, all. */
  readonly scored: number;
  readonly recused: number;
  readonly total: number;
  /** Marks still blank in the cards that are neither complete nor recused. */
  readonly missing: number;
}

/** What is still blank, in the order of the ballot. */
export interface MissingMarks {
  readonly entry: EntryId;
  readonly criteria: readonly CriterionId[];
}

/** What the juror may print and compare with the minutes, and what is to be done with the file. */
export interface Receipt {
  /** `XXXX-XXXX-XXXX-XXXX`: 80 bits of the SHA-256 of the signed content. */
  readonly hash: string;
  /** 1 for the first submission, one more for each correction. */
  readonly sequence: number;
  readonly submittedAt: string;
  readonly fileName: string;
  readonly sendTo: string;
  readonly dueAt: string;
}

export interface BallotSnapshot {
  readonly packageId: PackageId;
  readonly revision: number;
  readonly contest: { readonly title: LocalText; readonly edition: string };
  readonly round: { readonly name: LocalText };
  readonly juror: { readonly number: number; readonly name: string; readonly chair: boolean };
  readonly categories: readonly BallotCategory[];
  /** In the order in which they are to be read. */
  readonly entries: readonly BallotEntry[];
  /** Files that belong to the entries' materials. */
  readonly attachments: readonly BallotAttachment[];
  readonly instructions: LocalText;
  readonly dueAt: string;
  readonly sendTo: string;
  /** One per entry, in the same order. */
  readonly cards: readonly BallotCard[];
  readonly progress: BallotProgress;
  /** The last submission; null before the first. */
  readonly submitted: Receipt | null;
  /** False from a submission until the juror asks to make a correction. */
  readonly editable: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Last change that is safely on this computer; null while nothing was ever changed. */
  readonly savedAt: string | null;
  /** Of a re-issue: why, and who is no longer to be marked. */
  readonly previous: {
    readonly revision: number;
    readonly reason: string;
    readonly withdrawn: readonly { readonly number: number; readonly name: string }[];
  } | null;
  /** What of the juror's earlier ballot may be taken over into this one; null where nothing is offered. */
  readonly carried: CarriedMarks | null;
  /** Where the juror stood when the ballot was last open. */
  readonly place: BallotPlace | null;
}

export interface CarriedMarks {
  readonly state: 'offered' | 'taken' | 'declined';
  /** Of the ballot that the marks come from. */
  readonly receipt: string;
  readonly sequence: number;
  readonly submittedAt: string;
  /** Entry → criterion → value. */
  readonly marks: Readonly<Record<number, Readonly<Record<number, number>>>>;
}

export interface BallotPlace {
  readonly entry: EntryId;
  readonly criterion: CriterionId | null;
}

/** What one mark, comment, recusal, undo or redo changed: small, because it answers every keystroke. */
export interface BallotDelta {
  readonly card: BallotCard;
  /** The criterion that changed, so that an undo can lead the eye there; null for comments and recusals. */
  readonly criterion: CriterionId | null;
  readonly progress: BallotProgress;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly savedAt: string;
}
