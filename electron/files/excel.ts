import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import ExcelJS from 'exceljs';

/**
 * The only module that knows exceljs; it is loaded in the workbook worker alone. Should it have to be replaced (it is
 * no longer maintained; @protobi/exceljs has the same interface), this is the place.
 */
export type ExcelRow = ExcelJS.Row;
export type ExcelSheet = ExcelJS.Worksheet;
export type ExcelSheetOptions = Partial<ExcelJS.AddWorksheetOptions>;
export type ExcelStyle = Partial<ExcelJS.Style>;
export type ExcelWriter = ExcelJS.stream.xlsx.WorkbookWriter;

/** What one cell of a read workbook holds. */
export type ExcelValue =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'date'; readonly value: Date }
  | { readonly kind: 'bool'; readonly value: boolean }
  | { readonly kind: 'formula'; readonly formula: string };

/** Reads a whole workbook; throws what exceljs throws when the bytes are no workbook. */
export async function loadWorkbook(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  keepNames(workbook);
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  // Parts that say nothing about a cell's content and that a hostile file can make huge.
  const ignoreNodes = ['dataValidations', 'conditionalFormatting', 'extLst', 'tableParts', 'drawing', 'hyperlinks'];
  // exceljs makes an object of every cell that a name stands for, and no name says anything about a cell's content.
  Object.defineProperty(workbook.definedNames, 'model', { value: [], writable: true });
  await workbook.xlsx.load(buffer as ArrayBuffer, { ignoreNodes });
  return workbook;
}

const longestName = 100;
const plainName = /^[^*?:/\\[\]']{1,31}$/;
const truly = new WeakMap<ExcelJS.Workbook, Map<number, string>>();

/** The name as the file has it; at most 100 characters, and told apart where two have the same. */
export const nameOf = (sheet: ExcelSheet): string => truly.get(sheet.workbook)?.get(sheet.id) ?? sheet.name;

/**
 * Other programs write sheets whose names Excel would refuse (with a slash or a colon, of more than 31 characters), and
 * exceljs throws at them or cuts them off. Those it knows under a name of ours.
 */
function keepNames(workbook: ExcelJS.Workbook): void {
  const names = new Map<number, string>();
  const taken = new Set(['history']);
  const model = Object.getOwnPropertyDescriptor(ExcelJS.Workbook.prototype, 'model');
  truly.set(workbook, names);
  Object.defineProperty(workbook, 'model', {
    set: (read: ExcelJS.WorkbookModel) => {
      for (const sheet of Object.values(read.worksheets)) {
        const name = sheet.name.slice(0, longestName);
        const isTaken = taken.has(name.toLowerCase());
        taken.add(name.toLowerCase());
        if (!isTaken && plainName.test(name)) continue;
        names.set(sheet.id, isTaken && name !== 'History' ? `${name} (${sheet.id})` : name);
        sheet.name = `~${sheet.id}`;
      }
      model?.set?.call(workbook, read);
    },
  });
}

export function valueOf(cell: ExcelJS.Cell): ExcelValue {
  // A merged cell repeats its master's value; only the master holds it.
  if (cell.type === ExcelJS.ValueType.Merge) return { kind: 'empty' };
  const value = cell.value;
  if (value === null || value === undefined) return { kind: 'empty' };
  if (typeof value === 'string') return textValue(value);
  if (typeof value === 'number') return { kind: 'number', value };
  if (typeof value === 'boolean') return { kind: 'bool', value };
  if (value instanceof Date) return { kind: 'date', value };
  if ('formula' in value || 'sharedFormula' in value) return { kind: 'formula', formula: cell.formula };
  if ('richText' in value) return textValue(value.richText.map((run) => run.text).join(''));
  if ('error' in value) return textValue(value.error);
  if ('text' in value) return textValue(hyperlinkText(value.text));
  return { kind: 'empty' };
}

/** Typed as a string, yet a rich text at run time where the link's text has several fonts. */
function hyperlinkText(text: unknown): string {
  if (typeof text === 'string') return text;
  if (typeof text !== 'object' || text === null || !('richText' in text) || !Array.isArray(text.richText)) return '';
  return text.richText
    .map((run: { readonly text?: unknown }) => (typeof run.text === 'string' ? run.text : ''))
    .join('');
}

function textValue(text: string): ExcelValue {
  return text === '' ? { kind: 'empty' } : { kind: 'text', text };
}

/** Streams a workbook into `path`, which must not exist; resolved when every byte has reached the file. */
export function openWriter(
  path: string,
  about: { readonly creator: string; readonly at: Date },
): {
  readonly writer: ExcelWriter;
  readonly commit: () => Promise<void>;
  /** Closes the file without finishing the workbook. */
  readonly abandon: () => Promise<void>;
} {
  const stream = createWriteStream(path, { flags: 'wx' });
  const closed = finished(stream);
  // Awaited in commit or abandon; until then a refused path must not count as an unhandled rejection.
  closed.catch(() => undefined);
  const writer = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream,
    useStyles: true,
    // Line breaks in a cell survive only in shared strings: LibreOffice drops them from inline ones.
    useSharedStrings: true,
    zip: { zlib: { level: 6 } },
  });
  writer.creator = about.creator;
  writer.lastModifiedBy = about.creator;
  writer.created = about.at;
  writer.modified = about.at;
  return {
    writer,
    commit: async () => {
      await Promise.race([writer.commit(), closed]);
      await closed;
    },
    abandon: async () => {
      stream.destroy();
      await closed.catch(() => undefined);
    },
  };
}
