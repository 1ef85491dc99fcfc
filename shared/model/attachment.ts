import type { AttachmentId, NomineeId } from './ids';

/** What may be attached; each kind is recognised by the ending of its name and by its first bytes together. */
export const attachmentKinds = ['pdf', 'png', 'jpeg', 'webp', 'text'] as const;
export type AttachmentKind = (typeof attachmentKinds)[number];

/** Why a file is not taken as an attachment; the interface has a text per reason. */
export type AttachmentRefusal =
  /** SVG, HTML, XML: a page that could act. */
  | 'page'
  | 'office'
  | 'other'
  /** The first bytes are not those of the kind that the name promises. */
  | 'content'
  | 'empty'
  | 'too-large'
  | 'no-room'
  | 'twice';

/** A file that was not taken, by its name and with the reason. */
export interface RefusedAttachment {
  readonly file: string;
  readonly why: AttachmentRefusal;
}

/** A file that a nominee sent in, as the secretary's screens list it. */
export interface Attachment {
  readonly id: AttachmentId;
  readonly nominee: NomineeId;
  readonly name: string;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

/** The same on the juror's computer: `index` is its place in the package. */
export interface BallotAttachment {
  readonly index: number;
  readonly entries: readonly number[];
  readonly name: string;
  readonly kind: AttachmentKind;
  readonly bytes: number;
}

export interface AttachmentContent {
  readonly kind: AttachmentKind;
  readonly bytes: Uint8Array;
}
