import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import { afterAll, describe, expect, it } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { readSpreadsheet } from '../../../electron/files/spreadsheet';
import { caps } from '../../../electron/files/zipCaps';

const folder = mkdtempSync(join(tmpdir(), 'tarazy-hostile-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function read(name: string, content: Uint8Array | string) {
  const path = join(folder, name);
  writeFileSync(path, content);
  return readSpreadsheet(path);
}
const refused = (code: string, file: string) => ({ ok: false, failure: { code, file } });

/** A zip by hand, so that it can lie: `declared` is the size written into the headers. */
function zip(parts: readonly { name: string; data: Uint8Array; declared?: number }[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, data, declared = data.length } of parts) {
    const packed = deflateRawSync(data, { level: 9 });
    const field = Buffer.alloc(26);
    field.writeUInt16LE(20, 0);
    field.writeUInt16LE(8, 4);
    field.writeUInt32LE(crc32(data), 10);
    field.writeUInt32LE(packed.length, 14);
    field.writeUInt32LE(declared, 18);
    field.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), field, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), field, tail, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, directory, Buffer.from('PK\u0005\u0006'), end]);
}

async function unzip(bytes: Uint8Array): Promise<{ name: string; data: Buffer }[]> {
  const file = await fromBufferPromise(Buffer.from(bytes), {});
  const parts: { name: string; data: Buffer }[] = [];
  for await (const entry of file.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await file.openReadStreamPromise(entry)) chunks.push(Buffer.from(chunk));
    parts.push({ name: entry.fileName, data: Buffer.concat(chunks) });
  }
  return parts;
}

