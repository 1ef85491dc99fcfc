import { Paragraph, TextRun, type IParagraphOptions } from 'docx';
import { printable } from './printable';

/** Lengths are twips, 1/1440 inch; sizes of letters half points. */
export const a4 = { width: 11_906, height: 16_838 };
/** 20 mm all round but 30 mm at the left, where the sheet is filed. */
export const margin = { top: 1134, bottom: 1134, left: 1701, right: 850, footer: 567 };
export const regular = 24;
export const small = 20;

interface RunStyle {
  readonly bold?: boolean;
  readonly size?: number;
  readonly font?: string;
}

/** A paragraph; a line feed begins a new line in it. */
export function text(content: string, paragraph: IParagraphOptions = {}, run: RunStyle = {}): Paragraph {
  const lines = printable(content).split('\n');
  return new Paragraph({
    ...paragraph,
    children: lines.map((line, i) => new TextRun({ text: line, ...run, ...(i === 0 ? {} : { break: 1 }) })),
  });
}
