import { open } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { FileKind } from '@shared/errors';
import { fail, ok, type Result } from '@shared/result';
import { attempt } from './vault/fsFailure';

const bytes = (text: string) => Buffer.from(text, 'latin1');
/** Packages and returned ballots are age files to whoever has no key. */
const ageMagic = bytes('age-encryption.org/v1\n');
const zipMagic = bytes('PK\u0003\u0004');

interface Kind {
  readonly kind: FileKind;
  readonly fits: (head: Buffer) => boolean;
}
const startsWith = (magic: Buffer) => (head: Buffer) => head.subarray(0, magic.length).equals(magic);

const kinds: Readonly<Record<string, Kind>> = {
  '.tarazy': { kind: 'contest', fits: startsWith(bytes('\u0089TARAZY\n')) },
  '.tballot': { kind: 'ballot', fits: startsWith(ageMagic) },
  '.tscores': { kind: 'returned-ballot', fits: startsWith(ageMagic) },
  '.tresults': { kind: 'results', fits: startsWith(ageMagic) },
  '.xlsx': { kind: 'spreadsheet', fits: startsWith(zipMagic) },
  // Text has no signature; a NUL in it means that it is something else under a wrong name.
  '.csv': { kind: 'spreadsheet', fits: (head) => !head.includes(0) },
  // An object: what is in it is told when it is read.
  '.json': { kind: 'snapshot', fits: (head) => /^(?:\u00ef\u00bb\u00bf)?\s*\{/.test(head.toString('latin1')) },
};

/** The ending that says which kind a file claims to be, without the dot; undefined for files that are not ours. */
export const claimedKind = (path: string): FileKind | undefined => kinds[extname(path).toLowerCase()]?.kind;

/** What a file is, by its ending and its first bytes together. `expected` words the refusal. */
export async function kindOfFile(path: string, expected: FileKind = 'contest'): Promise<Result<FileKind>> {
  const kind = kinds[extname(path).toLowerCase()];
  const refused = fail({ code: 'not-this-kind', file: basename(path), expected } as const);
  if (kind === undefined) return refused;
  const head = await attempt(path, () => readHead(path));
  if (!head.ok) return head;
  return kind.fits(head.value) ? ok(kind.kind) : refused;
}

/** Its first bytes: enough to recognise every kind by. */
export async function readHead(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(1024), 0, 1024, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
