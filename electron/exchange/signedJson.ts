import { fail, ok, type Result } from '@shared/result';
import { isSignedBy, signatureBytes, signBytes, type SignatureDomain } from './keys';

/**
 * `u32 length (little endian) | JSON | Ed25519 signature of the JSON bytes | rest`. The JSON is kept and hashed as the
 * bytes that arrived, never written anew.
 */
export interface SignedJson {
  readonly json: Uint8Array;
  readonly signature: Uint8Array;
  readonly rest: Uint8Array;
}

const lengthBytes = 4;

export function writeSignedJson(
  domain: SignatureDomain,
  json: Uint8Array,
  secret: Uint8Array,
  rest: readonly Uint8Array[] = [],
): Uint8Array {
  const head = new Uint8Array(lengthBytes);
  new DataView(head.buffer).setUint32(0, json.length, true);
  return new Uint8Array(Buffer.concat([head, json, signBytes(domain, json, secret), ...rest]));
}

/** Takes the parts apart without believing anything in them. Null: too short, or the JSON would pass `maxJson` bytes. */
export function splitSignedJson(bytes: Uint8Array, maxJson: number): SignedJson | null {
  if (bytes.length < lengthBytes) return null;
  const length = new DataView(bytes.buffer, bytes.byteOffset, lengthBytes).getUint32(0, true);
  const end = lengthBytes + length;
  if (length > maxJson || bytes.length < end + signatureBytes) return null;
  return {
    json: bytes.subarray(lengthBytes, end),
    signature: bytes.subarray(end, end + signatureBytes),
    rest: bytes.subarray(end + signatureBytes),
  };
}

export const isGenuine = (domain: SignatureDomain, parts: SignedJson, publicKey: Uint8Array): boolean =>
  isSignedBy(domain, parts.json, parts.signature, publicKey);

/** The value in UTF-8 JSON bytes; fails on bytes that are not UTF-8 or not JSON. */
export function parseJson(bytes: Uint8Array): Result<unknown, 'not-json'> {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
    return ok(value);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return fail('not-json');
    throw error;
  }
}

/** The `format` member that every file of ours begins with; null when there is none. */
export function formatOf(value: unknown): number | null {
  if (typeof value !== 'object' || value === null || !('format' in value)) return null;
  return typeof value.format === 'number' ? value.format : null;
}
