import { readBallotCode } from '@shared/domain/ballotCode';
import { resultsContest, resultsFormat, type ResultsContest } from '@shared/model/results';
import type { SealManifest } from '@shared/model/seal';
import { fail, ok, type Result } from '@shared/result';
import { ageKind, packageWorkFactor } from './ageHeader';
import { hex, sha256 } from './hashes';
import { signatureBytes } from './keys';
import { readLogBytes } from './logChain';
import { maxPackageBytes, type PassphraseCipher } from './package';
import { readSeal, sealedRulesHash, type SealBytes } from './seal';
import { formatOf, parseJson } from './signedJson';
import { readBallot } from './verdict';

/**
 * The results file, `.tresults`: an age file under a code of its own whose content is
 * `u32 length | seal manifest | signature of the secretary | signature of the chair | parts in manifest order`.
 */
export interface Results {
  readonly manifest: SealManifest;
  readonly manifestBytes: Uint8Array;
  readonly contest: ResultsContest;
  /** Every part as it was signed, by its name. */
  readonly parts: ReadonlyMap<string, Uint8Array>;
}

export const contestPart = 'contest.json';
export const logPart = 'log.jsonl';
export const packagePart = (id: string): string => `package/${id}`;
export const ballotPart = (hash: string): string => `ballot/${hash}`;

const lengthBytes = 4;
const maxManifestBytes = 256 * 2 ** 20;

export function resultsContent(seal: SealBytes, parts: readonly Uint8Array[]): Uint8Array {
  const head = new Uint8Array(lengthBytes);
  new DataView(head.buffer).setUint32(0, seal.manifest.length, true);
  const { secretary, chair } = seal.signatures;
  return new Uint8Array(Buffer.concat([head, seal.manifest, secretary, chair, ...parts]));
}

export function encryptResults(
  content: Uint8Array,
  code: string,
  cipher: PassphraseCipher,
  workFactor: number = packageWorkFactor,
): Promise<Uint8Array> {
  if (readBallotCode(code) !== code) throw new Error('a results file is sealed under a code as it was issued');
  return cipher.ageEncryptWithPassphrase(content, code, workFactor);
}

/** not-this-kind: no results file at all; wrong-secret: it does not open with this code; the rest as readResults. */
export async function openResults(
  bytes: Uint8Array,
  typedCode: string,
  file: string,
  cipher: PassphraseCipher,
): Promise<Result<Results>> {
  if (bytes.length > maxPackageBytes || ageKind(bytes) !== 'passphrase')
    return fail({ code: 'not-this-kind', file, expected: 'results' });
  const code = readBallotCode(typedCode);
  if (code === null) return fail({ code: 'wrong-secret' });
  const content = await cipher.ageDecryptWithPassphrase(bytes, code);
  if (content === null) return fail({ code: 'wrong-secret' });
  return content === 'damaged' ? fail({ code: 'damaged', file }) : readResults(content, file);
}

/** More than the head of an age file ever has; what follows of the first piece does not matter. */
const headBytes = 512;

export const headOfResults = (bytes: Uint8Array): Uint8Array => bytes.slice(0, headBytes);

/**
 * Whether this code opens the file that begins so, at the price of opening it. The pieces behind the head are cut off,
 * which an age reader finds out only when the head has opened.
 */
export async function resultsCodeOpens(
  head: Uint8Array,
  typedCode: string,
  cipher: PassphraseCipher,
): Promise<boolean> {
  const code = readBallotCode(typedCode);
  return code !== null && (await cipher.ageDecryptWithPassphrase(head, code)) !== null;
}

/** altered: opened, but not what secretary and chair signed, or what was signed does not hold together. */
export function readResults(content: Uint8Array, file: string): Result<Results> {
  const altered = fail({ code: 'altered', file } as const);
  const cut = splitContent(content);
  if (cut === null) return altered;
  const seal = readSeal(cut.seal, file);
  if (!seal.ok) return seal;
  const manifest = seal.value;
  const parts = cutParts(manifest, cut.rest);
  if (parts === null) return altered;
  const contest = readContestPart(parts, manifest, file);
  if (!contest.ok) return contest;
  if (!ballotsHold(parts, manifest) || !logHolds(parts, manifest)) return altered;
  return ok({ manifest, manifestBytes: cut.seal.manifest, contest: contest.value, parts });
}

function splitContent(bytes: Uint8Array): { readonly seal: SealBytes; readonly rest: Uint8Array } | null {
  if (bytes.length < lengthBytes) return null;
  const length = new DataView(bytes.buffer, bytes.byteOffset, lengthBytes).getUint32(0, true);
  const end = lengthBytes + length;
  const signed = end + 2 * signatureBytes;
  if (length > maxManifestBytes || bytes.length < signed) return null;
  const signatures = {
    secretary: bytes.subarray(end, end + signatureBytes),
    chair: bytes.subarray(end + signatureBytes, signed),
  };
  return { seal: { manifest: bytes.subarray(lengthBytes, end), signatures }, rest: bytes.subarray(signed) };
}

/** Null: a part is cut off, is not what was signed, is there twice, or something stands after the last one. */
function cutParts(manifest: SealManifest, bytes: Uint8Array): ReadonlyMap<string, Uint8Array> | null {
  const parts = new Map<string, Uint8Array>();
  let at = 0;
  for (const { name, length, sha256: expected } of manifest.parts) {
    const part = bytes.subarray(at, at + length);
    if (part.length !== length || parts.has(name) || hex(sha256(part)) !== expected) return null;
    parts.set(name, part);
    at += length;
  }
  return at === bytes.length ? parts : null;
}

function readContestPart(
  parts: ReadonlyMap<string, Uint8Array>,
  manifest: SealManifest,
  file: string,
): Result<ResultsContest> {
  const altered = fail({ code: 'altered', file } as const);
  const json = parseJson(parts.get(contestPart) ?? new Uint8Array(0));
  if (!json.ok) return altered;
  if ((formatOf(json.value) ?? 0) > resultsFormat) return fail({ code: 'newer-format', file });
  const parsed = resultsContest.safeParse(json.value);
  if (!parsed.success) return altered;
  const contest = parsed.data;
  const fits = contest.contest.id === manifest.contest.id && sealedRulesHash(contest) === manifest.rulesHash;
  const packages = contest.packages.every((p) => {
    const bytes = parts.get(packagePart(p.id));
    return bytes !== undefined && hex(sha256(bytes)) === p.sha256;
  });
  return fits && packages ? ok(contest) : altered;
}

/** Every ballot is genuine, of this contest and filed under its own hash, and each one that counts is there. */
function ballotsHold(parts: ReadonlyMap<string, Uint8Array>, manifest: SealManifest): boolean {
  const names = [...parts.keys()].filter((name) => name.startsWith(ballotPart('')));
  const genuine = names.every((name) => {
    const read = readBallot(parts.get(name) ?? new Uint8Array(0));
    if (!read.ok || read.value.ballot.contestId !== manifest.contest.id) return false;
    return ballotPart(hex(sha256(read.value.json))) === name;
  });
  const counted = manifest.rounds.flatMap((r) => r.ballots.flatMap((b) => b.hash ?? []));
  return genuine && counted.every((hash) => parts.has(ballotPart(hash)));
}

function logHolds(parts: ReadonlyMap<string, Uint8Array>, { log }: SealManifest): boolean {
  const read = readLogBytes(parts.get(logPart) ?? new Uint8Array(0));
  return read !== null && read.lines.length === log.lines && read.head === log.head;
}
