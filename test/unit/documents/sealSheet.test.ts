import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fingerprintQr, fingerprintText } from '@shared/domain/fingerprint';
import type { DocumentInput } from '../../../electron/documents/input';
import { qrRows } from '../../../electron/documents/qr';
import { writeWinnersWorkbook } from '../../../electron/documents/winnersWorkbook';
import { loadWorkbook } from '../../../electron/files/excel';
import { workbookInput } from './contest';

const fingerprint = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
const printed = fingerprintText(fingerprint);

async function written(sealed: boolean, regions: DocumentInput['regions'] = []) {
  const plain = workbookInput('ru');
  const [juror] = plain.jurors;
  const [round] = plain.contest.rounds;
  if (!juror || !round) throw new Error('the sample contest lacks a juror');
  const seal = {
    number: 2,
    sealedAt: '2026-11-25T10:00:00.000Z',
    fingerprint,
    qr: qrRows(fingerprintQr(fingerprint)),
    reopenings: [{ number: 1, at: '2026-11-24T10:00:00.000Z', reason: 'ошибка в имени' }],
  };
  const receipts = [{ round: round.id, juror: juror.id, sequence: 1, receipt: 'AAAA-BBBB-CCCC-DDDD' }];
  const path = join(mkdtempSync(join(tmpdir(), 'tarazy-seal-')), 'book.xlsx');
  const done = await writeWinnersWorkbook({ ...plain, seal: sealed ? seal : null, receipts, regions }, path);
  if (!done.ok) throw new Error(done.failure.code);
  const book = await loadWorkbook(new Uint8Array(readFileSync(path)));
  const sheet = book.worksheets.at(-1);
  if (!sheet) throw new Error('no sheet');
  const texts: string[] = [];
  sheet.eachRow((row) => row.eachCell((cell) => void (typeof cell.value === 'string' && texts.push(cell.value))));
  return { book, sheet, texts };
}

it('prints the fingerprint on the winners, at the foot of every page and beside the receipts', async () => {
  const { book, texts } = await written(true);
  expect(texts).toContain(printed);
  expect(texts.join('\n')).toContain('AAAA-BBBB-CCCC-DDDD');
  expect(texts.join('\n')).toContain('ошибка в имени');
  expect(JSON.stringify(book.worksheets[0]?.getCell('A4').value)).toContain(printed);
  for (const sheet of book.worksheets) expect(sheet.headerFooter.oddFooter).toContain(printed);
});

it('draws the QR code square by square, with its quiet zone', async () => {
  const { sheet } = await written(true);
  const qr = qrRows(fingerprintQr(fingerprint));
  const isDark = (row: number, column: number) => {
    const { fill } = sheet.getRow(row).getCell(column).style;
    return fill?.type === 'pattern' && fill.fgColor?.argb === 'FF000000';
  };
  const top = Array.from({ length: sheet.rowCount }, (_, i) => i + 1).find((row) => isDark(row, 3)) ?? 0;
  const drawn = qr.map((_, y) =>
    Array.from({ length: qr.length }, (_x, x) => (isDark(top + y, x + 3) ? '1' : '0')).join(''),
  );
  expect(drawn).toEqual(qr);
  for (let i = 1; i <= qr.length + 4; i += 1) expect(isDark(top - 1, i) || isDark(top + qr.length, i)).toBe(false);
});

it('says of an unsealed result that it may still change, and lists the receipts all the same', async () => {
  const { book, texts } = await written(false);
  expect(texts[0]).toBe('Не опечатано: результат ещё может измениться');
  expect(texts.join('\n')).toContain('AAAA-BBBB-CCCC-DDDD');
  expect(JSON.stringify(book.worksheets[0]?.getCell('A4').value)).toContain('Не опечатано');
});

it('lists the regions of a national contest: the fingerprint, who took the file in, and whom it brought', async () => {
  const taken = { at: '2026-11-20T08:00:00.000Z', who: 'secretary' } as const;
  const region = { region: 'Алматы облысы', fingerprint, seal: 2, taken, nominees: ['№ 4 Жасыл аула'] };
  const { texts } = await written(true, [region, { ...region, region: 'Астана қаласы', taken: null, nominees: [] }]);
  // A merged cell is read once for each of its columns.
  const lines = [...new Set(texts)].filter((text) => /^(Алматы облысы|Астана қаласы)/.test(text));
  expect(lines[0]).toContain(printed);
  expect(lines[0]).toMatch(/опечатывание № 2 · принят 20\.11\.2026 \d\d:00, секретарь · № 4 Жасыл аула/);
  expect(lines[1]).not.toContain('принят');
  expect((await written(true)).texts.join('\n')).not.toContain('Файлы результатов регионов');
});
