import type { ContestId, NomineeId, RegionalFileId } from './ids';
import type { NomineeKind } from './category';
import type { CategoryId } from './ids';
import type { LocalText } from './language';
import type { FieldValues } from './nominee';

/** Results files of regions, whose laureates are the nominees of a national contest. */

/** What a results file says of itself: whose it is, and what it is known by. */
export interface RegionalSource {
  readonly contest: ContestId;
  readonly title: LocalText;
  readonly edition: string;
  /** Which seal of that contest it is; an earlier one was broken. */
  readonly seal: number;
  readonly sealedAt: string;
  /** SHA-256 of the seal's manifest, 64 hexadecimal digits. */
  readonly fingerprint: string;
  /** Public keys, hexadecimal. */
  readonly signers: { readonly secretary: string; readonly chair: string };
}

/** A file that was taken in. */
export interface RegionalFile extends RegionalSource {
  readonly id: RegionalFileId;
  /** Its Kazakh name in the list of regions. */
  readonly region: string;
  readonly fileName: string;
  readonly takenAt: string;
  /** Another file of the region has taken its place. */
  readonly replaced: { readonly at: string; readonly reason: string } | null;
  readonly nominees: readonly NomineeId[];
}

/** Why a region's file is not taken in; nothing of it was written. */
export const regionRefusals = [
  /** This contest takes no regions' files. */
  'not_national',
  'own',
  'other_contest',
  'other_season',
  /** It is the result of no regional contest. */
  'not_regional',
  /** The ranking in it does not follow from its ballots. */
  'not_recomputed',
  'no_laureate',
  'above_limit',
  'no_region',
  'unknown_region',
  'several_regions',
  'already_in',
  /** A later seal of that contest is in; this one was broken. */
  'older_seal',
  /** Somebody of the region was typed in by hand. */
  'by_hand',
] as const;

/** `found` and `expected` in words that need no language: a name, a season, a number; '' where there is nothing to say. */
export interface RegionRefusal {
  readonly why: (typeof regionRefusals)[number];
  readonly found: string;
  readonly expected: string;
}

/** One that comes: a laureate of the region. */
export interface RegionalLaureate {
  /** In the region's contest. */
  readonly number: number;
  readonly name: string;
  readonly kind: NomineeKind;
  /** Here; null where a commission assigns it. */
  readonly category: CategoryId | null;
  readonly fields: FieldValues;
  /** Typed in by hand under the same name: the same one, or somebody else. */
  readonly namesake: { readonly id: NomineeId; readonly number: number; readonly name: string } | null;
}

/** What taking a region's file in would do. */
export interface RegionalOffer {
  readonly file: string;
  readonly source: RegionalSource;
  readonly organiser: LocalText;
  /** The chairs of its jury. */
  readonly chairs: readonly string[];
  readonly reopenings: readonly { readonly number: number; readonly at: string; readonly reason: string }[];
  /** '' where it names none that is known. */
  readonly region: string;
  readonly laureates: readonly RegionalLaureate[];
  /** What is in of that region, or of that contest, and would be replaced. */
  readonly replaces: readonly RegionalFile[];
  readonly refusal: RegionRefusal | null;
}
