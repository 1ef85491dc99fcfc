import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { openNewContest } from './support/contest';
import { freshFolder } from './support/launch';

// A whole way with marked names, files, a password that is typed and a code, with failures and thrown errors: none is in the log.

const markers = {
  nominee: 'Белгіномова',
  latin: 'Markernominee',
  juror: 'Белгіқазыұлы',
  folder: 'markeruser',
  file: 'Белгіфайл',
  typed: 'marker-password',

  code: '7KQX-92MD-ZZTT',
  address: 'marker@example.kz',
} as const;

test('the log says what happened and nothing of whom', async () => {
  const folder = join(freshFolder(), markers.folder);
  mkdirSync(folder);
  const damaged = join(folder, `${markers.file}.tscores`);
  const ballot = join(folder, `${markers.file}.tballot`);
  writeFileSync(damaged, `age-encryption.org/v1\n-> X25519 ${markers.code}\n`);
  writeFileSync(ballot, `age-encryption.org/v1\n-> scrypt ${markers.code}\n`);
  const secretary = await openNewContest({ students: [markers.nominee, markers.latin] }, folder);
  await secretary.answerOpen([damaged]);
  const outcomes = await secretary.page.evaluate(async (marked) => {
    const { tarazy } = window;
    const saved = await tarazy.call('jury.save', {
      id: null,
      name: marked.juror,
      title: marked.latin,
      contact: marked.address,
      chair: true,
    });
    const malformed = await tarazy.call('jury.save', { name: marked.juror } as never);
    const picked = await tarazy.call('files.pick', { kind: 'returned-ballot', multiple: true });
    const [file] = picked.ok ? picked.value : [];
    if (file === undefined) throw new Error('no file');
    const imported = await tarazy.call('ballots.import', { files: [file.token], task: 'import' });
    const opened = await tarazy.call('ballot.open', { from: { kind: 'file', file: file.token }, code: marked.code });
    const wrong = await tarazy.call('contest.open', {
      from: { kind: 'file', file: file.token },
      secret: { kind: 'password', text: marked.typed },
    });
    return [saved.ok, malformed.ok, imported.ok, opened.ok, wrong.ok];
  }, markers);
  expect(outcomes).toEqual([true, false, true, false, false]);
  // Bugs of the page, whose messages hold everything at once.
  await secretary.page.evaluate((marked) => {
    const all = Object.values(marked).join(' ');
    setTimeout(() => {
      throw new TypeError(`cannot show ${all} of /home/${marked.folder}/${marked.file}.tarazy`);
    });
    void Promise.reject(new Error(`left over: ${all}`));
    void Promise.reject(new SyntaxError(`Unexpected token in ${all}`));
  }, markers);
  const logs = join(secretary.userData, 'logs');
  const written = () =>
    readdirSync(logs)
      .map((name) => readFileSync(join(logs, name), 'utf8'))
      .join('\n');
  await expect.poll(() => written().match(/\] page: /g)?.length).toBe(3);
  // Each is reported on the console too, in its own time.
  await expect.poll(() => secretary.problems.length).toBe(3);
  secretary.problems.length = 0;
  await secretary.close();
  expect(written()).toContain('refused call:jury.save: malformed input');
  for (const [what, marker] of Object.entries(markers)) expect(written(), what).not.toContain(marker);
});
