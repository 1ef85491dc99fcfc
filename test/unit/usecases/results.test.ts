import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fingerprintText, isFingerprintOf } from '@shared/domain/fingerprint';
import { decryptWithPassphrase } from '../../../electron/exchange/age';
import { signBytes } from '../../../electron/exchange/keys';
import { readResults } from '../../../electron/exchange/resultsFile';
import { fingerprintOf } from '../../../electron/exchange/seal';
import { closeAll } from '../../../electron/usecases/contestFile';
import { open, workbook } from '../../../electron/usecases/results/calls';
import { makeSeal, reopenSeal } from '../../../electron/usecases/seal/seal';
import { writeResults } from '../../../electron/usecases/seal/write';
import { unlockSigner } from '../../../electron/usecases/signers';
import { ballotOf, closedContest, dbOf, markers, passwords, returnBallot, type SentBallot } from './closedContest';
import { must, snapshotOf, testDesk, type TestDesk } from './testDesk';

let desk: TestDesk;
let organiser: TestDesk;
let sent: readonly SentBallot[];

beforeEach(async () => {
  desk = testDesk();
  organiser = testDesk();
  mkdirSync(organiser.dataDir);
  ({ sent } = await closedContest(desk));
});
afterEach(async () => {
  await closeAll(desk);
  await closeAll(organiser);
});

async function write(name = 'Нәтиже.tresults') {
  const path = join(desk.folder, name);
  const { code } = must(await writeResults(desk, { file: desk.files.grant(path).token, task: 'results' }));
  const content = await decryptWithPassphrase({ bytes: new Uint8Array(readFileSync(path)), passphrase: code });
  if (content === null || content === 'damaged') throw new Error('the file does not open with its code');
  return { path, code, content };
}
const from = (path: string) => ({ kind: 'file', file: organiser.files.grant(path).token }) as const;

test('an unsealed contest gives no results file; a broken seal neither', async () => {
  const file = desk.files.grant(join(desk.folder, 'x.tresults')).token;
  const refused = { ok: false, failure: { code: 'not-sealed' } };
  expect(await writeResults(desk, { file, task: 't' })).toEqual(refused);
  must(await makeSeal(desk, passwords));
  must(await reopenSeal(desk, { ...passwords, reason: 'қате' }));
  expect(await writeResults(desk, { file, task: 't' })).toEqual(refused);
});

describe('a results file', () => {
  test('opens elsewhere with its code, tells the sealed result, and keeps nothing of it on disk', async () => {
    must(await makeSeal(desk, passwords));
    const { path, code } = await write();
    const view = must(await open(organiser, { from: from(path), code: code.toLowerCase().replaceAll('-', ' ') }));
    const [seal] = snapshotOf(desk).seals;
    expect(view.seal).toEqual(seal);
    expect(view).toMatchObject({ recomputed: true, edition: '2026', reopenings: [] });
    expect(view.results.map((r) => r.rows.map((row) => [row.number, row.name, row.isLaureate]))).toEqual([
      [
        [1, 'Ахметова Аяжан', true],
        [2, 'Ғабитова Әсел', true],
        [3, 'Қалиев Нұрлан', true],
      ],
      [[4, '«Білім» кеңесі', true]],
    ]);
    expect(view.results[0]?.rows[0]?.affiliation).toBe('ҚазҰУ');
    expect(view.seal.receipts.filter((r) => r.receipt !== null)).toHaveLength(7);
    const kept = readdirSync(organiser.dataDir, { recursive: true, withFileTypes: true }).filter((f) => f.isFile());
    expect(kept.map((f) => f.name)).toEqual(['recents.json']);
    expect(readFileSync(join(organiser.dataDir, 'recents.json'), 'utf8')).not.toContain('Ахметова');
  });

  test('holds no personal data', async () => {
    must(await makeSeal(desk, passwords));
    const text = Buffer.from((await write()).content).toString('utf8');
    expect(text).toContain('Ахметова Аяжан');
    for (const marker of Object.values(markers)) expect(text).not.toContain(marker);
  });

  test('is refused with another code, and for what it is not', async () => {
    must(await makeSeal(desk, passwords));
    const { path, code } = await write();
    const other = code.startsWith('0') ? `1${code.slice(1)}` : `0${code.slice(1)}`;
    for (const wrong of [other, 'ABC', ''])
      expect(await open(organiser, { from: from(path), code: wrong })).toMatchObject({
        failure: { code: 'wrong-secret' },
      });
    const bytes = readFileSync(path);
    const broken = join(desk.folder, 'broken.tresults');
    bytes[bytes.length - 40] = (bytes.at(-40) ?? 0) ^ 1;
    writeFileSync(broken, bytes);
    expect(await open(organiser, { from: from(broken), code })).toMatchObject({ failure: { code: 'damaged' } });
    const foreign = join(desk.folder, 'x.tresults');
    writeFileSync(foreign, 'age-encryption.org/v1\n-> X25519 abc\n');
    expect(await open(organiser, { from: from(foreign), code })).toMatchObject({ failure: { code: 'not-this-kind' } });
    expect(organiser.results).toBeNull();
  });

  test('is the same bytes again later, whatever arrived since', async () => {
    must(await makeSeal(desk, passwords));
    const first = await write('1.tresults');
    const [ballot] = sent;
    if (!ballot) throw new Error('no ballot');
    await returnBallot(desk, ballotOf(ballot.manifest, ballot.keys, 2, 1), ballot.keys);
    const second = await write('2.tresults');
    expect(Buffer.from(second.content).equals(first.content)).toBe(true);
    expect(second.code).not.toBe(first.code);
    const lines = snapshotOf(desk).log.filter((l) => l.action === 'results_exported');
    expect(lines).toHaveLength(2);
    expect(JSON.stringify(lines)).not.toContain(first.code);
  });

  test('gives the winners’ workbook without a database', async () => {
    must(await makeSeal(desk, passwords));
    const { path, code } = await write();
    const file = organiser.files.grant(join(organiser.folder, 'Жеңімпаздар.xlsx')).token;
    const input = { language: 'kk', file, task: 'w' } as const;
    expect(await workbook(organiser, input)).toMatchObject({ failure: { code: 'no-results-open' } });
    must(await open(organiser, { from: from(path), code }));
    must(await workbook(organiser, input));
    expect(statSync(join(organiser.folder, 'Жеңімпаздар.xlsx')).size).toBeGreaterThan(5000);
  });

  test('a stopped export leaves nothing behind', async () => {
    must(await makeSeal(desk, passwords));
    const path = join(desk.folder, 'Тоқтады.tresults');
    const stopped = writeResults(desk, { file: desk.files.grant(path).token, task: 'stop' });
    desk.tasks.cancel('stop');
    expect(await stopped).toEqual({ ok: false, failure: { code: 'cancelled' } });
    expect(readdirSync(desk.folder).filter((name) => name.includes('Тоқтады'))).toEqual([]);
    expect(snapshotOf(desk).log[0]?.action).toBe('sealed');
  });
});

