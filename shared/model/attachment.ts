import type { AttachmentId, NomineeId } from './ids';

/** What may be attached; each kind is recognised by the ending of its name and by its first bytes together. */
export const attachmentKinds = ['pdf', 'png', 'jpeg', 'webp', 'text'] as const;
export type AttachmentKind = (typeof attachmentKinds)[number];

export const pictureKinds = ['png', 'jpeg', 'webp'] as const satisfies readonly AttachmentKind[];
export type PictureKind = (typeof pictureKinds)[number];

export const isPicture = (kind: AttachmentKind | null): kind is PictureKind =>
  pictureKinds.some((picture) => picture === kind);

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
  /** A picture of more pixels than are decoded. */
  | 'pixels'
  | 'moving'
  /** A picture that is cut off, or cannot be decoded. */
  | 'broken'
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

/** A picture as it came, to be drawn anew by the page before anything keeps it. */
export interface PictureContent {
  readonly name: string;
  readonly kind: PictureKind;
  readonly bytes: Uint8Array;
}

export interface AttachmentContent {
  readonly kind: AttachmentKind;
  readonly bytes: Uint8Array;
}
