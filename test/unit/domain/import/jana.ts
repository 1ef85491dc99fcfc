import { reference } from '../../../../electron/usecases/reference';
import template from '../../../../resources/templates/jana-beles.json';
import { buildPreview, type PreviewInput } from '@shared/domain/importPreview';
import type { ImportPreview, SheetCell, SpreadsheetData } from '@shared/model/imports';
import { readTemplate } from '@shared/model/template';

export const contest = readTemplate(template);

/** Lines of cells separated by `|`; what a CSV reader would hand over. */
export function sheetOf(...lines: readonly string[]): SpreadsheetData {
  const cell = (text: string): SheetCell => (text === '' ? { kind: 'empty' } : { kind: 'text', text });
  const rows = lines.map((line) => line.split('|').map((text) => cell(text)));
  return { sheets: [{ name: 'Sheet', hidden: false, hiddenColumns: [], rows }] };
}

export function preview(sheetData: SpreadsheetData, more: Partial<PreviewInput> = {}): ImportPreview {
  const result = buildPreview({
    sheetData,
    fileName: 'list.xlsx',
    plan: {},
    contest,
    existing: [],
    reference,
    ...more,
  });
  if (!result.ok) throw new Error(`no preview: ${result.failure.code}`);
  return result.value;
}