async function workbook(fill: (book: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  fill(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

describe('hostile and broken spreadsheets', () => {
  it('refuses a bomb that says how large it is', async () => {
    const bomb = zip([{ name: 'xl/workbook.xml', data: Buffer.alloc(caps.inflatedBytes + 1, 32) }]);
    expect(bomb.length).toBeLessThan(200_000);
    expect(await read('bomb.xlsx', bomb)).toEqual(refused('workbook-too-large', 'bomb.xlsx'));
  });

  it('is not fooled by a bomb that lies about its size', async () => {
    const bomb = zip([{ name: 'xl/workbook.xml', data: Buffer.alloc(caps.inflatedBytes + 1, 32), declared: 1000 }]);
    expect((await read('liar.xlsx', bomb)).ok).toBe(false);
  });

  it('refuses many parts that are large only together', async () => {
    const half = Buffer.alloc(caps.inflatedBytes * 0.6, 32);
    const bomb = zip([
      { name: 'xl/workbook.xml', data: half },
      { name: 'xl/styles.xml', data: half },
    ]);
    expect(await read('two.xlsx', bomb)).toEqual(refused('workbook-too-large', 'two.xlsx'));
  });

  it('refuses a file over 10 MB without reading on', async () => {
    const large = Buffer.alloc(caps.fileBytes + 1, 65);
    expect(await read('large.csv', large)).toEqual(refused('workbook-too-large', 'large.csv'));
  });

  it('refuses document types, so that no entity is ever looked up', async () => {
    const parts = await unzip(await workbook((book) => (book.addWorksheet('a').getCell('A1').value = 'x')));
    expect((await read('same.xlsx', zip(parts))).ok).toBe(true);
    const declared = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>';
    const xxe = parts.map(({ name, data }) => ({
      name,
      data: name.includes('sheet1') ? Buffer.from(data.toString('utf8').replace('?>', `?>${declared}`)) : data,
    }));
    expect(await read('xxe.xlsx', zip(xxe))).toEqual(refused('workbook-unreadable', 'xxe.xlsx'));
  });

  it('refuses rows and columns beyond the caps', async () => {
    const wide = await workbook((book) => (book.addWorksheet('a').getCell(1, caps.columns + 1).value = 'x'));
    const long = await workbook((book) => (book.addWorksheet('a').getCell(caps.rows + 1, 1).value = 'x'));
    expect(await read('wide.xlsx', wide)).toEqual(refused('workbook-too-large', 'wide.xlsx'));
    expect(await read('long.xlsx', long)).toEqual(refused('workbook-too-large', 'long.xlsx'));
    expect(await read('long.csv', 'a;b\n'.repeat(caps.rows + 1))).toEqual(refused('workbook-too-large', 'long.csv'));
    expect(await read('wide.csv', ';'.repeat(caps.columns) + 'x')).toEqual(refused('workbook-too-large', 'wide.csv'));
  });

  it('does not walk to rows and columns that no sheet has', async () => {
    const parts = await unzip(await workbook((book) => (book.addWorksheet('a').getCell('A1').value = 'x')));
    for (const row of ['2147483647', '4294967296', '1000000000000']) {
      const far = parts.map(({ name, data }) => ({
        name,
        data: name.includes('sheet1.xml')
          ? Buffer.from(
              data
                .toString('utf8')
                .replace(/<row r="1"/, `<row r="${row}"`)
                .replace('"A1"', `"A${row}"`),
            )
          : data,
      }));
      expect(await read('far.xlsx', zip(far)), row).toEqual(refused('workbook-too-large', 'far.xlsx'));
    }
  });

  it('refuses cells that are written so that they are not seen, and elements without end', async () => {
    const parts = await unzip(await workbook((book) => (book.addWorksheet('a').getCell('A1').value = 'x')));
    const filled = (rows: string) =>
      zip(
        parts.map(({ name, data }) => ({
          name,
          data: name.includes('sheet1.xml')
            ? Buffer.from(data.toString('utf8').replace(/<sheetData>.*<\/sheetData>/, `<sheetData>${rows}</sheetData>`))
            : data,
        })),
      );
    const cells = '<c\nr="A1"/>'.repeat(caps.cells + 1);
    const rows = '<row/>'.repeat(caps.rowElements + 1);
    const others = '<a/>'.repeat(caps.elements + 1);
    for (const text of [`<row r="1">${cells}</row>`, rows, others])
      expect(await read('many.xlsx', filled(text)), text.slice(0, 20)).toEqual(
        refused('workbook-too-large', 'many.xlsx'),
      );
  });

  it('refuses what lies deeper and what is longer than in any honest part, however it is hidden', async () => {
    const parts = await unzip(await workbook((book) => (book.addWorksheet('a').getCell('A1').value = 'x')));
    const filled = (cell: string) =>
      zip(
        parts.map(({ name, data }) => ({
          name,
          data: name.includes('sheet1.xml')
            ? Buffer.from(data.toString('utf8').replace(/<row .*<\/row>/, `<row r="1">${cell}</row>`))
            : data,
        })),
      );
    const inline = (text: string) => `<c r="A1" t="inlineStr"><is><t>${text}</t></is></c>`;
    const MiB = 1024 * 1024;
    const hostile = {
      deep: `${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`,
      'deep behind comments': `${'<a><!--</a>-->'.repeat(2_000)}${'</a>'.repeat(2_000)}`,
      'deep behind quotes': `${`<a b="></a>" c='"/>'>`.repeat(2_000)}${'</a>'.repeat(2_000)}`,
      'a long text': inline('x'.repeat(2 * MiB)),
      'a long attribute': `<c r="A1" a="${'x'.repeat(2 * MiB)}"/>`,
      'a long comment': `<!--${'x'.repeat(2 * MiB)}-->`,
    };
    for (const [name, cell] of Object.entries(hostile))
      expect(await read('piece.xlsx', filled(cell)), name).toEqual(refused('workbook-too-large', 'piece.xlsx'));
    const honest = `<!-- <a> --><c r="A1" t="inlineStr" x='a > "b"'><is><t>Ким &lt;В&gt;</t></is></c>`;
    const result = await read('honest.xlsx', filled(honest));
    expect(result.ok && result.value.sheets[0]?.rows).toEqual([[{ kind: 'text', text: 'Ким <В>' }]]);
    // Its text would be dropped without a word.
    const dropped = inline('<![CDATA[Ким]]>');
    expect(await read('cdata.xlsx', filled(dropped))).toEqual(refused('workbook-unreadable', 'cdata.xlsx'));
  });

  it('makes nothing of the names for cells', async () => {
    const parts = await unzip(await workbook((book) => (book.addWorksheet('a').getCell('A1').value = 'x')));
    const names = Array.from({ length: 50 }, (_, n) => `<definedName name="n${n}">a!$A$1:$XFD$1048576</definedName>`);
    const named = parts.map(({ name, data }) => ({
      name,
      data:
        name === 'xl/workbook.xml'
          ? Buffer.from(
              data.toString('utf8').replace('</sheets>', `</sheets><definedNames>${names.join('')}</definedNames>`),
            )
          : data,
    }));
    const result = await read('names.xlsx', zip(named));
    expect(result.ok && result.value.sheets[0]?.rows).toEqual([[{ kind: 'text', text: 'x' }]]);
  });

  it('says that a damaged workbook cannot be read', async () => {
    const good = await workbook((book) => (book.addWorksheet('a').getCell('A1').value = 'x'));
    expect(await read('half.xlsx', good.slice(0, good.length / 2))).toEqual(
      refused('workbook-unreadable', 'half.xlsx'),
    );
    const torn = zip([{ name: 'xl/workbook.xml', data: Buffer.from('<workbook><sheets>') }]);
    expect(await read('torn.xlsx', torn)).toEqual(refused('workbook-unreadable', 'torn.xlsx'));
  });

  it('survives any cut of an honest file', async () => {
    const good = await workbook((book) => (book.addWorksheet('a').getCell('A1').value = 'x'));
    for (let length = 4; length < good.length; length += 397) {
      expect((await read('cut.xlsx', good.slice(0, length))).ok, String(length)).toBe(false);
    }
  });

  it('says what is no spreadsheet at all', async () => {
    for (const [name, bytes] of [
      ['old.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1])],
      ['letter.pdf', Buffer.from('%PDF-1.7')],
      ['photo.png', Buffer.from([0x89, 0x50])],
      ['text.xlsx', Buffer.from('just text')],
      ['other.xlsx', zip([{ name: 'content.xml', data: Buffer.from('<x/>') }])],
    ] as const) {
      expect(await read(name, bytes)).toMatchObject({ ok: false, failure: { code: 'not-this-kind', file: name } });
    }
    expect(await readSpreadsheet(join(folder, 'nowhere.xlsx'))).toEqual(refused('not-found', 'nowhere.xlsx'));
  });

  it('reads sheets whose names Excel would refuse, as other programs write them', async () => {
    const names = ['1-тур', '2-тур', 'үшінші', 'ұзын'];
    const book = await workbook((b) => {
      for (const name of names) b.addWorksheet(name, { pageSetup: { printArea: 'A1:B2' } }).getCell('A1').value = name;
    });
    const given = ['1/2 тур: [қорытынды]?', "'2*тур\\'", 'History', 'ұзын '.repeat(12)];
    const renamed = (await unzip(book)).map(({ name, data }) => ({
      name,
      data:
        name === 'xl/workbook.xml'
          ? Buffer.from(names.reduce((xml, from, i) => xml.replaceAll(from, given[i] ?? ''), data.toString('utf8')))
          : data,
    }));
    const result = await read('names.xlsx', zip(renamed));
    expect(result.ok && result.value.sheets.map(({ name, rows }) => [name, rows])).toEqual(
      given.map((name, i) => [name, [[{ kind: 'text', text: names[i] }]]]),
    );
  });

  it('never evaluates a formula', async () => {
    const book = await workbook((b) => {
      const sheet = b.addWorksheet('a');
      sheet.getCell('A1').value = { formula: '1+1', result: 2 };
      sheet.getCell('B1').value = { text: 'сілтеме', hyperlink: 'http://example.org' };
      sheet.getCell('C1').value = { richText: [{ text: 'Ай' }, { text: 'гүл' }] };
      sheet.getCell('D1').value = new Date(Date.UTC(2005, 2, 15));
      sheet.getCell('E1').value = 40701500138;
    });
    const result = await read('cells.xlsx', book);
    expect(result.ok && result.value.sheets[0]?.rows).toEqual([
      [
        { kind: 'formula', text: '=1+1' },
        { kind: 'text', text: 'сілтеме' },
        { kind: 'text', text: 'Айгүл' },
        { kind: 'date', iso: '2005-03-15' },
        { kind: 'number', value: 40701500138, text: '40701500138' },
      ],
    ]);
  });

  it('tells hidden sheets and hidden columns, and gives a merged text once', async () => {
    const book = await workbook((b) => {
      const sheet = b.addWorksheet('a', { state: 'hidden' });
      sheet.getCell('A1').value = 'title';
      sheet.mergeCells('A1:C1');
      sheet.getRow(3).values = ['x', 'y', 'z'];
      sheet.getColumn(2).hidden = true;
    });
    const result = await read('hidden.xlsx', book);
    const sheet = result.ok ? result.value.sheets[0] : undefined;
    expect(sheet).toMatchObject({ hidden: true, hiddenColumns: [1] });
    expect(sheet?.rows.map((row) => row.length)).toEqual([1, 0, 3]);
  });
});

describe('CSV', () => {
  const cells = async (name: string, text: string | Uint8Array) => {
    const result = await read(name, text);
    if (!result.ok) return result.failure.code;
    return result.value.sheets[0]?.rows.map((row) => row.map((cell) => (cell.kind === 'text' ? cell.text : '')));
  };

  it.each([';', ',', '\t'])('is read with %j between the cells, with and without a byte order mark', async (mark) => {
    const text = ['Тізім', `Аты-жөні${mark}ЖСН`, `"Ким${mark} ""В"""${mark}050315600121`, `${mark}x`].join('\r\n');
    const expected = [['Тізім'], ['Аты-жөні', 'ЖСН'], [`Ким${mark} "В"`, '050315600121'], ['', 'x']];
    expect(await cells('a.csv', text)).toEqual(expected);
    expect(await cells('b.csv', `\ufeff${text}\r\n\r\n`)).toEqual(expected);
  });

  it('refuses other encodings instead of showing other letters', async () => {
    expect(await cells('cp1251.csv', Buffer.from([0xc0, 0xe8, 0xed, 0x3b, 0xc6]))).toBe('csv-not-utf8');
    expect(await cells('utf16.csv', Buffer.from('\ufeffАты;ЖСН', 'utf16le'))).toBe('csv-not-utf8');
  });

  it('drops marks of byte order wherever they are', async () => {
    const joined = '\ufeff\ufeffАты;\ufeffЖСН\n\ufeffӘлия;1\n';
    expect(await cells('joined.csv', joined)).toEqual([
      ['Аты', 'ЖСН'],
      ['Әлия', '1'],
    ]);
  });

  it('refuses lines, quotes and rows without end, and drops no row after many empty ones', async () => {
    expect(await cells('empty.csv', ';'.repeat(2_000_000))).toBe('workbook-too-large');
    expect(await cells('quotes.csv', '"'.repeat(4_000_000))).toBe('workbook-too-large');
    expect(await cells('remarks.csv', `${'"a"b'.repeat(20)}\n`.repeat(90_000))).toBe('workbook-too-large');
    expect(await cells('late.csv', `a;b\n${'\n'.repeat(caps.rows)}c;d\n`)).toBe('workbook-too-large');
    expect(await cells('tail.csv', `a;b\n${'\n'.repeat(caps.rows * 2)}`)).toEqual([['a', 'b']]);
    expect(await cells('gap.csv', 'a;b\n\n;\nc;d\n')).toEqual([['a', 'b'], [], [], ['c', 'd']]);
  });

  it('refuses a quote that swallows the rest', async () => {
    expect(await cells('quote.csv', 'a;b\n"c;d\ne;f\n')).toBe('workbook-unreadable');
  });
});
