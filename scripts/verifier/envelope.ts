import { Decrypter } from 'age-encryption';
import { isSigned, sha256 } from './bytes';
import { Doc, Malformed } from './doc';
import type { Finding } from './finding';

/** The opened file, cut as its manifest says. */
export interface Envelope {
  readonly manifest: Doc;
  readonly fingerprint: string;
  readonly parts: ReadonlyMap<string, Uint8Array>;
}

/** Null: no age file under a code, or not under this one. More work than a results file has is not begun. */
export async function decrypt(file: Uint8Array, code: string): Promise<Uint8Array | null> {
  const head = Buffer.from(file.subarray(0, 200)).toString('latin1');
  const work = /^age-encryption\.org\/v1\n-> scrypt \S+ (\d+)\n/.exec(head)?.[1];
  if (work === undefined || Number(work) > 18) return null;
  const decrypter = new Decrypter();
  decrypter.addPassphrase(code);
  try {
    return await decrypter.decrypt(file);
  } catch (error) {
    // Its errors have no types; each of them means that these bytes do not open.
    if (error instanceof Error) return null;
    throw error;
  }
}

export function readEnvelope(content: Uint8Array, finding: Finding): Envelope {
  if (content.length < 4) throw new Malformed('file');
  const length = new DataView(content.buffer, content.byteOffset, 4).getUint32(0, true);
  const end = 4 + length;
  if (content.length < end + 128) throw new Malformed('file');
  const bytes = content.subarray(4, end);
  const manifest = Doc.parse(bytes, 'manifest');
  if (![1, 2].includes(manifest.get('format').number)) throw new Malformed('manifest.format');
  for (const [role, from] of [
    ['secretary', end],
    ['chair', end + 64],
  ] as const) {
    const key = manifest.get('signers').get(role).text;
    finding.check(
      'signatures',
      isSigned('tarazy seal 1', bytes, key, content.subarray(from, from + 64)),
      'signature',
      role,
    );
  }
  return { manifest, fingerprint: sha256(bytes), parts: cut(manifest, content.subarray(end + 128), finding) };
}

function cut(manifest: Doc, bytes: Uint8Array, finding: Finding): ReadonlyMap<string, Uint8Array> {
  const parts = new Map<string, Uint8Array>();
  let at = 0;
  for (const each of manifest.get('parts').list) {
    const name = each.get('name').text;
    const length = each.get('length').number;
    if (!Number.isSafeInteger(length) || length < 0) throw new Malformed(each.path);
    const part = bytes.subarray(at, at + length);
    const holds = part.length === length && sha256(part) === each.get('sha256').text && !parts.has(name);
    finding.check('parts', holds, 'part', name);
    parts.set(name, part);
    at += length;
  }
  finding.check('parts', at === bytes.length, 'rest', String(bytes.length - at));
  return parts;
}

export function partOf(envelope: Pick<Envelope, 'parts'>, name: string): Uint8Array {
  const part = envelope.parts.get(name);
  if (part === undefined) throw new Malformed(name);
  return part;
}
