import { zipOf, type ZipPart, type ZipShape } from './zip';

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The parts of a workbook as texts, each of which a hostile one replaces. */
export interface Book {
  /** Inside `sheetData`. */
  readonly rows: string;
  readonly beforeRows?: string;
  readonly afterRows?: string;
  readonly sharedStrings?: string;
  readonly names?: string;
  readonly styles?: string;
  readonly sheetName?: string;
  /** Between the declaration and the root of these parts. */
  readonly prologue?: Readonly<Record<string, string>>;
  readonly others?: readonly ZipPart[];
  readonly change?: (part: ZipPart) => ZipPart;
  readonly shape?: ZipShape;
}

export const sheetPart = 'xl/worksheets/sheet1.xml';
export const stringsPart = 'xl/sharedStrings.xml';
export const bookPart = 'xl/workbook.xml';

export function partsOf(book: Book): readonly ZipPart[] {
  const { rows, beforeRows = '', afterRows = '', sharedStrings, names = '', sheetName = 'Тізім', others = [] } = book;
  const part = (name: string, root: string): ZipPart => ({
    name,
    data: `${declaration}${book.prologue?.[name] ?? ''}${root}`,
  });
  const strings = sharedStrings === undefined ? [] : [part(stringsPart, `<sst xmlns="${main}">${sharedStrings}</sst>`)];
  const parts = [
    part(
      '[Content_Types].xml',
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>',
    ),
    part(
      '_rels/.rels',
      `<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    part(
      bookPart,
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="${escaped(sheetName)}" sheetId="1" r:id="rId1"/></sheets>${names}</workbook>`,
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    ),
    part('xl/styles.xml', book.styles ?? `<styleSheet xmlns="${main}"><cellXfs count="1"><xf/></cellXfs></styleSheet>`),
    ...strings,
    part(
      sheetPart,
      `<worksheet xmlns="${main}" xmlns:r="${relations}">${beforeRows}<sheetData>${rows}</sheetData>${afterRows}</worksheet>`,
    ),
    ...others,
  ];
  return book.change === undefined ? parts : parts.map(book.change);
}

export const bookOf = (book: Book): Buffer => zipOf(partsOf(book), book.shape);

export const inlineCell = (at: string, text: string): string =>
  `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

export const rowOf = (number: number, cells: string): string => `<row r="${number}">${cells}</row>`;

/** `A`, `Z`, `AA`… */
export function letters(column: number): string {
  let rest = column;
  let name = '';
  while (rest > 0) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
    rest = Math.floor((rest - 1) / 26);
  }
  return name;
}
