import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { NomineeId } from '@shared/model/ids';
import { openPackage, packageContent, sealPackage } from '../../../electron/exchange/package';
import {
  attach,
  attachment,
  attachPicture,
  detach,
  picture,
  saveAttachment,
} from '../../../electron/usecases/attachments';
import * as ballot from '../../../electron/usecases/ballot/calls';
import { closeAll } from '../../../electron/usecases/contestFile';
import { issueBallots } from '../../../electron/usecases/issueBallots';
import { undoImport } from '../../../electron/usecases/nominees';
import { bomb, photograph, pictures, pngWith, webpWith } from '../../e2e/support/pictures';
import { dbOf } from './closedContest';
import { runningRound, type RunningRound } from './runningRound';
import { isFresh, must, snapshotOf, testDesk, type TestDesk } from './testDesk';

/** From the file that the secretary chooses to the copy that the juror saves: real files, database and age. */
let desk: TestDesk;
let round: RunningRound;
let nominee: NomineeId;
beforeEach(async () => {
  desk = testDesk();
  round = await runningRound(desk);
  nominee = must({ ok: true, value: snapshotOf(desk).people.nominees[0]?.id ?? (0 as NomineeId) });
});
afterEach(async () => {
  await closeAll(desk);
  rmSync(desk.folder, { recursive: true, force: true });
});

const pdf = (size: number) => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(size - 9)]);
function fileOf(name: string, content: Uint8Array) {
  writeFileSync(join(desk.folder, name), content);
  return desk.files.grant(join(desk.folder, name)).token;
}
const add = (name: string, content: Uint8Array) => attach(desk, { nominee, files: [fileOf(name, content)] });

const out = () => join(desk.folder, 'out');
function issue(task = 'issue') {
  mkdirSync(out(), { recursive: true });
  return issueBallots(desk, {
    round: round.round,
    jurors: round.jurors.slice(0, 1),
    dueAt: '2026-12-01T13:00:00.000Z',
    sendTo: '',
    instructions: { kk: '', ru: '', en: '' },
    folder: desk.files.grant(out()).token,
    task,
  });
}
const issuedPath = () => join(out(), readdirSync(out())[0] ?? '');
const codeOfIssued = () => snapshotOf(desk).ballots.issued[0]?.code ?? '';

test('what the secretary adds arrives whole in the juror’s materials and can be saved as a copy', async () => {
  const large = pdf(2 * 2 ** 20 + 17);
  must(await add('Диплом.pdf', large));
  const added = must(await add('Хат.txt', Buffer.from('Сәлем')));
  expect(isFresh(desk, added)).toBe(true);
  expect(snapshotOf(desk).people.attachments.map(({ name, bytes }) => [name, bytes])).toEqual([
    ['Диплом.pdf', large.length],
    ['Хат.txt', 10],
  ]);
  must(await issue());
  const [file, code] = [desk.files.grant(issuedPath()).token, codeOfIssued()];
  const units = desk.events.flatMap(({ name, payload }) => (name === 'task' ? [payload] : []));
  expect(units.at(-1)).toMatchObject({ unit: 'bytes' });
  expect(units.at(-1)).toMatchObject({ done: (units.at(-1) as { total: number }).total });

  const opened = must(await ballot.open(desk, { from: { kind: 'file', file }, code }));
  const entry = opened.entries.find((e) => e.number === 1)?.id;
  expect(opened.attachments.map(({ name, kind, entries }) => ({ name, kind, entries }))).toEqual([
    { name: 'Диплом.pdf', kind: 'pdf', entries: [entry] },
    { name: 'Хат.txt', kind: 'text', entries: [entry] },
  ]);
  expect(Buffer.from(must(ballot.attachment(desk, { index: 0 })).bytes).equals(large)).toBe(true);
  const copy = join(desk.folder, 'copy.pdf');
  must(await ballot.saveAttachment(desk, { index: 0, file: desk.files.grant(copy).token }));
  expect(readFileSync(copy).equals(large)).toBe(true);
  expect(ballot.attachment(desk, { index: 2 })).toMatchObject({ ok: false, failure: { code: 'gone' } });
});

test('what is not taken is refused with its reason, and what stands beside it is attached', async () => {
  const why = async (name: string, content: Uint8Array) => {
    const { added, refused: left } = must(await add(name, content));
    return added === 1 ? 'taken' : left;
  };
  const refused = (reason: string) => [expect.objectContaining({ why: reason })];
  expect(await why('a.svg', Buffer.from('<svg/>'))).toEqual(refused('page'));
  expect(await why('a.docx', Buffer.from('PK'))).toEqual(refused('office'));
  expect(await why('a.pdf', Buffer.from('<html>'))).toEqual(refused('content'));
  expect(await why('b.pdf', pdf(20 * 2 ** 20 + 1))).toEqual(refused('too-large'));
  expect(await why('c.txt', Buffer.alloc(0))).toEqual(refused('empty'));
  expect(await why('d.txt', Buffer.from('1'))).toBe('taken');
  expect(await why('d.txt', Buffer.from('2'))).toEqual(refused('twice'));
  const files = [
    fileOf('e.txt', Buffer.from('3')),
    fileOf('a.svg', Buffer.from('<svg/>')),
    fileOf('f.txt', Buffer.from('4')),
  ];
  const some = must(await attach(desk, { nominee, files }));
  expect(some).toMatchObject({ added: 2, refused: [{ file: 'a.svg', why: 'page' }], problem: null });
  expect(snapshotOf(desk).people.attachments.map(({ name }) => name)).toEqual(['d.txt', 'e.txt', 'f.txt']);
});

