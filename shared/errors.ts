import type { AttachmentRefusal } from './model/attachment';
import type { RegionRefusal } from './model/regional';

/**
 * Everything that can go wrong in an expected way. The union is closed: the renderer has one text per code
 * (`failure.<code>` in every language), which says what happened, what was kept and what to do.
 * A failure never carries personal data beyond what the user already sees on the screen.
 */
export type Failure =
  // --- opening a contest or ballot file
  | { readonly code: 'wrong-secret' }
  /** No recovery code at all: its check sign does not fit what was typed. */
  | { readonly code: 'code-mistyped' }
  | { readonly code: 'damaged'; readonly file: string }
  | { readonly code: 'altered'; readonly file: string }
  /** The secret opens what this computer has of the contest, and this file is under another key. */
  | { readonly code: 'other-key'; readonly file: string }
  /** What this computer has is in no file yet, and is under another key than this file. */
  | { readonly code: 'other-key-here'; readonly file: string }
  /** Which of two files goes on has to be said first. */
  | { readonly code: 'two-files' }
  | { readonly code: 'newer-format'; readonly file: string }
  | {
      readonly code: 'not-this-kind';
      readonly file: string;
      readonly expected: FileKind;
    }
  | { readonly code: 'in-use'; readonly file: string }
  // --- the file system
  | { readonly code: 'not-found'; readonly file: string }
  | { readonly code: 'read-only'; readonly file: string }
  | { readonly code: 'no-permission'; readonly file: string }
  | { readonly code: 'disk-full'; readonly file: string }
  | { readonly code: 'medium-gone'; readonly file: string }
  | { readonly code: 'io'; readonly file: string; readonly detail: string }
  | { readonly code: 'exists'; readonly file: string }
  | { readonly code: 'file-forgotten' }
  // --- spreadsheets
  | { readonly code: 'workbook-too-large'; readonly file: string }
  | { readonly code: 'workbook-unreadable'; readonly file: string }
  | { readonly code: 'csv-not-utf8'; readonly file: string }
  | { readonly code: 'no-header-row'; readonly file: string }
  | { readonly code: 'no-name-column' }
  | { readonly code: 'nothing-to-import' }
  // --- open snapshots
  | { readonly code: 'snapshot-too-large'; readonly file: string }
  /** No JSON text. */
  | { readonly code: 'snapshot-unreadable'; readonly file: string }
  // --- attachments
  | { readonly code: 'attachment-refused'; readonly file: string; readonly why: AttachmentRefusal }
  // --- results files of regions
  | { readonly code: 'region-refused'; readonly file: string; readonly refusal: RegionRefusal }
  /** The rules allow no more nominees of this region. `nominee`: who is there, `№ 4 Name`. */
  | { readonly code: 'region-full'; readonly region: string; readonly nominee: string }
  // --- the contest
  | { readonly code: 'no-contest-open' }
  | { readonly code: 'rules-locked' }
  | { readonly code: 'round-closed-by-rules' }
  | {
      readonly code: 'weights-uneven';
      readonly category: string;
      readonly sumBasisPoints: number;
    }
  | { readonly code: 'invalid'; readonly field: string }
  | {
      readonly code: 'gone';
      readonly what:
        'nominee' | 'entry' | 'juror' | 'round' | 'category' | 'batch' | 'decision' | 'version' | 'attachment';
    }
  | { readonly code: 'category-in-use' }
  | { readonly code: 'round-in-use' }
  /** Rows of the round's table would be read as something else. */
  | { readonly code: 'table-in-use' }
  | { readonly code: 'import-not-undoable' }
  | { readonly code: 'juror-has-ballot' }
  | { readonly code: 'no-jurors' }
  | { readonly code: 'no-entries' }
  | { readonly code: 'no-chair' }
  | { readonly code: 'no-chair-key' }
  | { readonly code: 'sealed' }
  | { readonly code: 'not-sealed' }
  | { readonly code: 'seal-hindered'; readonly count: number }
  | { readonly code: 'wrong-password-of'; readonly who: 'secretary' | 'chair' }
  | { readonly code: 'no-results-open' }
  | { readonly code: 'round-not-open' }
  | { readonly code: 'round-hindered'; readonly count: number }
  | { readonly code: 'next-round-began' }
  | { readonly code: 'reason-missing' }
  | { readonly code: 'not-a-tie' }
  // --- the juror's ballot
  | { readonly code: 'no-ballot-open' }
  | {
      readonly code: 'mark-outside-scale';
      readonly min: number;
      readonly max: number;
      readonly step: number;
    }
  | { readonly code: 'ballot-incomplete'; readonly missing: number }
  | { readonly code: 'nothing-to-undo' }
  | { readonly code: 'ballot-submitted' }
  /** The program is locked: nothing is answered until it is unlocked. */
  | { readonly code: 'locked' }
  // --- anything long
  | { readonly code: 'cancelled' }
  // --- a bug: logged under this number, shown as a bug
  | { readonly code: 'bug'; readonly reference: string };

export type FileKind = 'contest' | 'ballot' | 'returned-ballot' | 'results' | 'spreadsheet' | 'snapshot';
