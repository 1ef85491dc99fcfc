import { createHash, timingSafeEqual } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import { contestId, type ContestId } from '@shared/model/ids';
import { fail, ok, type Result } from '@shared/result';
import { attempt } from './fsFailure';
import { headerMac } from './keys';
import { slotSchema, type Slot } from './slots';

/**
 * `magic (8) | u32 LE header length | SHA-256(header) | HMAC-SHA-256(header) | header | SQLite bytes`
 *
 * SHA-256 tells an accident (damaged) from a wrong secret without any key; the MAC over the raw header bytes and the
 * body's SHA-256 in the header tell tampering. See docs/formats.md.
 */
const magic = Buffer.from('\u0089TARAZY\n', 'latin1');
const lengthAt = magic.length;
const shaAt = lengthAt + 4;
const macAt = shaAt + 32;
const headerAt = macAt + 32;
const maxHeaderBytes = 64 * 1024;
export const containerFormat = 1;

export interface Header {
  readonly format: typeof containerFormat;
  readonly contestId: ContestId;
  /** Counts publications from 1; never goes back. */
  readonly counter: number;
  /** ISO instants. */
  readonly createdAt: string;
  readonly publishedAt: string;
  readonly body: { readonly bytes: number; readonly sha256: string };
  readonly slots: readonly Slot[];
}

const oneEach = (slots: readonly Slot[]): boolean =>
  new Set(slots.map(({ role }) => role)).size === slots.length && slots.every(({ role }) => role !== 'juror');

const headerSchema = z.object({
  format: z.literal(containerFormat),
  contestId,
  counter: z.number().int().min(1).max(Number.MAX_SAFE_INTEGER),
  createdAt: z.iso.datetime(),
  publishedAt: z.iso.datetime(),
  body: z.object({ bytes: z.number().int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  // One per role: a password is tried on each, and a hostile head must not make that take long.
  slots: z.array(slotSchema).min(1).refine(oneEach),
});
const formatOnly = z.object({ format: z.number().int().min(1) });

/** Everything before the body, parsed but not yet authenticated: that needs K. */
export interface ContainerHead {
  readonly header: Header;
  /** Exactly as on disk, magic to header inclusive. */
  readonly raw: Uint8Array;
  readonly headerBytes: Uint8Array;
  readonly mac: Uint8Array;
}

/** The bytes that stand before the body. */
export function encodeHead(header: Header, key: Uint8Array): Uint8Array {
  const headerBytes = Buffer.from(JSON.stringify(header), 'utf8');
  if (headerBytes.length > maxHeaderBytes) throw new Error('header too long');
  const length = Buffer.alloc(4);
  length.writeUInt32LE(headerBytes.length);
  const sha = createHash('sha256').update(headerBytes).digest();
  return new Uint8Array(Buffer.concat([magic, length, sha, headerMac(key, headerBytes), headerBytes]));
}

/**
 * Parses the bytes before the body. `bytes` may go on beyond them. `file` is named in the failure.
 * not-this-kind: no such magic; newer-format: made by a later release; damaged: anything else that is not whole.
 */
export function parseHead(bytes: Uint8Array, file: string): Result<ContainerHead> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!buffer.subarray(0, magic.length).equals(magic)) {
    return fail({ code: 'not-this-kind', file, expected: 'contest' });
  }
  if (buffer.length < headerAt) return fail({ code: 'damaged', file });
  const end = headerAt + buffer.readUInt32LE(lengthAt);
  if (end - headerAt > maxHeaderBytes || end > buffer.length) return fail({ code: 'damaged', file });
  const headerBytes = buffer.subarray(headerAt, end);
  const sha = createHash('sha256').update(headerBytes).digest();
  if (!timingSafeEqual(sha, buffer.subarray(shaAt, macAt))) return fail({ code: 'damaged', file });
  const json = parseJson(headerBytes);
  const format = formatOnly.safeParse(json);
  if (format.success && format.data.format > containerFormat) return fail({ code: 'newer-format', file });
  const header = headerSchema.safeParse(json);
  if (!header.success) return fail({ code: 'damaged', file });
  return ok({
    header: header.data,
    raw: new Uint8Array(buffer.subarray(0, end)),
    headerBytes: new Uint8Array(headerBytes),
    mac: new Uint8Array(buffer.subarray(macAt, headerAt)),
  });
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    // Both mean: these bytes are no header of ours.
    if (error instanceof SyntaxError || error instanceof TypeError) return null;
    throw error;
  }
}

/** Reads the head of a container and checks that the file is as long as it says: a copy broken off is damaged. */
export async function readHead(path: string): Promise<Result<ContainerHead>> {
  const file = basename(path);
  const read = await attempt(path, () =>
    withFile(path, async (handle) => {
      const { size } = await handle.stat();
      const bytes = new Uint8Array(Math.min(size, headerAt + maxHeaderBytes));
      await readFully(handle, bytes, 0);
      return { size, bytes };
    }),
  );
  if (!read.ok) return read;
  const head = parseHead(read.value.bytes, file);
  if (!head.ok) return head;
  const { raw, header } = head.value;
  return read.value.size === raw.length + header.body.bytes ? head : fail({ code: 'damaged', file });
}

async function withFile<T>(path: string, use: (handle: FileHandle) => Promise<T>): Promise<T> {
  const handle = await open(path, 'r');
  try {
    return await use(handle);
  } finally {
    await handle.close();
  }
}

async function readFully(handle: FileHandle, into: Uint8Array, from: number): Promise<void> {
  let at = 0;
  while (at < into.length) {
    const { bytesRead } = await handle.read(into, at, into.length - at, from + at);
    if (bytesRead === 0) return;
    at += bytesRead;
  }
}

const chunkBytes = 1024 * 1024;

/**
 * Copies everything from byte `from` of `source` to the end of `target` and returns its length and SHA-256. With
 * `target` null it only measures. Reading the database by its own descriptor while SQLite has it open would drop
 * SQLite's lock on Linux: `source` must never be an open database.
 */
export async function pour(
  source: string,
  from: number,
  target: FileHandle | null,
): Promise<{ readonly bytes: number; readonly sha256: string }> {
  return withFile(source, async (handle) => {
    const hash = createHash('sha256');
    const chunk = new Uint8Array(chunkBytes);
    let at = from;
    for (;;) {
      const { bytesRead } = await handle.read(chunk, 0, chunk.length, at);
      if (bytesRead === 0) return { bytes: at - from, sha256: hash.digest('hex') };
      const part = chunk.subarray(0, bytesRead);
      hash.update(part);
      if (target !== null) await target.writeFile(part);
      at += bytesRead;
    }
  });
}
