import ExcelJS from 'exceljs';
import JSZip from 'jszip';

/*
 * What is written, read as whoever opens it does, and not with the code that wrote it: null where it holds nothing that
 * runs, fetches or follows, else why not.
 */

/** Parts that run, fetch or hold other files, in a workbook and in a document. */
const active = /externalLink|vbaProject|connections|embeddings|activeX|ctrlProps|queryTable|customUI|afchunk|macro/i;

interface Parts {
  readonly names: readonly string[];
  readonly xml: ReadonlyMap<string, string>;
}

async function partsIn(bytes: Buffer): Promise<Parts> {
  const zip = await JSZip.loadAsync(bytes);
  const names = Object.keys(zip.files);
  const xml = new Map<string, string>();
  for (const name of names.filter((each) => /\.(xml|rels)$/.test(each)))
    xml.set(name, (await zip.file(name)?.async('string')) ?? '');
  return { names, xml };
}

function whyActive({ names, xml }: Parts): string | null {
  const part = names.find((name) => active.test(name));
  if (part !== undefined) return `there is a part ${part}`;
  for (const [name, text] of xml) {
    if (/<!DOCTYPE|<!ENTITY/i.test(text)) return `${name} declares entities`;
    if (name.endsWith('.rels') && /TargetMode\s*=\s*"External"/i.test(text)) return `${name} leads out of the file`;
  }
  return null;
}

/** Elements of a sheet that compute, link or bring in. */
const alive = /<(?:\w+:)?(f|hyperlink|oleObject|control|legacyDrawing|webPublishItem|dataConsolidate)[\s/>]/;

export async function whyNotWorkbook(bytes: Buffer): Promise<string | null> {
  const parts = await partsIn(bytes);
  const why = whyActive(parts);
  if (why !== null) return why;
  for (const [name, text] of parts.xml) {
    const found = name.startsWith('xl/worksheets/') ? alive.exec(text) : null;
    if (found !== null) return `${name} has ${text.slice(found.index, found.index + 80)}`;
    const named = [...text.matchAll(/<definedName name="([^"]*)"/g)].find(([, of = '']) => !of.startsWith('_xlnm.'));
    if (named !== undefined) return `${name} names ${named[1] ?? ''}`;
  }
  const book = new ExcelJS.Workbook();
  // The type that exceljs asks for is its own and older than Node's.
  await book.xlsx.load(new Uint8Array(bytes).buffer);
  for (const sheet of book.worksheets) {
    let live: string | null = null;
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        const { type, address } = cell;
        if (type === ExcelJS.ValueType.Formula || type === ExcelJS.ValueType.Hyperlink) live = address;
      }),
    );
    if (live !== null) return `${sheet.name} has a live cell ${String(live)}`;
  }
  return null;
}

export async function whyNotDocument(bytes: Buffer): Promise<string | null> {
  const parts = await partsIn(bytes);
  const why = whyActive(parts);
  if (why !== null) return why;
  for (const [name, text] of parts.xml) {
    const found = /<w:(hyperlink|object|altChunk|control|subDoc|attachedTemplate|sdt)[\s/>]/.exec(text);
    if (found !== null) return `${name} has ${text.slice(found.index, found.index + 80)}`;
    const fields = [
      ...text.matchAll(/<w:instrText[^>]*>([^<]*)</g),
      ...text.matchAll(/<w:fldSimple[^>]*w:instr="([^"]*)"/g),
    ].map(([, instruction = '']) => instruction.trim());
    const other = fields.find((field) => !/^(PAGE|NUMPAGES)$/.test(field));
    if (other !== undefined) return `${name} has a field ${other}`;
  }
  return null;
}

/** A spreadsheet program takes commas or semicolons for separators as the system's language has it. */
export function whyNotTable(text: string): string | null {
  for (const separator of [',', ';'])
    for (const cell of cellsOf(text.replace(/^\uFEFF/, ''), separator))
      if (/^(\s*[=+\-@]|[\t\r])/.test(cell)) return `read with ${separator}: ${JSON.stringify(cell.slice(0, 60))}`;
  return null;
}

/** Quotes hold a cell together only where it begins with them; what follows their end belongs to the cell. */
function cellsOf(text: string, separator: string): readonly string[] {
  const cells: string[] = [];
  let at = 0;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      at += 1;
      while (at < text.length && !(text[at] === '"' && text[at + 1] !== '"')) {
        cell += text[at];
        at += text[at] === '"' ? 2 : 1;
      }
      at += 1;
    }
    while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') {
      cell += text[at];
      at += 1;
    }
    cells.push(cell);
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
  }
  return cells;
}
