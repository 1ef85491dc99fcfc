import { readBallotCode } from '@shared/domain/ballotCode';
import { isOnScale } from '@shared/domain/scale';
import { ballotFormat, ballotManifest, type BallotManifest } from '@shared/model/ballot';
import { fail, ok, type Result } from '@shared/result';
import { ageKind, packageWorkFactor } from './ageHeader';
import { carriedIn } from './carried';
import { fromHex, hex, rulesHash, sha256 } from './hashes';
import { formatOf, isGenuine, parseJson, splitSignedJson, writeSignedJson, type SignedJson } from './signedJson';

/**
 * The package to a juror, `.tballot`: an age file under the juror's code whose content is
 * `u32 length | manifest JSON | Ed25519 signature of the contest | attachment bytes in manifest order`.
 */
export interface PackageHead {
  readonly manifest: BallotManifest;
  /** As they arrived; the juror's database keeps them verbatim. */
  readonly manifestBytes: Uint8Array;
  readonly signature: Uint8Array;
}

export interface BallotPackage extends PackageHead {
  readonly attachments: readonly Uint8Array[];
}

/** The part of `Heavy` that packages need. */
export interface PassphraseCipher {
  ageEncryptWithPassphrase(bytes: Uint8Array, passphrase: string, logN: number): Promise<Uint8Array>;
  ageDecryptWithPassphrase(bytes: Uint8Array, passphrase: string): Promise<Uint8Array | 'damaged' | null>;
}

export const maxManifestBytes = 32 * 2 ** 20;
/** A hundred attachments of five megabytes, the manifest, and what age adds. */
export const maxPackageBytes = 600 * 2 ** 20;

/** A manifest that no reader would accept is a bug and is thrown. */
export function packageContent(
  manifest: BallotManifest,
  contestSecret: Uint8Array,
  attachments: readonly Uint8Array[] = [],
): Uint8Array {
  const json = new TextEncoder().encode(JSON.stringify(manifest));
  const content = writeSignedJson('package', json, contestSecret, attachments);
  const read = readPackageContent(content, 'package');
  if (!read.ok) throw new Error(`a package that cannot be read back: ${read.failure.code}`);
  return content;
}

/** What stands before the attachments; they are never all in memory. */
export function packageHead(manifest: BallotManifest, contestSecret: Uint8Array): Uint8Array {
  const json = new TextEncoder().encode(JSON.stringify(manifest));
  const content = writeSignedJson('package', json, contestSecret);
  const parts = splitSignedJson(content, maxManifestBytes);
  const read = parts && readPackageHead(parts, 'package');
  if (read?.ok !== true) throw new Error(`a package that cannot be read back: ${read?.failure.code ?? 'too long'}`);
  return content;
}

/** The bytes of the `.tballot` file. `code` as issued, `XXXX-XXXX-XXXX`: it is age's passphrase, dashes included. */
export function sealPackage(
  content: Uint8Array,
  code: string,
  cipher: PassphraseCipher,
  workFactor: number = packageWorkFactor,
): Promise<Uint8Array> {
  if (readBallotCode(code) !== code) throw new Error('a package is sealed under a code as it was issued');
  return cipher.ageEncryptWithPassphrase(content, code, workFactor);
}

/**
 * The content of a `.tballot` file. not-this-kind: no package at all; wrong-secret: the code cannot be right, or the
 * file does not open with it (age does not tell a wrong code from a damaged file); the rest as readPackageContent.
 */
export async function openPackage(
  bytes: Uint8Array,
  typedCode: string,
  file: string,
  cipher: PassphraseCipher,
): Promise<Result<BallotPackage>> {
  if (bytes.length > maxPackageBytes || ageKind(bytes) !== 'passphrase')
    return fail({ code: 'not-this-kind', file, expected: 'ballot' });
  const code = readBallotCode(typedCode);
  if (code === null) return fail({ code: 'wrong-secret' });
  const content = await cipher.ageDecryptWithPassphrase(bytes, code);
  if (content === null) return fail({ code: 'wrong-secret' });
  return content === 'damaged' ? fail({ code: 'damaged', file }) : readPackageContent(content, file);
}

/** newer-format: written by a later release; altered: opened, but not what a contest writes or signs. */
export function readPackageContent(content: Uint8Array, file: string): Result<BallotPackage> {
  const altered = fail({ code: 'altered', file } as const);
  const parts = splitSignedJson(content, maxManifestBytes);
  if (parts === null) return altered;
  const head = readPackageHead(parts, file);
  if (!head.ok) return head;
  const attachments = cutAttachments(head.value.manifest, parts.rest);
  return attachments === null ? altered : ok({ ...head.value, attachments });
}

/** The same without the attachments, which come after it. */
export function readPackageHead(parts: SignedJson, file: string): Result<PackageHead> {
  const altered = fail({ code: 'altered', file } as const);
  const read = readManifest(parts.json, file);
  if (!read.ok) return read;
  const manifest = read.value;
  if (!isGenuine('package', parts, fromHex(manifest.contestKey))) return altered;
  if (carriedIn(manifest) === 'forged') return altered;
  return ok({ manifest, manifestBytes: parts.json, signature: parts.signature });
}

/** The manifest in bytes that were kept, by itself: its form and that it makes sense, not its signature. */
export function readManifest(bytes: Uint8Array, file: string): Result<BallotManifest> {
  const json = parseJson(bytes);
  if (!json.ok) return fail({ code: 'altered', file });
  if ((formatOf(json.value) ?? 0) > ballotFormat) return fail({ code: 'newer-format', file });
  const parsed = ballotManifest.safeParse(json.value);
  return parsed.success && isConsistent(parsed.data) ? ok(parsed.data) : fail({ code: 'altered', file });
}

function isConsistent(manifest: BallotManifest): boolean {
  const categories = new Set(manifest.categories.map((c) => c.id));
  const entries = new Set(manifest.entries.map((e) => e.id));
  const criteria = manifest.categories.flatMap((c) => c.criteria);
  const told = new Map(criteria.map((c) => [c.id, JSON.stringify(c)]));
  return (
    categories.size === manifest.categories.length &&
    manifest.categories.every((c) => new Set(c.criteria.map((k) => k.id)).size === c.criteria.length) &&
    // A round's own criteria stand in every category, and mean the same in each.
    criteria.every((c) => told.get(c.id) === JSON.stringify(c)) &&
    criteria.every((c) => isOnScale(c.scale, c.scale.max)) &&
    entries.size === manifest.entries.length &&
    manifest.attachments.every((a) => (a.entries ?? []).every((id) => entries.has(id))) &&
    manifest.entries.every((e) => categories.has(e.category)) &&
    rulesHash(manifest.round.id, manifest.categories) === manifest.rulesHash
  );
}

function cutAttachments(manifest: BallotManifest, bytes: Uint8Array): readonly Uint8Array[] | null {
  const attachments: Uint8Array[] = [];
  let at = 0;
  for (const { length, sha256: expected } of manifest.attachments) {
    const attachment = bytes.subarray(at, at + length);
    if (attachment.length !== length || hex(sha256(attachment)) !== expected) return null;
    attachments.push(attachment);
    at += length;
  }
  return at === bytes.length ? attachments : null;
}
