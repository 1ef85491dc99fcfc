import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { closeAll, publish } from '../../../electron/usecases/contestFile';
import { createContest, openContest, prepareRound, writeEdition } from '../lib/contest';
import { deskIn, must } from '../lib/desk';
import type { Random } from '../lib/random';
import { changedBytes, wrongLength } from './bytes';
import { changedJson } from './json';
import type { Target } from './target';

const lengthAt = 8;
const shaAt = 12;
const macAt = 44;
const headerAt = 76;
/** One file in so many asks for a key derivation that is as costly as it can be. */
const costlyShare = 1 / 400;
/** Refused files may leave an empty folder per contest they claim to be: away with them from time to time. */
const filesPerComputer = 500;

/** `Name.tarazy`, opened with the right password on a computer that has never seen it. */
export async function contestTarget(folder: string): Promise<Target> {
  const path = join(folder, 'Байқау.tarazy');
  const desk = deskIn(join(folder, 'secretary'));
  await createContest(desk, path);
  prepareRound(desk, 3);
  must(await publish(desk));
  const older = readFileSync(path);
  must(writeEdition(desk, 1));
  must(await publish(desk));
  await closeAll(desk);
  const genuine = readFileSync(path);
  const file = join(folder, 'changed.tarazy');
  const computer = join(folder, 'computer');
  const costlyFiles = new WeakSet<Buffer>();
  let read = 0;
  return {
    genuine,
    changed: (random) => {
      const isCostly = random.chance(costlyShare);
      const bytes = isCostly ? withCostlySlots(genuine, random) : changedContest(genuine, older, random);
      if (isCostly) costlyFiles.add(bytes);
      return Promise.resolve(bytes);
    },
    isCostly: (bytes) => costlyFiles.has(bytes),
    read: async (bytes) => {
      read += 1;
      if (read % filesPerComputer === 0) rmSync(computer, { recursive: true, force: true });
      mkdirSync(computer, { recursive: true });
      writeFileSync(file, bytes);
      const reader = deskIn(computer);
      const opened = await openContest(reader, file);
      await reader.contest?.close({ publish: false });
      if (!opened.ok) return { kind: 'refused', reason: opened.failure.code };
      // A splice may by chance be all of the older file, which is genuine.
      return bytes.equals(older) ? { kind: 'same' } : { kind: 'accepted', what: 'opened' };
    },
    close: () => Promise.resolve(),
  };
}

function changedContest(genuine: Buffer, older: Buffer, random: Random): Buffer {
  if (random.chance(0.4)) return changedBytes(genuine, older, random);
  const end = headerAt + genuine.readUInt32LE(lengthAt);
  const header = genuine.subarray(headerAt, end).toString('utf8');
  const body = genuine.subarray(end);
  const mac = random.chance(0.8) ? genuine.subarray(macAt, headerAt) : Buffer.from(random.bytes(32));
  // A changed body under a header that names it rightly: everything that needs no key is in order.
  if (random.chance(0.3)) return rebuilt(headerOver(header, changedBytes(body, older, random)), mac, random);
  return rebuilt({ header: changedJson(header, random), body }, mac, random);
}

/** Slots that make every guess as slow as a reader lets them, or slower. */
function withCostlySlots(genuine: Buffer, random: Random): Buffer {
  const end = headerAt + genuine.readUInt32LE(lengthAt);
  const named = JSON.parse(genuine.subarray(headerAt, end).toString('utf8')) as { readonly slots: readonly object[] };
  const [slot] = named.slots;
  const memoryKiB = random.pick([64, 256, 512, 1024]) * 1024;
  const kdf = { name: 'argon2id', memoryKiB, passes: random.pick([1, 2, 3, 6, 10, 12, 16]) };
  const roles = ['secretary', 'chair', 'juror', 'secretary', 'chair', 'secretary'].slice(0, random.between(1, 6));
  const header = JSON.stringify({ ...named, slots: roles.map((role) => ({ ...slot, role, kdf })) });
  return rebuilt({ header, body: genuine.subarray(end) }, genuine.subarray(macAt, headerAt), random);
}

interface Pieces {
  readonly header: string;
  readonly body: Buffer;
}

function headerOver(header: string, body: Buffer): Pieces {
  const sha256 = createHash('sha256').update(body).digest('hex');
  const named = { ...(JSON.parse(header) as object), body: { bytes: body.length, sha256 } };
  return { header: JSON.stringify(named), body };
}

/** Length and SHA-256 as they should be: nobody needs a key for these. Rarely with a wrong length. */
function rebuilt({ header, body }: Pieces, mac: Buffer, random: Random): Buffer {
  const bytes = Buffer.from(header, 'utf8');
  const head = Buffer.alloc(headerAt);
  head.write('\u0089TARAZY\n', 'latin1');
  head.writeUInt32LE(random.chance(0.05) ? wrongLength(bytes.length, random) : bytes.length, lengthAt);
  createHash('sha256').update(bytes).digest().copy(head, shaAt);
  mac.copy(head, macAt);
  return Buffer.concat([head, bytes, body]);
}
