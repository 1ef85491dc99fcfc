import { readFileSync } from 'node:fs';
import JSZip from 'jszip';

/** A .docx as whoever opens it reads it. */
export interface Written {
  readonly xml: string;
  /** Paragraphs as they are read. */
  readonly lines: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly footer: string;
  readonly zip: JSZip;
}

const textOf = (xml: string) =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>/g)].map(([, found]) => unescape(found ?? '\n')).join('');
const unescape = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
export const piecesOf = (xml: string, tag: string) =>
  [...xml.matchAll(new RegExp(`<${tag}(?: [^>]*)?>.*?</${tag}>`, 'gs'))].map(([piece]) => piece);

export async function readDocx(path: string): Promise<Written> {
  const zip = await JSZip.loadAsync(readFileSync(path));
  const part = async (name: string) => (await zip.file(name)?.async('string')) ?? '';
  const xml = await part('word/document.xml');
  const footerName = Object.keys(zip.files).find((name) => /^word\/footer\d+\.xml$/.test(name)) ?? '';
  return {
    xml,
    lines: piecesOf(xml, 'w:p').map(textOf),
    rows: piecesOf(xml, 'w:tr').map((row) => piecesOf(row, 'w:tc').map(textOf)),
    footer: textOf(await part(footerName)),
    zip,
  };
}
