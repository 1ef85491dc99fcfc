import {
  AlignmentType,
  BorderStyle,
  type Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { TableBlock } from './blocks';
import { a4, margin, small, text } from './docxText';

const textWidth = a4.width - margin.left - margin.right;
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const noBorders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };
const rule = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;

/** Left, middle and right on one line: a table without lines, as offices do it. */
export function lineOf(texts: readonly [string, string, string]): Table {
  const aligned = [AlignmentType.LEFT, AlignmentType.CENTER, AlignmentType.RIGHT] as const;
  const widths = [38, 24, 38].map(twips);
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    borders: noBorders,
    rows: [
      new TableRow({
        children: texts.map((content, i) =>
          cell(widths[i] ?? 0, text(content, { alignment: aligned[i] ?? AlignmentType.LEFT })),
        ),
      }),
    ],
  });
}

const twips = (percent: number): number => Math.floor((textWidth * percent) / 100);
const cell = (size: number, ...children: Paragraph[]): TableCell =>
  new TableCell({ width: { size, type: WidthType.DXA }, children });

/** Its head is repeated on every page, and no row is torn in two. */
export function tableOf({ columns, rows }: TableBlock): Table {
  const widths = columns.map(({ percent }) => twips(percent));
  const row = (cells: readonly string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: columns.map(({ align }, i) => {
        const alignment = align === 'right' && !isHead ? AlignmentType.RIGHT : AlignmentType.LEFT;
        const style = { size: small, bold: isHead };
        return cell(widths[i] ?? 0, text(cells[i] ?? '', { alignment, spacing: { before: 20, after: 20 } }, style));
      }),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    margins: { left: 70, right: 70 },
    rows: [
      row(
        columns.map(({ head }) => head),
        true,
      ),
      ...rows.map((cells) => row(cells, false)),
    ],
  });
}

/** Who signs, a line to sign on, and the name; without a name a line for it too. */
export function signaturesOf(rows: readonly { readonly role: string; readonly name: string }[]): Table {
  const widths = [36, 24, 40].map(twips);
  const space = { spacing: { before: 240, after: 0 } };
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    borders: noBorders,
    margins: { left: 70, right: 70 },
    rows: rows.map(
      ({ role, name }) =>
        new TableRow({
          cantSplit: true,
          children: [role, '', name].map(
            (content, i) =>
              new TableCell({
                width: { size: widths[i] ?? 0, type: WidthType.DXA },
                verticalAlign: VerticalAlignTable.BOTTOM,
                borders: i === 1 || content === '' ? { bottom: rule } : {},
                children: [text(content, space)],
              }),
          ),
        }),
    ),
  });
}
