import { AlignmentType, Document, Footer, ImageRun, Packer, PageNumber, Paragraph, type Table, TextRun } from 'docx';
import { toBuffer } from 'qrcode';
import { fingerprintQr } from '@shared/domain/fingerprint';
import type { Language } from '@shared/model/language';
import type { Block, MinutesPlan } from './blocks';
import { lineOf, signaturesOf, tableOf } from './docxTables';
import { a4, margin, regular, text } from './docxText';
import { printable } from './printable';

const locales = { kk: 'kk-KZ', ru: 'ru-RU', en: 'en-GB' } as const;

/** The bytes of a .docx file. */
export async function minutesFile(plan: MinutesPlan, language: Language): Promise<Uint8Array> {
  const children = (await Promise.all(plan.blocks.map(elementsOf))).flat();
  return Packer.toBuffer(
    new Document({
      creator: 'Tarazy',
      lastModifiedBy: 'Tarazy',
      title: printable(plan.title),
      styles: {
        default: {
          document: {
            run: { font: 'Times New Roman', size: regular, language: { value: locales[language] } },
            paragraph: { spacing: { after: 80 } },
          },
        },
      },
      sections: [{ properties: { page: { size: a4, margin } }, footers: { default: footerOf(plan) }, children }],
    }),
  );
}

function footerOf({ footer, page, pageOf }: MinutesPlan): Footer {
  const number = [`${page} `, PageNumber.CURRENT, pageOf, PageNumber.TOTAL_PAGES];
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ text: printable(footer), size: 16 })],
      }),
      new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: number, size: 16 })] }),
    ],
  });
}

async function elementsOf(block: Block): Promise<readonly (Paragraph | Table)[]> {
  switch (block.kind) {
    case 'title':
      return [
        text(
          block.text,
          { alignment: AlignmentType.CENTER, spacing: { before: 200, after: 0 } },
          { bold: true, size: 32 },
        ),
      ];
    case 'subtitle':
      return [text(block.text, { alignment: AlignmentType.CENTER, spacing: { after: 40 } })];
    case 'status':
      return [
        text(block.text, { alignment: AlignmentType.CENTER, spacing: { before: 120, after: 200 } }, { bold: true }),
      ];
    case 'heading':
      return [text(block.text, { keepNext: true, spacing: { before: 240, after: 80 } }, { bold: true })];
    // It stays with the table below it.
    case 'caption':
      return [text(block.text, { keepNext: true })];
    case 'para':
      return [text(block.text)];
    case 'item':
      return [text(block.text, { indent: { left: 340 }, spacing: { after: 40 } })];
    case 'code':
      return [text(block.text, { keepNext: true }, { bold: true, font: 'Courier New', size: 22 })];
    case 'line':
      return [lineOf(block.texts)];
    case 'table':
      // A paragraph between two tables, which Word would otherwise make one.
      return [tableOf(block), text('', { spacing: { after: 0 } })];
    case 'qr':
      return [await pictureOf(block.fingerprint, block.alt)];
    case 'signatures':
      return [signaturesOf(block.rows)];
  }
}

/** 41 mm: a module is a millimetre, which every telephone reads from paper. */
async function pictureOf(fingerprint: string, alt: string): Promise<Paragraph> {
  const data = await toBuffer(fingerprintQr(fingerprint), { errorCorrectionLevel: 'M', margin: 4, scale: 10 });
  const side = 155;
  return new Paragraph({
    children: [
      new ImageRun({
        type: 'png',
        data,
        transformation: { width: side, height: side },
        altText: { name: alt, description: alt, title: alt },
      }),
    ],
  });
}