test('of a picture only what was drawn anew is attached, and one that is not to be decoded is not handed out', async () => {
  const why = async (name: string, content: Uint8Array) => {
    const read = await picture(desk, { file: fileOf(name, content) });
    return read.ok ? 'read' : read.failure.code === 'attachment-refused' ? read.failure.why : read.failure.code;
  };
  const photo = photograph();
  expect(await add('Фото.jpg', photo)).toEqual({ ok: false, failure: { code: 'invalid', field: 'files' } });
  expect(must(await picture(desk, { file: fileOf('Фото.jpg', photo) }))).toMatchObject({
    name: 'Фото.jpg',
    kind: 'jpeg',
  });
  expect(await why('кең.png', bomb(20_000, 20_000))).toBe('pixels');
  expect(await why('a.webp', webpWith('ANIM', Buffer.alloc(6)))).toBe('moving');
  expect(await why('b.png', pngWith('acTL', Buffer.alloc(8)))).toBe('moving');
  expect(await why('c.jpg', photo.subarray(0, photo.length - 40))).toBe('broken');
  expect(await why('d.png', pictures.jpeg)).toBe('content');
  expect(await why('e.gif', Buffer.from('GIF89a'))).toBe('other');
  expect(await why('f.png', Buffer.concat([pictures.png, Buffer.alloc(20 * 2 ** 20)]))).toBe('too-large');
  expect(await why('g.pdf', pdf(100))).toBe('invalid');

  const file = fileOf('Фото.jpg', photo);
  const attachDrawn = (drawn: Uint8Array) => attachPicture(desk, { nominee, file, drawn: new Uint8Array(drawn) });
  for (const drawn of [photo, pictures.png, pictures.jpeg.subarray(0, -10), Buffer.from('<svg/>')])
    expect(attachDrawn(drawn)).toEqual({ ok: false, failure: { code: 'invalid', field: 'drawn' } });
  expect(isFresh(desk, must(attachDrawn(pictures.jpeg)))).toBe(true);
  const [held] = snapshotOf(desk).people.attachments;
  expect(held).toMatchObject({ name: 'Фото.jpg', bytes: pictures.jpeg.length });
  expect(attachDrawn(pictures.jpeg)).toMatchObject({ failure: { why: 'twice' } });
});

test('the secretary opens and saves what was attached; what is no longer that is not shown', async () => {
  const large = pdf(2 ** 20 + 17);
  must(await add('Диплом.pdf', large));
  const id = snapshotOf(desk).people.attachments[0]?.id;
  if (id === undefined) throw new Error('one was added');
  const opened = must(attachment(desk, { id }));
  expect([opened.kind, Buffer.from(opened.bytes).equals(large)]).toEqual(['pdf', true]);
  const copy = join(desk.folder, 'copy.pdf');
  const file = desk.files.grant(copy).token;
  expect(isFresh(desk, must(await saveAttachment(desk, { id, file })))).toBe(true);
  expect(readFileSync(copy).equals(large)).toBe(true);
  expect(snapshotOf(desk).log[0]).toMatchObject({
    action: 'attachment_saved',
    details: { attachment: 'Диплом.pdf', file: 'copy.pdf' },
  });
  dbOf(desk).prepare(`update attachment_chunk set bytes = x'00' where seq = 1`).run();
  const gone = { ok: false, failure: { code: 'gone', what: 'attachment' } };
  expect(attachment(desk, { id })).toMatchObject(gone);
  rmSync(copy);
  expect(await saveAttachment(desk, { id, file })).toMatchObject(gone);
  expect(existsSync(copy)).toBe(false);
});

