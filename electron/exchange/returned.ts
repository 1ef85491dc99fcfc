import { ballotFormat, type BallotManifest, type RefusalReason, type ReturnedBallot } from '@shared/model/ballot';
import { receiptText } from '@shared/domain/ballotCode';
import { fail, ok, type Result } from '@shared/result';
import { ageKind } from './ageHeader';
import { hex, sha256 } from './hashes';
import { writeSignedJson } from './signedJson';

/**
 * The returned ballot, `.tscores`: an age file to the contest's X25519 recipient whose content is
 * `u32 length | ballot JSON | Ed25519 signature of the juror`.
 */

/** The part of `Heavy` that returned ballots need. */
export interface RecipientCipher {
  ageEncryptTo(recipient: string, bytes: Uint8Array): Promise<Uint8Array>;
  ageDecryptWith(identity: string, bytes: Uint8Array): Promise<Uint8Array | null>;
}

export const maxBallotBytes = 48 * 2 ** 20;

export interface WrittenBallot {
  /** What is encrypted and sent. One ballot under one key always gives the same bytes. */
  readonly content: Uint8Array;
  readonly hash: string;
  readonly receipt: string;
}

/** What a juror wrote, as a ballot of the package that it was written in. */
export function ballotOfPackage(
  manifest: BallotManifest,
  jurorKey: Uint8Array,
  written: Pick<ReturnedBallot, 'sequence' | 'submittedAt' | 'cards'>,
): ReturnedBallot {
  return {
    format: ballotFormat,
    contestId: manifest.contest.id,
    packageId: manifest.packageId,
    revision: manifest.revision,
    rulesHash: manifest.rulesHash,
    roundId: manifest.round.id,
    jurorId: manifest.juror.id,
    jurorKey: hex(jurorKey),
    ...written,
  };
}

export function writeReturned(ballot: ReturnedBallot, jurorSecret: Uint8Array): WrittenBallot {
  const json = new TextEncoder().encode(JSON.stringify(ballot));
  return { content: writeSignedJson('ballot', json, jurorSecret), ...ballotHash(json) };
}

/** The hash that names a ballot everywhere (SHA-256 of the JSON bytes that were signed, hex) and its printed form. */
export function ballotHash(json: Uint8Array): { readonly hash: string; readonly receipt: string } {
  const digest = sha256(json);
  return { hash: hex(digest), receipt: receiptText(digest) };
}

/**
 * The signed content of a `.tscores` file. not_a_ballot: not a file of this kind; unreadable: damaged, or encrypted
 * to another contest's key, which age cannot tell apart.
 */
export async function openReturned(
  bytes: Uint8Array,
  identity: string,
  cipher: RecipientCipher,
): Promise<Result<Uint8Array, RefusalReason>> {
  if (bytes.length > maxBallotBytes || ageKind(bytes) !== 'recipient') return fail('not_a_ballot');
  const content = await cipher.ageDecryptWith(identity, bytes);
  return content === null ? fail('unreadable') : ok(content);
}
