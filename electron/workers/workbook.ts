import { readSpreadsheet } from '../files/spreadsheet';
import { writeWinnersWorkbook } from '../documents/winnersWorkbook';
import type { WinnersWorkbookInput } from '../documents/input';
import type { Reporter } from './operations';
import { serve } from './serve';

const operations = {
  readSpreadsheet: ({ path }: { readonly path: string }) => readSpreadsheet(path),
  writeWorkbook: (job: { readonly workbook: WinnersWorkbookInput; readonly path: string }, report: Reporter) =>
    writeWinnersWorkbook(job.workbook, job.path, (done, total) => report.progress(done, total)),
};
export type WorkbookOperations = typeof operations;

serve(operations);
