import { createHash } from 'node:crypto';
import { fail, ok, type Result } from '@shared/result';
import type { BallotManifest } from '@shared/model/ballot';
import { maxManifestBytes, readPackageHead, type PackageHead } from './package';
import { PieceReader, type Pieces } from './pieces';
import { signatureBytes } from './keys';
import { splitSignedJson } from './signedJson';

/** The content of a package as it is decrypted: first the signed manifest, then one attachment after the other. */
export interface PackageReader {
  readonly head: PackageHead;
  /**
   * Hands every piece of every attachment over and checks lengths and hashes. What was handed over counts only when
   * this is ok. altered: not what the manifest says, or something behind the last one.
   */
  attachments(keep: (position: number, seq: number, piece: Uint8Array) => Result<unknown>): Promise<Result<null>>;
}

const lengthBytes = 4;
const pieceBytes = 2 ** 20;

export async function readPackage(plain: Pieces, file: string): Promise<Result<PackageReader>> {
  const altered = fail({ code: 'altered', file } as const);
  const reader = new PieceReader(plain);
  const length = await reader.take(lengthBytes);
  if (!length.ok) return length;
  if (length.value === null) return altered;
  const manifestBytes = Buffer.from(length.value).readUInt32LE(0);
  if (manifestBytes > maxManifestBytes) return altered;
  const rest = await reader.take(manifestBytes + signatureBytes);
  if (!rest.ok) return rest;
  if (rest.value === null) return altered;
  const parts = splitSignedJson(Buffer.concat([length.value, rest.value]), maxManifestBytes);
  if (parts === null) return altered;
  const head = readPackageHead(parts, file);
  if (!head.ok) return head;
  return ok({
    head: head.value,
    attachments: (keep) => readAttachments(reader, head.value.manifest, file, keep),
  });
}

async function readAttachments(
  reader: PieceReader,
  manifest: BallotManifest,
  file: string,
  keep: Parameters<PackageReader['attachments']>[0],
): Promise<Result<null>> {
  const altered = fail({ code: 'altered', file } as const);
  for (const [position, { length, sha256 }] of manifest.attachments.entries()) {
    const hash = createHash('sha256');
    for (let left = length, seq = 0; left > 0; seq += 1) {
      const piece = await reader.take(Math.min(left, pieceBytes));
      if (!piece.ok) return piece;
      if (piece.value === null) return altered;
      hash.update(piece.value);
      const kept = keep(position, seq, piece.value);
      if (!kept.ok) return kept;
      left -= piece.value.length;
    }
    if (hash.digest('hex') !== sha256) return altered;
  }
  const end = await reader.isAtEnd();
  if (!end.ok) return end;
  return end.value ? ok(null) : altered;
}