test('removed is gone with all its pieces; added and removed are in the log; out with a ballot, it stays', async () => {
  must(await add('a.pdf', pdf(3 * 2 ** 20)));
  must(await add('b.txt', Buffer.from('1')));
  const [first, second] = snapshotOf(desk).people.attachments;
  if (!first || !second) throw new Error('two were added');
  must(detach(desk, { id: first.id }));
  const pieces = dbOf(desk).prepare<[], { n: number }>('select count(*) n from attachment_chunk').get();
  expect(pieces?.n).toBe(1);
  const log = snapshotOf(desk).log.filter(({ action }) => action.startsWith('attachment_'));
  expect(log.map(({ action, details }) => [action, details['attachment']])).toEqual([
    ['attachment_removed', 'a.pdf'],
    ['attachment_added', 'b.txt'],
    ['attachment_added', 'a.pdf'],
  ]);
  must(await issue());
  expect(detach(desk, { id: second.id })).toMatchObject({ ok: false, failure: { code: 'rules-locked' } });
  expect(await add('c.txt', Buffer.from('1'))).toMatchObject({ ok: false, failure: { code: 'rules-locked' } });
});

test('stopped in the middle: no file, no leftover, and the contest knows of no package', async () => {
  must(await add('a.pdf', pdf(8 * 2 ** 20)));
  const emit = desk.emit.bind(desk);
  const stopping = issue.bind(null, 'stop-me');
  Object.assign(desk, {
    emit: (...args: Parameters<typeof emit>) => {
      emit(...args);
      const [name, payload] = args;
      if (name === 'task' && 'done' in payload && payload.done > 3 * 2 ** 20) desk.tasks.cancel('stop-me');
    },
  });
  expect(await stopping()).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
  expect(readdirSync(out())).toEqual([]);
  const { ballots, contest } = snapshotOf(desk);
  expect([ballots.issued, contest.locked]).toEqual([[], false]);
  // Nothing stands in the way of the next one, and what was attached may still be changed.
  must(await add('b.txt', Buffer.from('1')));
  must(await issue('again'));
  expect(readdirSync(out())).toEqual([snapshotOf(desk).ballots.issued[0]?.fileName]);
  const opened = must(
    await ballot.open(desk, {
      from: { kind: 'file', file: desk.files.grant(issuedPath()).token },
      code: codeOfIssued(),
    }),
  );
  expect(opened.attachments.map(({ name }) => name)).toEqual(['a.pdf', 'b.txt']);
});

test('bytes in the contest that are not those that were added leave in no package', async () => {
  must(await add('a.pdf', pdf(2 ** 20 + 5)));
  dbOf(desk).prepare(`update attachment_chunk set bytes = x'00' where seq = 1`).run();
  expect(await issue()).toMatchObject({ ok: false, failure: { code: 'gone', what: 'attachment' } });
  expect(readdirSync(out())).toEqual([]);
});

test('a package whose attachments are cut off or not those of its manifest begins no ballot', async () => {
  must(await add('a.pdf', pdf(2 ** 20 + 5)));
  must(await issue());
  const code = codeOfIssued();
  const whole = readFileSync(issuedPath());
  const { manifest, attachments } = must(await openPackage(whole, code, 'x', desk.heavy));
  const keys = dbOf(desk).prepare<[], { s: Buffer }>('select sign_private s from contest_key').get();
  const [first] = attachments;
  if (!keys || !first) throw new Error('the package lacks something');
  const swapped = packageContent(manifest, keys.s, [first]);
  swapped.set([1, 2, 3], swapped.length - 3);
  const attempts: readonly (readonly [string, Uint8Array, string])[] = [
    ['cut', whole.subarray(0, whole.length - 70_000), 'damaged'],
    ['swapped', await sealPackage(swapped, code, desk.heavy, 10), 'altered'],
    [
      'longer',
      await sealPackage(Buffer.concat([packageContent(manifest, keys.s, [first]), Buffer.of(1)]), code, desk.heavy, 10),
      'altered',
    ],
    [
      'shorter',
      await sealPackage(packageContent(manifest, keys.s, [first]).subarray(0, -1), code, desk.heavy, 10),
      'altered',
    ],
  ];
  for (const [name, bytes, expected] of attempts) {
    const file = fileOf(`${name}.tballot`, bytes);
    const opened = await ballot.open(desk, { from: { kind: 'file', file }, code });
    expect([name, opened]).toMatchObject([name, { ok: false, failure: { code: expected } }]);
    expect(existsSync(join(desk.dataDir, 'ballots', manifest.packageId, 'ballot.db'))).toBe(false);
  }
  must(await ballot.open(desk, { from: { kind: 'file', file: fileOf('whole.tballot', whole) }, code }));
});

test('an import of whose nominees one has an attachment is not taken back', async () => {
  const batch = dbOf(desk)
    .prepare(`insert into batch (file_name, at) values ('a.csv', '2026-11-25T10:00:00.000Z')`)
    .run();
  dbOf(desk).prepare('update nominee set batch = ?, touched = 0 where id = ?').run(batch.lastInsertRowid, nominee);
  dbOf(desk).exec(`update entry set check_state = 'pending'`);
  must(await add('a.txt', Buffer.from('1')));
  const id = Number(batch.lastInsertRowid) as Parameters<typeof undoImport>[1]['batch'];
  expect(undoImport(desk, { batch: id })).toMatchObject({ ok: false, failure: { code: 'import-not-undoable' } });
});
