import { compareMethods } from '@shared/domain/analysis/comparison';
import { juryQuality } from '@shared/domain/analysis/juryQuality';
import { whatIf } from '@shared/domain/analysis/whatIf';
import type { StandingInput } from '@shared/domain/evaluation';
import type { Change } from '@shared/model/analysis';
import type { Snapshot } from '@shared/snapshot/schema';
import { writeOpenSnapshot } from '../documents/openSnapshot';
import { readSnapshotFile } from '../files/openSnapshotFile';
import type { Reporter } from './operations';
import { serve } from './serve';

const operations = {
  compareMethods: (input: StandingInput, report: Reporter) =>
    compareMethods(input, (done, total) => report.progress(done, total)),
  juryQuality: (input: StandingInput, report: Reporter) =>
    juryQuality(input, (done, total) => report.progress(done, total)),
  writeSnapshot: (job: { readonly snapshot: Snapshot; readonly path: string }, report: Reporter) =>
    writeOpenSnapshot(job.snapshot, job.path, (done, total) => report.progress(done, total)),
  readSnapshot: ({ path }: { readonly path: string }) => readSnapshotFile(path),
  whatIf: ({ input, change }: { readonly input: StandingInput; readonly change: Change }) => whatIf(input, change),
};
export type AnalysisOperations = typeof operations;

serve(operations);
