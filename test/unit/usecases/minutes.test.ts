import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fingerprintText } from '@shared/domain/fingerprint';
import { closeAll } from '../../../electron/usecases/contestFile';
import { exportMinutes } from '../../../electron/usecases/documents';
import { makeSeal } from '../../../electron/usecases/seal/seal';
import { readDocx, type Written } from '../documents/docx';
import { closedContest, markers, passwords } from './closedContest';
import { must, snapshotOf, testDesk, type TestDesk } from './testDesk';

/** The minutes of a contest that was really marked, closed and sealed, against what the contest itself says. */
let desk: TestDesk;
let doc: Written;
beforeAll(async () => {
  desk = testDesk();
  await closedContest(desk);
  must(await makeSeal(desk, passwords));
  const path = join(desk.folder, 'Хаттама.docx');
  must(await exportMinutes(desk, { language: 'kk', file: desk.files.grant(path).token, task: 'minutes' }));
  doc = await readDocx(path);
});
afterAll(async () => {
  await closeAll(desk);
  rmSync(desk.folder, { recursive: true, force: true });
});

test('they list the receipt of every ballot that counts, and of no other', () => {
  const counted = snapshotOf(desk).ballots.issued.flatMap(({ receipt }) => receipt ?? []);
  const listed = doc.rows.flatMap((row) =>
    row.length === 4 && /^\w{4}(-\w{4}){3}$/.test(row[3] ?? '') ? [row[3]] : [],
  );
  // Four jurors in the first round, three in the final.
  expect(counted).toHaveLength(7);
  expect(new Set(listed)).toEqual(new Set(counted));
  expect(listed).toHaveLength(counted.length);
});

test('they bear the fingerprint of the seal in the text and on every page', () => {
  const seal = snapshotOf(desk).seals.at(-1);
  const printed = fingerprintText(seal?.fingerprint ?? '');
  expect(doc.lines).toContain(printed);
  expect(doc.footer).toContain(printed);
});

test('they hold no personal data, and the log tells that they were written', () => {
  const all = doc.lines.join('\n');
  for (const secret of Object.values(markers)) expect(all).not.toContain(secret);
  expect(snapshotOf(desk).log[0]).toMatchObject({ action: 'minutes_exported', details: { file: 'Хаттама.docx' } });
});
