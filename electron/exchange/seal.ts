import { canonicalJson, type Json } from '@shared/domain/canonical';
import type { ResultsContest } from '@shared/model/results';
import { sealFormat, sealManifest, type SealManifest } from '@shared/model/seal';
import { fail, ok, type Result } from '@shared/result';
import { fromHex, hex, sha256 } from './hashes';
import { isSignedBy, signBytes, type SigningKeys } from './keys';
import { formatOf, parseJson } from './signedJson';

/** A seal as bytes: what was signed, and by whom. */
export interface SealBytes {
  readonly manifest: Uint8Array;
  readonly signatures: { readonly secretary: Uint8Array; readonly chair: Uint8Array };
}

export interface Signers {
  readonly secretary: SigningKeys;
  readonly chair: SigningKeys;
}

/** A manifest that no reader would accept is a bug and is thrown. */
export function signSeal(manifest: SealManifest, signers: Signers): SealBytes {
  const bytes = new TextEncoder().encode(JSON.stringify(manifest));
  const seal = {
    manifest: bytes,
    signatures: {
      secretary: signBytes('seal', bytes, signers.secretary.secret),
      chair: signBytes('seal', bytes, signers.chair.secret),
    },
  };
  const read = readSeal(seal, 'seal');
  if (!read.ok) throw new Error(`a seal that cannot be read back: ${read.failure.code}`);
  return seal;
}

/** newer-format: of a later release; altered: not what both signed. The keys are those that the manifest names. */
export function readSeal(seal: SealBytes, file: string): Result<SealManifest> {
  const altered = fail({ code: 'altered', file } as const);
  const json = parseJson(seal.manifest);
  if (!json.ok) return altered;
  if ((formatOf(json.value) ?? 0) > sealFormat) return fail({ code: 'newer-format', file });
  const parsed = sealManifest.safeParse(json.value);
  if (!parsed.success) return altered;
  const { signers } = parsed.data;
  const signed =
    isSignedBy('seal', seal.manifest, seal.signatures.secretary, fromHex(signers.secretary)) &&
    isSignedBy('seal', seal.manifest, seal.signatures.chair, fromHex(signers.chair));
  return signed ? ok(parsed.data) : altered;
}

/** SHA-256 of the manifest's bytes, hex. */
export const fingerprintOf = (manifest: Uint8Array): string => hex(sha256(manifest));

/** SHA-256 of canonical JSON of what the result depends on besides the ballots. */
export const sealedRulesHash = ({ rules, categories, rounds }: ResultsContest): string =>
  hex(sha256(new TextEncoder().encode(canonicalJson(jsonOf({ rules, categories, rounds })))));

/** What JSON.stringify leaves of a value: members that are undefined go. */
const jsonOf = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json;
