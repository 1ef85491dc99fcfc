import type { DocumentInput } from '../documents/input';
import { writeMinutes } from '../documents/minutes/writeMinutes';
import type { Reporter } from './operations';
import { serve } from './serve';

const operations = {
  writeMinutes: (job: { readonly document: DocumentInput; readonly path: string }, report: Reporter) =>
    writeMinutes(job.document, job.path, (done, total) => report.progress(done, total)),
};
export type MinutesOperations = typeof operations;

serve(operations);
