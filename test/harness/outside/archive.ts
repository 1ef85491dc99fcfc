import { createDecipheriv, createHash, createHmac, hkdfSync, pbkdf2Sync } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readHeader } from './header';
import type { Sample } from './sample';
import type { Tally } from '../lib/tally';
import { ran } from './programs';

const pageBytes = 4096;
/** IV (16) and HMAC-SHA-512 (64) at the end of every page. */
const reserved = 80;

/**
 * The body of a contest file by docs/formats.md alone: the slot gives K, HKDF the raw key, and the pages are those of
 * SQLCipher 4. What comes out is read by the plain `sqlite3`.
 */
export async function readArchive(sample: Sample, folder: string, reads: Tally): Promise<void> {
  const { header, body, key } = await readHeader(readFileSync(sample.contest.path), sample.contest.password);
  reads.check(createHash('sha256').update(body).digest('hex') === header.body.sha256 ? null : 'the hash of the body');
  const raw = Buffer.from(hkdfSync('sha256', key, new Uint8Array(0), 'body', 32));
  const salt = body.subarray(0, 16);
  const macKey = pbkdf2Sync(
    raw,
    salt.map((byte) => byte ^ 0x3a),
    2,
    32,
    'sha512',
  );
  const pages: Buffer[] = [];
  for (let n = 0; n < body.length / pageBytes; n += 1) {
    const page = body.subarray(n * pageBytes, (n + 1) * pageBytes);
    const from = n === 0 ? 16 : 0;
    const number = Buffer.alloc(4);
    number.writeUInt32LE(n + 1);
    const signed = page.subarray(from, pageBytes - 64);
    const mac = createHmac('sha512', macKey).update(signed).update(number).digest();
    reads.check(mac.equals(page.subarray(pageBytes - 64)) ? null : `the MAC of page ${n + 1}`);
    const iv = page.subarray(pageBytes - reserved, pageBytes - 64);
    const cipher = createDecipheriv('aes-256-cbc', raw, iv).setAutoPadding(false);
    const plain = Buffer.concat([cipher.update(page.subarray(from, pageBytes - reserved)), cipher.final()]);
    pages.push(n === 0 ? Buffer.from('SQLite format 3\u0000') : Buffer.alloc(0), plain, Buffer.alloc(reserved));
  }
  const path = join(folder, 'plain.db');
  writeFileSync(path, Buffer.concat(pages));
  const ask = (question: string): string =>
    ran('sqlite3', ['-readonly', path, question]).output.toString('utf8').trim();
  reads.check(ask('pragma integrity_check') === 'ok' ? null : 'sqlite3 does not find it whole');
  const names = ask('select name from nominee order by number').split('\n');
  reads.check(JSON.stringify(names) === JSON.stringify(sample.nominees) ? null : `sqlite3 reads ${names.join(', ')}`);
  const ballots = ask('select count(*) from returned');
  reads.check(ballots === String(sample.ballots) ? null : `sqlite3 counts ${ballots} ballots`);
}
