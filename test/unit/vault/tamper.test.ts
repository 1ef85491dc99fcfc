import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseHead, type ContainerHead } from '../../../electron/vault/container';
import type { Slot } from '../../../electron/vault/slots';
import {
  abandon,
  codeOf,
  create,
  newPlace,
  newPlaceForAll,
  note,
  notes,
  open,
  password,
  valueOf,
  write,
  type Place,
} from './fixture';

const headerStart = 8 + 4 + 32 + 32;

const headOf = (bytes: Uint8Array): ContainerHead => valueOf(parseHead(bytes, 'x'));

/** What somebody without the key can write: any header with a right SHA-256, and the old MAC. */
function forge(bytes: Buffer, change: (header: Record<string, unknown>) => void): Buffer {
  const head = headOf(bytes);
  const header = JSON.parse(Buffer.from(head.headerBytes).toString('utf8')) as Record<string, unknown>;
  change(header);
  const text = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  const sha = createHash('sha256').update(text).digest();
  return Buffer.concat([bytes.subarray(0, 8), length, sha, head.mac, text, bytes.subarray(head.raw.length)]);
}

describe('a changed file', () => {
  let place: Place;
  let original: Buffer;
  let older: Buffer;

  // Every case works on a copy of one contest, on a computer that has never seen it.
  beforeAll(async () => {
    place = newPlaceForAll();
    const { vault } = await create(place);
    vault.db.transaction(() => {
      for (let i = 0; i < 200; i++) note(vault.db, `mark ${i}`);
    })();
    vault.markDirty();
    valueOf(await vault.publish());
    older = readFileSync(place.path);
    vault.db.exec(`UPDATE note SET text = replace(text, 'mark', 'MARK')`);
    vault.markDirty();
    valueOf(await vault.close());
    original = readFileSync(place.path);
  });

  let copies = 0;
  async function openChanged(bytes: Uint8Array, secret = password): Promise<string> {
    copies += 1;
    const path = join(place.stick, `copy-${copies}.tarazy`);
    writeFileSync(path, bytes);
    const opened = await open(
      { ...place, path, dataDir: join(place.root, `computer-${copies}`) },
      { secret: { kind: 'password', text: secret } },
    );
    if (!opened.ok) return opened.failure.code;
    await abandon(opened.value.vault);
    return 'opened';
  }
  const flipped = (at: number): Buffer => {
    const bytes = Buffer.from(original);
    bytes.writeUInt8(bytes.readUInt8(at) ^ 0x41, at);
    return bytes;
  };

  it('opens unchanged, and only with its password', async () => {
    expect(await openChanged(original)).toBe('opened');
    expect(await openChanged(original, 'құпия сөз ')).toBe('wrong-secret');
  });

  it('is not ours without the magic', async () => {
    for (let at = 0; at < 8; at++) expect(await openChanged(flipped(at))).toBe('not-this-kind');
    expect(await openChanged(Buffer.from('PK\u0003\u0004 some workbook'))).toBe('not-this-kind');
    expect(await openChanged(Buffer.alloc(0))).toBe('not-this-kind');
  });

  it('is damaged when any byte of length, hash or header fell over, and altered when the MAC did', async () => {
    const end = headOf(original).raw.length;
    const positions = [8, 9, 10, 11, 12, 43, headerStart, headerStart + 1, end - 1];
    for (let at = headerStart; at < end; at += 37) positions.push(at);
    for (const at of positions) expect([at, await openChanged(flipped(at))]).toEqual([at, 'damaged']);
    for (const at of [44, 60, 75]) expect(await openChanged(flipped(at))).toBe('altered');
  });

  it('is damaged when it was broken off or something hangs on to it', async () => {
    for (const keep of [9, 50, headerStart + 10, original.length - 4096, original.length - 1]) {
      expect(await openChanged(original.subarray(0, keep))).toBe('damaged');
    }
    expect(await openChanged(Buffer.concat([original, Buffer.from('x')]))).toBe('damaged');
  });

  it('is altered when any byte of the body changed', async () => {
    const start = headOf(original).raw.length;
    for (const at of [start, start + 20, start + 4095, start + 5000, original.length - 1]) {
      expect(await openChanged(flipped(at))).toBe('altered');
    }
  });

  it('is altered when one page of an earlier version was put back', async () => {
    const start = headOf(original).raw.length;
    const startOfOlder = headOf(older).raw.length;
    expect(original.length - start).toBe(older.length - startOfOlder);
    for (let page = 0; page < (original.length - start) / 4096; page++) {
      const bytes = Buffer.from(original);
      older.copy(bytes, start + page * 4096, startOfOlder + page * 4096, startOfOlder + (page + 1) * 4096);
      if (!bytes.equals(original)) expect(await openChanged(bytes)).toBe('altered');
    }
    const wholeBody = Buffer.concat([original.subarray(0, start), older.subarray(startOfOlder)]);
    expect(await openChanged(wholeBody)).toBe('altered');
  });

  it('is altered when its header was rewritten without the key', async () => {
    expect(await openChanged(forge(original, (header) => (header['counter'] = 999)))).toBe('altered');
    expect(await openChanged(forge(original, () => undefined))).toBe('opened');
    expect(await openChanged(forge(original, (header) => (header['extra'] = 1)))).toBe('altered');
  });

  it('does not open with slots whose fixed fields were changed', async () => {
    const withSlot = (change: (slot: Record<string, unknown>) => void) =>
      forge(original, (header) => change((header['slots'] as Record<string, unknown>[])[0] ?? {}));
    expect(await openChanged(withSlot((slot) => (slot['role'] = 'chair')))).toBe('wrong-secret');
    expect(await openChanged(withSlot((slot) => (slot['salt'] = '00'.repeat(16))))).toBe('wrong-secret');
    expect(await openChanged(withSlot((slot) => (slot['id'] = '00'.repeat(8))))).toBe('wrong-secret');
    const passes2 = { name: 'argon2id', memoryKiB: 8192, passes: 2 };
    expect(await openChanged(withSlot((slot) => (slot['kdf'] = passes2)))).toBe('wrong-secret');
  });

  it('cannot make the computer derive keys for ever', async () => {
    const costs = [
      { name: 'argon2id', memoryKiB: 4 * 1024 * 1024, passes: 1 },
      { name: 'argon2id', memoryKiB: 512 * 1024, passes: 16 },
      { name: 'argon2id', memoryKiB: 256 * 1024, passes: 4 },
      { name: 'argon2id', memoryKiB: 8192, passes: 1_000_000 },
    ];
    for (const kdf of costs) {
      const bytes = forge(original, (header) => {
        header['slots'] = (header['slots'] as Slot[]).map((slot) => ({ ...slot, kdf }));
      });
      expect(await openChanged(bytes)).toBe('damaged');
    }
    const roles = [
      ['secretary', 'secretary'],
      ['secretary', 'chair', 'juror'],
      Array.from({ length: 100 }, () => 'chair'),
    ];
    for (const these of roles) {
      const many = forge(original, (header) => {
        const [slot] = header['slots'] as Slot[];
        header['slots'] = these.map((role) => ({ ...slot, role }));
      });
      expect(await openChanged(many)).toBe('damaged');
    }
  });

  it('of a later release says so', async () => {
    expect(await openChanged(forge(original, (header) => (header['format'] = 2)))).toBe('newer-format');
    const quiteOther = forge(original, (header) => {
      header['format'] = 7;
      delete header['slots'];
    });
    expect(await openChanged(quiteOther)).toBe('newer-format');
  });

  it('does not keep the copy on this computer from being opened and saved beside it', async () => {
    const own = newPlace();
    const { vault } = await create(own);
    const { contestId } = vault;
    write(vault, 'unpublished');
    await abandon(vault);
    const broken = readFileSync(own.path);
    broken.writeUInt8(broken.readUInt8(100) ^ 1, 100);
    writeFileSync(own.path, broken);
    expect(codeOf(await open(own))).toBe('damaged');
    const opened = valueOf(await open(own, { from: { contestId } }));
    expect(notes(opened.vault.db)).toContain('unpublished');
    expect(opened.vault.state.problem).toEqual({ code: 'damaged', file: 'Jana.tarazy' });
    expect(valueOf(await opened.vault.close())).toMatchObject({
      twoFiles: { mine: 'Jana (2).tarazy', other: 'Jana.tarazy' },
      problem: null,
    });
    expect(readFileSync(own.path).equals(broken)).toBe(true);
  });

  it('is noticed on the computer that wrote it, too', async () => {
    const own = newPlace();
    const { vault } = await create(own);
    const { contestId } = vault;
    await vault.close();
    const bytes = readFileSync(own.path);
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);
    writeFileSync(own.path, bytes);
    expect(codeOf(await open(own))).toBe('altered');
    const opened = valueOf(await open(own, { from: { contestId } }));
    expect(opened.vault.state.problem).toEqual({ code: 'altered', file: 'Jana.tarazy' });
    expect(valueOf(await opened.vault.close())).toMatchObject({
      twoFiles: { mine: 'Jana (2).tarazy', other: 'Jana.tarazy' },
      dirty: false,
    });
    expect(readFileSync(own.path).equals(bytes)).toBe(true);
  });

  it('that is another contest put under the same name is left alone', async () => {
    const own = newPlace();
    const { vault } = await create(own);
    copyFileSync(place.path, own.path);
    const foreign = readFileSync(own.path);
    write(vault, 'ours');
    expect(valueOf(await vault.close()).twoFiles?.mine).toBe('Jana (2).tarazy');
    expect(readFileSync(own.path).equals(foreign)).toBe(true);
  });
});
