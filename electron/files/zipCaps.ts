import type { Readable } from 'node:stream';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { MarkupMeter, type MarkupCounts } from './markup';

/** What an honest workbook never needs. Bytes are counted while inflating: the sizes a zip declares may lie. */
export const caps = {
  fileBytes: 10 * 1024 * 1024,
  inflatedBytes: 100 * 1024 * 1024,
  entries: 2000,
  rows: 20_000,
  columns: 200,
  /** With or without content, in all sheets together. */
  cells: 400_000,
  /** Row elements, most of them empty. */
  rowElements: 200_000,
  /** Of all parts together. */
  elements: 2_000_000,
  /** Characters in all cells together: one shared string may stand in very many of them. */
  characters: 30_000_000,
} as const;

export type ZipVerdict = 'fine' | 'too-large' | 'unreadable' | 'no-workbook';

/** Looks through a zip without keeping anything of it: its sizes, and that no part declares a document type (XXE). */
export async function inspectWorkbookZip(bytes: Uint8Array): Promise<ZipVerdict> {
  let zip: ZipFile;
  try {
    zip = await open(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch (error) {
    if (error instanceof Error) return 'unreadable';
    throw error;
  }
  try {
    if (zip.entryCount > caps.entries) return 'too-large';
    return await inspectEntries(zip);
  } catch (error) {
    // yauzl reports every broken structure as an Error; there is nothing else in here that throws.
    if (error instanceof Error) return 'unreadable';
    throw error;
  } finally {
    zip.close();
  }
}

async function inspectEntries(zip: ZipFile): Promise<ZipVerdict> {
  let budget: number = caps.inflatedBytes;
  const counts: MarkupCounts = { cells: 0, rows: 0, elements: 0 };
  let workbook = false;
  for (let entry = await nextEntry(zip); entry !== null; entry = await nextEntry(zip)) {
    if (entry.isEncrypted()) return 'unreadable';
    if (entry.uncompressedSize > budget) return 'too-large';
    workbook ||= entry.fileName === 'xl/workbook.xml';
    const markup = /\.(xml|rels|vml)$/i.test(entry.fileName) ? new MarkupMeter(counts) : null;
    let tail = '';
    for await (const chunk of chunksOf(await openEntry(zip, entry))) {
      budget -= chunk.length;
      if (budget < 0) return 'too-large';
      if (/<!(DOCTYPE|ENTITY)/i.test(tail + chunk)) return 'unreadable';
      if (markup !== null) {
        // exceljs walks to such a row in a loop that not even ending its thread can stop.
        if (/\s(?:r|ref|max)=["'][A-Z0-9:$]{0,30}?\d{8}/.test(tail + chunk)) return 'too-large';
        if (!markup.feed(chunk)) return 'too-large';
        // Refused aloud, rather than read with empty cells.
        if (markup.hasCdata && entry.fileName.startsWith('xl/')) return 'unreadable';
      }
      tail = chunk.slice(-50);
      const { cells, rows, elements } = counts;
      if (cells > caps.cells || rows > caps.rowElements || elements > caps.elements) return 'too-large';
    }
  }
  return workbook ? 'fine' : 'no-workbook';
}

/** Latin-1 keeps one character per byte, so that lengths are bytes. */
async function* chunksOf(stream: Readable): AsyncGenerator<string> {
  stream.setEncoding('latin1');
  for await (const chunk of stream) yield String(chunk);
}

function open(buffer: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(buffer, { lazyEntries: true, validateEntrySizes: true, autoClose: false }, (error, zip) =>
      error ? reject(error) : resolve(zip),
    );
  });
}

function nextEntry(zip: ZipFile): Promise<Entry | null> {
  return new Promise((resolve, reject) => {
    const settle = (then: () => void) => {
      zip.removeListener('entry', onEntry).removeListener('end', onEnd).removeListener('error', onError);
      then();
    };
    const onEntry = (entry: Entry) => settle(() => resolve(entry));
    const onEnd = () => settle(() => resolve(null));
    const onError = (error: Error) => settle(() => reject(error));
    zip.on('entry', onEntry).on('end', onEnd).on('error', onError);
    zip.readEntry();
  });
}

function openEntry(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)));
  });
}
