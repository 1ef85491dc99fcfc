import { bookOf, bookPart, inlineCell, letters, partsOf, rowOf, sheetPart, stringsPart } from './book';
import { either, refused, tooLarge, type Expected, type HostileFile, type Variant } from './hostile';
import { zipOf, type ZipPart } from './zip';

const MiB = 2 ** 20;
/** Beyond the cap of the reader, which looks at 100 MiB of inflated bytes at most. */
const over = 101 * MiB;

const file = (bytes: Uint8Array, expected: Expected): HostileFile => ({ fileName: 'тізім.xlsx', bytes, expected });
const cell = inlineCell('A1', 'Аты-жөні');
const one = rowOf(1, cell);
const spaces = (bytes: number): Buffer => Buffer.alloc(bytes, 0x20);
const padded = (name: string, bytes: number, size?: number): ZipPart => ({
  name,
  data: spaces(bytes),
  ...(size === undefined ? {} : { size }),
});
const times = (count: number, of: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => of(n)).join('');
/** The same cells in every row; `#` in them is the row's number. */
const manyRows = (rows: number, columns: number, of: (at: string) => string): string => {
  const [before = '', ...pieces] = rowOf(
    1,
    times(columns, (c) => of(`${letters(c + 1)}#`)),
  ).split('#');
  return times(
    rows,
    (r) => before.replace('r="1"', `r="${r + 1}"`) + pieces.map((piece) => `${r + 1}${piece}`).join(''),
  );
};

