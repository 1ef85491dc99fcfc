import { createDecipheriv, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openEncrypted, type Db } from '../../../electron/db/open';

const key = new Uint8Array(randomBytes(32));

function newFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tarazy-db-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'body.db');
}

function opened(path: string): Db {
  const result = openEncrypted(path, key, 'Jana.tarazy');
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

function codeOf(path: string, withKey = key): string {
  const result = openEncrypted(path, withKey, 'Jana.tarazy');
  if (result.ok) result.value.close();
  return result.ok ? 'opened' : result.failure.code;
}

describe('the encrypted database', () => {
  it('never spills to disk, syncs every commit, and distrusts its own schema', () => {
    const db = opened(newFile());
    const settings = [
      'temp_store',
      'trusted_schema',
      'cell_size_check',
      'mmap_size',
      'locking_mode',
      'journal_mode',
      'synchronous',
      'fullfsync',
      'foreign_keys',
      'cipher',
      'legacy',
    ].map((name): readonly [string, unknown] => [name, db.pragma(name, { simple: true })]);
    expect(Object.fromEntries(settings)).toEqual({
      temp_store: 2,
      trusted_schema: 0,
      cell_size_check: 1,
      mmap_size: 0,
      locking_mode: 'exclusive',
      journal_mode: 'truncate',
      synchronous: 2,
      fullfsync: 1,
      foreign_keys: 1,
      cipher: 'sqlcipher',
      legacy: '4',
    });
    db.close();
  });

  it('is refused to a second handle, and not to the next one', () => {
    const path = newFile();
    const db = opened(path);
    expect(codeOf(path)).toBe('in-use');
    db.close();
    expect(codeOf(path)).toBe('opened');
  });

  it('is damaged under another key, where a byte fell over, and where a reference leads nowhere', () => {
    const path = newFile();
    const db = opened(path);
    db.exec('CREATE TABLE a(id INTEGER PRIMARY KEY); CREATE TABLE b(a INTEGER REFERENCES a(id))');
    db.exec(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) INSERT INTO a SELECT i FROM n`,
    );
    db.close();
    expect(codeOf(path, new Uint8Array(randomBytes(32)))).toBe('damaged');
    const bytes = readFileSync(path);
    const broken = Buffer.from(bytes);
    broken.writeUInt8(broken.readUInt8(3 * 4096 + 100) ^ 1, 3 * 4096 + 100);
    writeFileSync(path, broken);
    expect(codeOf(path)).toBe('damaged');
    writeFileSync(path, bytes);
    const again = opened(path);
    again.pragma('foreign_keys=OFF');
    again.exec('INSERT INTO b VALUES (999999)');
    again.close();
    expect(codeOf(path)).toBe('damaged');
  });

  it('can be read by another program that knows the format and the key', () => {
    const path = newFile();
    const db = opened(path);
    db.exec(`CREATE TABLE note(text TEXT) STRICT; INSERT INTO note VALUES ('Жаңа Белес')`);
    db.close();
    const bytes = readFileSync(path);
    // SQLCipher 4: pages of 4096 bytes, of which the last 80 are the IV and the page's HMAC; the first 16 of all a salt.
    const pages = Array.from({ length: bytes.length / 4096 }, (_, n) => {
      const page = bytes.subarray(n * 4096, (n + 1) * 4096);
      const cipher = createDecipheriv('aes-256-cbc', key, page.subarray(4016, 4032)).setAutoPadding(false);
      const plain = Buffer.concat([cipher.update(page.subarray(n === 0 ? 16 : 0, 4016)), cipher.final()]);
      return Buffer.concat([n === 0 ? Buffer.from('SQLite format 3\0') : Buffer.alloc(0), plain, Buffer.alloc(80)]);
    });
    const read = new Database(Buffer.concat(pages));
    expect(read.prepare('SELECT text FROM note').all()).toEqual([{ text: 'Жаңа Белес' }]);
    read.close();
  });
});
