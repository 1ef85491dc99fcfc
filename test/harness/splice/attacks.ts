import { sha256 } from '../../../electron/exchange/hashes';
import type { Random } from '../lib/random';

/** A publication of a contest, cut where its format cuts it. */
export interface Publication {
  readonly head: Buffer;
  readonly body: Buffer;
}

const pageBytes = 4096;
const lengthAt = 8;
const headerAt = 76;

export function publicationOf(file: Buffer): Publication {
  const end = headerAt + file.readUInt32LE(lengthAt);
  return { head: file.subarray(0, end), body: file.subarray(end) };
}

export const fileOf = ({ head, body }: Publication): Buffer => Buffer.concat([head, body]);

type Attack = (newer: Publication, older: Publication, random: Random) => Publication;

/** Pages that differ between two publications: what somebody would want to bring back. */
export function changedPages(newer: Buffer, older: Buffer): readonly number[] {
  const pages = Math.min(newer.length, older.length) / pageBytes;
  return Array.from({ length: pages }, (_, page) => page).filter(
    (page) => !pageOf(newer, page).equals(pageOf(older, page)),
  );
}

const pageOf = (body: Buffer, page: number) => body.subarray(page * pageBytes, (page + 1) * pageBytes);

export function withPages(body: Buffer, from: Buffer, pages: readonly number[]): Buffer {
  const copy = Buffer.from(body);
  for (const page of pages) pageOf(from, page).copy(copy, page * pageBytes);
  return copy;
}

const somePages: Attack = (newer, older, random) => {
  const changed = changedPages(newer.body, older.body);
  const wanted = random.chance(0.5) ? [random.pick(changed)] : changed.filter(() => random.chance(0.5));
  const pages = wanted.length > 0 ? wanted : [random.pick(changed)];
  return { head: newer.head, body: withPages(newer.body, older.body, pages) };
};

const olderBody: Attack = (newer, older) => ({ head: newer.head, body: older.body });
const olderHead: Attack = (newer, older) => ({ head: older.head, body: newer.body });

/** A header of `one`'s with something of the other's in it; length and SHA-256 are made right, the MAC is one of both. */
const mixedHead: Attack = (newer, older, random) => {
  const [base, other] = random.chance(0.5) ? [newer, older] : [older, newer];
  const header = JSON.parse(base.head.subarray(headerAt).toString('utf8')) as Record<string, unknown>;
  const foreign = JSON.parse(other.head.subarray(headerAt).toString('utf8')) as Record<string, unknown>;
  const keys = ['counter', 'body', 'slots', 'publishedAt'].filter(
    (key) => JSON.stringify(header[key]) !== JSON.stringify(foreign[key]),
  );
  const swapped = random.pick(keys);
  header[swapped] = foreign[swapped];
  const mac = (random.chance(0.5) ? newer : older).head.subarray(44, headerAt);
  const body = (random.chance(0.5) ? newer : older).body;
  return { head: headWith(header, mac), body };
};

function headWith(header: object, mac: Buffer): Buffer {
  const bytes = Buffer.from(JSON.stringify(header), 'utf8');
  const head = Buffer.alloc(headerAt);
  head.write('\u0089TARAZY\n', 'latin1');
  head.writeUInt32LE(bytes.length, lengthAt);
  Buffer.from(sha256(bytes)).copy(head, 12);
  mac.copy(head, 44);
  return Buffer.concat([head, bytes]);
}

/** Attacks by name; none of them needs a key. */
export const attacks = { somePages, olderBody, olderHead, mixedHead } as const satisfies Record<string, Attack>;
export type AttackName = keyof typeof attacks;
