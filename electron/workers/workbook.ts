import { readSpreadsheet } from '../files/spreadsheet';
import { writeWinnersWorkbook } from '../documents/winnersWorkbook';
import type { DocumentInput } from '../documents/input';
import type { Reporter } from './operations';
import { serve } from './serve';

const operations = {
  readSpreadsheet: ({ path }: { readonly path: string }) => readSpreadsheet(path),
  writeWorkbook: (job: { readonly document: DocumentInput; readonly path: string }, report: Reporter) =>
    writeWinnersWorkbook(job.document, job.path, (done, total) => report.progress(done, total)),
};
export type WorkbookOperations = typeof operations;

serve(operations);
