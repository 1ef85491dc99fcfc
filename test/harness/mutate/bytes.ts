import type { Random } from '../lib/random';

/** Changes that need no understanding of a format. Each gives new bytes; they may by chance equal the old ones. */
type Change = (bytes: Buffer, other: Buffer, random: Random) => Buffer;

/** Numbers that lengths and counts are tried with. */
const edges = [0, 1, 63, 64, 65_535, 65_536, 65_537, 0x7fff_ffff, 0x8000_0000, 0xffff_fffe, 0xffff_ffff] as const;

/** A place in the bytes: half of the time near the beginning, where formats keep their heads. */
const place = (length: number, random: Random): number =>
  random.chance(0.5) ? random.below(Math.min(length, 2048)) : random.below(length);

const flip: Change = (bytes, _other, random) => {
  const copy = Buffer.from(bytes);
  for (let n = random.chance(0.5) ? 1 : random.between(2, 16); n > 0; n -= 1) {
    const at = place(copy.length, random);
    copy.writeUInt8(copy.readUInt8(at) ^ (1 << random.below(8)), at);
  }
  return copy;
};

const cutOff: Change = (bytes, _other, random) => bytes.subarray(0, place(bytes.length, random));

const extend: Change = (bytes, _other, random) => Buffer.concat([bytes, random.bytes(random.pick([1, 16, 64, 4096]))]);

const putIn: Change = (bytes, _other, random) => {
  const at = place(bytes.length, random);
  return Buffer.concat([bytes.subarray(0, at), random.bytes(random.between(1, 64)), bytes.subarray(at)]);
};

const takeOut: Change = (bytes, _other, random) => {
  const at = place(bytes.length, random);
  return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + random.between(1, 64))]);
};

const zeroes: Change = (bytes, _other, random) => {
  const copy = Buffer.from(bytes);
  const at = place(copy.length, random);
  return copy.fill(random.chance(0.5) ? 0 : 0xff, at, Math.min(copy.length, at + random.between(1, 512)));
};

/** A piece of the file from elsewhere in it. */
const repeat: Change = (bytes, _other, random) => {
  const copy = Buffer.from(bytes);
  const from = place(copy.length, random);
  bytes.copy(copy, place(copy.length, random), from, from + random.pick([16, 64, 512, 4096]));
  return copy;
};

/** A piece of another genuine file of the same kind, in its own place or at the joint. */
const splice: Change = (bytes, other, random) => {
  const at = place(Math.min(bytes.length, other.length), random);
  if (random.chance(0.3)) return Buffer.concat([bytes.subarray(0, at), other.subarray(at)]);
  const copy = Buffer.from(bytes);
  other.copy(copy, at, at, at + random.pick([16, 64, 512, 4096]));
  return copy;
};

const number: Change = (bytes, _other, random) => {
  const copy = Buffer.from(bytes);
  const at = random.below(Math.min(copy.length - 4, 256));
  copy.writeUInt32LE(random.pick(edges), at);
  return copy;
};

const changes: readonly Change[] = [flip, flip, cutOff, extend, putIn, takeOut, zeroes, repeat, splice, number];

export function changedBytes(bytes: Buffer, other: Buffer, random: Random): Buffer {
  const changed = random.pick(changes)(bytes, other, random);
  return random.chance(0.15) ? random.pick(changes)(Buffer.concat([changed, Buffer.alloc(8)]), other, random) : changed;
}

/** A length field as an attacker would write it: an edge, or a little beside the truth. */
export const wrongLength = (truth: number, random: Random): number =>
  random.chance(0.5) ? random.pick(edges) : Math.max(0, truth + random.between(-5, 5)) >>> 0;
