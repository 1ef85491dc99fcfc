import type { Random } from '../lib/random';
import { changedBytes, wrongLength } from './bytes';
import { changedJson } from './json';

const lengthBytes = 4;

/** `u32 length | JSON | signature | rest` with a change that no key was needed for: the signature stays what it was. */
export function changedSigned(content: Buffer, other: Buffer, random: Random): Buffer {
  if (random.chance(0.4)) return changedBytes(content, other, random);
  const end = lengthBytes + content.readUInt32LE(0);
  const rest = random.chance(0.8) ? content.subarray(end) : other.subarray(lengthBytes + other.readUInt32LE(0));
  const json = Buffer.from(changedJson(content.subarray(lengthBytes, end).toString('utf8'), random), 'utf8');
  const length = Buffer.alloc(lengthBytes);
  length.writeUInt32LE(random.chance(0.1) ? wrongLength(json.length, random) : json.length);
  return Buffer.concat([length, json, rest]);
}