describe('tampering', () => {
  test('any single byte changed anywhere, and the file is refused', async () => {
    must(await makeSeal(desk, passwords));
    const { content } = await write();
    expect(must(readResults(content, 'x')).manifest.number).toBe(1);
    const length = new DataView(content.buffer, content.byteOffset).getUint32(0, true);
    const signed = 4 + length + 128;
    // Every byte of manifest and signatures; of the parts, which are long and hashed whole, some of every part.
    const spots = [
      ...Array.from({ length: signed }, (_, i) => i),
      ...Array.from({ length: Math.floor((content.length - signed) / 163) }, (_, i) => signed + i * 163),
    ];
    const accepted: number[] = [];
    for (const at of spots) {
      const was = content[at] ?? 0;
      content[at] = was ^ (1 << (at % 8));
      if (readResults(content, 'x').ok) accepted.push(at);
      content[at] = was;
    }
    expect(accepted).toEqual([]);
    for (const cut of [content.subarray(0, -1), content.subarray(0, signed), content.subarray(0, 3), new Uint8Array(0)])
      expect(readResults(cut, 'x').ok).toBe(false);
    expect(readResults(new Uint8Array(Buffer.concat([content, Buffer.from([0])])), 'x').ok).toBe(false);
  });

  test('one who holds one key only cannot put the other’s signature', async () => {
    must(await makeSeal(desk, passwords));
    const { content } = await write();
    const length = new DataView(content.buffer, content.byteOffset).getUint32(0, true);
    const manifest = content.subarray(4, 4 + length);
    const keys = must(await unlockSigner(desk, 'secretary', passwords.secretary));
    content.set(signBytes('seal', manifest, keys.secret), 4 + length + 64);
    expect(readResults(content, 'x')).toMatchObject({ ok: false, failure: { code: 'altered' } });
    content.set(signBytes('package', manifest, keys.secret), 4 + length);
    expect(readResults(content, 'x').ok).toBe(false);
  });

  test('a later format is told from a changed file', async () => {
    must(await makeSeal(desk, passwords));
    const { content } = await write();
    const text = Buffer.from(content)
      .toString('latin1')
      .replace('{"format":2,"contest":{"id"', '{"format":3,"contest":{"id"');
    const changed = new Uint8Array(Buffer.from(text, 'latin1'));
    expect(readResults(changed, 'x')).toMatchObject({ ok: false, failure: { code: 'newer-format' } });
  });
});

test('the printed fingerprint is the manifest’s hash, read back from paper or from the QR code', async () => {
  must(await makeSeal(desk, passwords));
  const [seal] = snapshotOf(desk).seals;
  const row = dbOf(desk).prepare<[], { manifest: Uint8Array }>('select manifest from seal').get();
  if (!seal || !row) throw new Error('not sealed');
  expect(seal.fingerprint).toBe(fingerprintOf(row.manifest));
  const printed = fingerprintText(seal.fingerprint);
  expect(printed).toMatch(/^([0-9A-Z]{4}-){7}[0-9A-Z]{4}$/);
  expect(isFingerprintOf(printed.toLowerCase().replaceAll('-', ' '), seal.fingerprint)).toBe(true);
  expect(isFingerprintOf(`TARAZY1:${seal.fingerprint.toUpperCase()}`, seal.fingerprint)).toBe(true);
  for (let i = 0; i < printed.length; i += 1) {
    if (printed[i] === '-') continue;
    const other = `${printed.slice(0, i)}${printed[i] === '7' ? '8' : '7'}${printed.slice(i + 1)}`;
    expect(isFingerprintOf(other, seal.fingerprint)).toBe(false);
  }
  expect(seal.qr).toHaveLength(33);
});