/** Files that are small and want to become large, or few bytes that want much work. */
export const bombs: readonly Variant[] = [
  {
    name: 'one sheet of more than 100 MiB, told honestly',
    make: (random) => file(bookOf({ rows: one, afterRows: ' '.repeat(over + random.below(MiB)) }), tooLarge),
  },
  {
    name: 'one sheet of more than 100 MiB that says it is small',
    make: (random) => {
      const small = random.between(1, 5000);
      const change = (part: ZipPart): ZipPart => (part.name === sheetPart ? { ...part, size: small } : part);
      return file(bookOf({ rows: one, afterRows: ' '.repeat(over), change }), refused);
    },
  },
  {
    name: 'a part that says it is empty',
    make: (random) =>
      file(bookOf({ rows: one, others: [padded('xl/media/a.bin', random.between(1, 90) * MiB, 0)] }), refused),
  },
  {
    name: 'many parts, large only together',
    make: (random) => {
      const parts = random.between(2, 60);
      const each = Math.ceil(over / parts);
      const others = Array.from({ length: parts }, (_, n) => padded(`xl/media/${n}.bin`, each));
      return file(bookOf({ rows: one, others }), tooLarge);
    },
  },
  {
    name: 'very many entries',
    make: (random) => {
      const entries = random.between(2001, 60_000);
      const others = Array.from({ length: entries }, (_, n) => ({ name: `xl/media/${n}`, data: '', method: 0 }));
      return file(bookOf({ rows: one, others }), tooLarge);
    },
  },
  {
    name: 'many names for the same bytes',
    make: (random) => {
      const kernel: ZipPart = padded('xl/media/kernel', 30 * MiB);
      const more = Array.from({ length: random.between(4, 500) }, (_, n): ZipPart => ({
        name: `xl/media/${n}`,
        data: '',
        sameAs: 0,
      }));
      return file(zipOf([kernel, ...more, ...partsOf({ rows: one })]), refused);
    },
  },
  {
    name: 'a bomb inside a bomb',
    make: (random) => {
      let inner: Buffer = zipOf([padded('0', 90 * MiB)]);
      const depths = random.between(1, 6);
      for (let depth = 0; depth < depths; depth += 1)
        inner = zipOf(Array.from({ length: 16 }, (_, n): ZipPart => ({ name: `${n}.zip`, data: inner })));
      const others = [{ name: 'xl/media/nested.zip', data: inner }];
      return file(bookOf({ rows: one, others }), { kind: 'read', rows: [['Аты-жөні']] });
    },
  },
  {
    name: 'shared strings of 90 MiB',
    make: (random) => {
      const item = random.pick(['<si><t/></si>', '<si><t>a</t></si>', '<si/>', '<si><r><t>a</t></r></si>']);
      const sharedStrings = item.repeat(Math.floor((90 * MiB) / item.length));
      return file(bookOf({ rows: rowOf(1, '<c r="A1" t="s"><v>0</v></c>'), sharedStrings }), refused);
    },
  },
  {
    name: 'one long shared string in very many cells',
    make: (random) => {
      const length = random.pick([32_767, 200_000, MiB, 8 * MiB]);
      const sharedStrings = `<si><t>${'я'.repeat(length)}</t></si>`;
      const rows = manyRows(2000, 100, (at) => `<c r="${at}" t="s"><v>0</v></c>`);
      return file(bookOf({ rows, sharedStrings }), refused);
    },
  },
  {
    name: 'as many cells as are counted',
    make: (random) => {
      const columns = random.between(50, 200);
      const rows = manyRows(
        Math.min(20_000, Math.floor(999_000 / columns)),
        columns,
        (at) => `<c r="${at}"><v>1</v></c>`,
      );
      return file(bookOf({ rows }), either);
    },
  },
  {
    name: 'cells that are written so that they are not counted',
    make: (random) => {
      const begin = random.pick(['<c\n', '<c\t', '<c\r\n']);
      const rows = manyRows(12_000, 180, (at) => `${begin}r="${at}"><v>1</v></c>`);
      return file(bookOf({ rows }), refused);
    },
  },
  {
    name: 'a sheet in a folder where none is looked for',
    make: (random) => {
      const name = `${random.pick(['x/', 'xl/xl/', '../'])}${sheetPart}`;
      const rows = manyRows(12_000, 180, (at) => `<c r="${at}"><v>1</v></c>`);
      return file(bookOf({ rows, change: (part) => (part.name === sheetPart ? { ...part, name } : part) }), refused);
    },
  },
  {
    name: 'very many empty cells',
    make: () => file(bookOf({ rows: manyRows(20_000, 49, (at) => `<c r="${at}" s="0"/>`) }), either),
  },
  {
    name: 'very many empty rows',
    make: (random) => {
      const rows = random.between(20_001, 1_048_576);
      return file(bookOf({ rows: one + times(rows, (r) => `<row r="${r + 2}"/>`) }), either);
    },
  },
  {
    name: 'too many rows',
    make: (random) => {
      const rows = random.pick([20_001, 30_000, 60_000]);
      return file(bookOf({ rows: times(rows, (r) => rowOf(r + 1, inlineCell(`A${r + 1}`, 'x'))) }), tooLarge);
    },
  },
  {
    name: 'a row very far down',
    make: (random) => {
      const row = random.pick([20_001, 1_048_576, 2 ** 31 - 1, 2 ** 32, 1e12]);
      return file(bookOf({ rows: one + rowOf(row, inlineCell(`A${row}`, 'x')) }), refused);
    },
  },
  {
    name: 'too many columns',
    make: (random) => {
      const column = letters(random.pick([201, 202, 500, 16_384]));
      return file(bookOf({ rows: rowOf(1, cell + inlineCell(`${column}1`, 'x')) }), tooLarge);
    },
  },
  {
    name: 'a column that cannot be',
    make: (random) => {
      const column = random.pick(['XFE', 'ZZZ', 'ZZZZZZ', 'ZZZZZZZZZZZZ']);
      return file(bookOf({ rows: rowOf(1, cell + inlineCell(`${column}1`, 'x')) }), refused);
    },
  },
  {
    name: 'cells merged over the whole sheet',
    make: (random) => {
      const to = random.pick(['XFD1048576', 'A1048576', 'XFD20000', 'ZZ999999999']);
      const merged = `<mergeCells><mergeCell ref="A1:${to}"/></mergeCells>`;
      return file(bookOf({ rows: one, afterRows: merged }), either);
    },
  },
  {
    name: 'very many merged cells',
    make: (random) => {
      const merges = random.between(50_000, 400_000);
      const merged = times(merges, (n) => `<mergeCell ref="A${2 * n + 1}:B${2 * n + 2}"/>`);
      return file(bookOf({ rows: one, afterRows: `<mergeCells>${merged}</mergeCells>` }), either);
    },
  },
  {
    name: 'a name for all cells there are',
    make: (random) => {
      const names = times(
        random.between(1, 50),
        (n) => `<definedName name="n${n}">Тізім!$A$1:$XFD$1048576</definedName>`,
      );
      return file(bookOf({ rows: one, names: `<definedNames>${names}</definedNames>` }), either);
    },
  },
  {
    name: 'very many names',
    make: (random) => {
      const count = random.between(100_000, 600_000);
      const names = times(count, (n) => `<definedName name="n${n}">Тізім!$A$${(n % 9) + 1}</definedName>`);
      return file(bookOf({ rows: one, names: `<definedNames>${names}</definedNames>` }), either);
    },
  },
  {
    name: 'columns to the end of the world',
    make: (random) => {
      const max = random.pick([16_384, 1_000_000, 2 ** 31 - 1, 2 ** 53]);
      const cols = `<cols><col min="1" max="${max}" width="9" hidden="1"/></cols>`;
      return file(bookOf({ rows: one, beforeRows: cols }), either);
    },
  },
  {
    name: 'very many column widths',
    make: (random) => {
      const cols = times(random.between(200_000, 1_000_000), (n) => `<col min="${n + 1}" max="${n + 1}" width="9"/>`);
      return file(bookOf({ rows: one, beforeRows: `<cols>${cols}</cols>` }), either);
    },
  },
  {
    name: 'very many styles',
    make: (random) => {
      const xf = '<xf numFmtId="0" fontId="0" applyAlignment="1"><alignment wrapText="1"/></xf>';
      const styles = `<styleSheet><cellXfs>${xf.repeat(random.between(100_000, 900_000))}</cellXfs></styleSheet>`;
      return file(bookOf({ rows: one, styles }), either);
    },
  },
  {
    name: 'very many number formats',
    make: (random) => {
      const formats = times(random.between(100_000, 600_000), (n) => `<numFmt numFmtId="${n}" formatCode="0.0"/>`);
      return file(bookOf({ rows: one, styles: `<styleSheet><numFmts>${formats}</numFmts></styleSheet>` }), either);
    },
  },
  {
    name: 'a date format that takes long to look at',
    make: (random) => {
      const code = random.pick(['[', '"', '\\', '[$-', 'yyyy']).repeat(random.between(10_000, 300_000));
      const formats = `<numFmts><numFmt numFmtId="200" formatCode="${escapedAttribute(code)}"/></numFmts>`;
      const styles = `<styleSheet>${formats}<cellXfs><xf numFmtId="200"/></cellXfs></styleSheet>`;
      const rows = times(2000, (r) => rowOf(r + 1, `<c r="A${r + 1}" s="0"><v>45000</v></c>`));
      return file(bookOf({ rows, styles }), either);
    },
  },
  {
    name: 'elements a hundred thousand deep',
    make: (random) => {
      const depth = random.between(100_000, 2_000_000);
      const deep = `${'<a>'.repeat(depth)}${'</a>'.repeat(depth)}`;
      return file(bookOf({ rows: one, afterRows: deep }), either);
    },
  },
  {
    name: 'an element with very many attributes',
    make: (random) => {
      const attributes = times(random.between(100_000, 1_000_000), (n) => ` a${n}="1"`);
      return file(bookOf({ rows: `<row r="1"${attributes}>${cell}</row>` }), either);
    },
  },
  {
    name: 'an attribute of many megabytes',
    make: (random) => {
      const long = 'x'.repeat(random.between(10, 80) * MiB);
      return file(bookOf({ rows: `<row r="1" spans="${long}">${cell}</row>` }), either);
    },
  },
  {
    name: 'a cell of many megabytes',
    make: (random) => {
      const long = 'x'.repeat(random.between(5, 80) * MiB);
      return file(bookOf({ rows: rowOf(1, inlineCell('A1', long)) }), either);
    },
  },
  {
    name: 'rich text of very many pieces',
    make: (random) => {
      const runs = '<r><rPr><b/><sz val="11"/></rPr><t>a</t></r>'.repeat(random.between(100_000, 1_000_000));
      const rows = rowOf(1, '<c r="A1" t="s"><v>0</v></c>');
      return file(bookOf({ rows, sharedStrings: `<si>${runs}</si>` }), either);
    },
  },
  {
    name: 'very many conditional formats, links and rules for input',
    make: (random) => {
      const count = random.between(50_000, 200_000);
      const afterRows = [
        times(
          count,
          (n) =>
            `<conditionalFormatting sqref="A1:XFD1048576"><cfRule type="expression" priority="${n + 1}"><formula>1</formula></cfRule></conditionalFormatting>`,
        ),
        `<dataValidations>${times(count, () => '<dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a"</formula1></dataValidation>')}</dataValidations>`,
        `<hyperlinks>${times(count, (n) => `<hyperlink ref="A${n + 1}" location="b"/>`)}</hyperlinks>`,
      ].join('');
      return file(bookOf({ rows: one, afterRows }), either);
    },
  },
  {
    name: 'a table over the whole sheet',
    make: () => {
      const table =
        '<table id="1" name="t" displayName="t" ref="A1:XFD1048576"><autoFilter ref="A1:XFD1048576"/><tableColumns count="1"><tableColumn id="1" name="a"/></tableColumns></table>';
      const rels =
        '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/table" Target="../tables/table1.xml"/></Relationships>';
      const others = [
        { name: 'xl/tables/table1.xml', data: table },
        { name: 'xl/worksheets/_rels/sheet1.xml.rels', data: rels },
      ];
      const afterRows = '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>';
      return file(bookOf({ rows: one, afterRows, others }), either);
    },
  },
  {
    name: 'very many sheets',
    make: (random) => {
      const count = random.between(500, 1900);
      const others = Array.from({ length: count }, (_, n) => ({
        name: `xl/worksheets/sheet${n + 2}.xml`,
        data: `<worksheet><sheetData>${one}</sheetData></worksheet>`,
      }));
      return file(bookOf({ rows: one, others }), either);
    },
  },
  {
    name: 'comments and drawings without end',
    make: (random) => {
      const count = random.between(50_000, 300_000);
      const others = [
        {
          name: 'xl/comments1.xml',
          data: `<comments><authors/><commentList>${times(count, (n) => `<comment ref="A${n + 1}"><text><t>x</t></text></comment>`)}</commentList></comments>`,
        },
        {
          name: 'xl/drawings/drawing1.xml',
          data: `<xdr:wsDr>${'<xdr:twoCellAnchor><xdr:from><xdr:col>1</xdr:col></xdr:from></xdr:twoCellAnchor>'.repeat(count)}</xdr:wsDr>`,
        },
      ];
      return file(bookOf({ rows: one, others }), either);
    },
  },
  {
    name: 'a theme and a picture of many megabytes',
    make: (random) => {
      const others = [
        padded('xl/theme/theme1.xml', random.between(10, 45) * MiB),
        padded('xl/media/image1.png', 45 * MiB),
      ];
      return file(bookOf({ rows: one, others }), either);
    },
  },
  {
    name: 'a workbook part that is only white space',
    make: () => file(zipOf([padded(bookPart, 90 * MiB), padded(stringsPart, 5 * MiB)]), refused),
  },
];

const escapedAttribute = (text: string): string => text.replaceAll('"', '&quot;');
