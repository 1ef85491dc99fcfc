import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import * as ballot from '../../../electron/usecases/ballot/calls';
import { closeAll } from '../../../electron/usecases/contestFile';
import { deskIn, must, tokenOf } from '../lib/desk';
import type { Part } from '../lib/parts';
import { peakMiB } from './peak';
import { attachmentBytes } from './prepare';

interface OpenInput {
  readonly path: string;
  readonly code: string;
  readonly folder: string;
}
export interface OpenAnswer {
  readonly peakMiB: number;
  readonly ms: number;
  /** Attachments that can be opened with all their bytes; opening the ballot has compared their hashes. */
  readonly whole: number;
}

/** The juror's side in a process of its own. */
export const part: Part = async (given, tell) => {
  const { path, code, folder } = given as OpenInput;
  const desk = deskIn(join(folder, 'juror'));
  const before = performance.now();
  const opened = must(await ballot.open(desk, { from: { kind: 'file', file: tokenOf(desk, path) }, code }));
  const ms = performance.now() - before;
  let whole = 0;
  for (const { index } of opened.attachments) {
    tell(`attachment ${index}`);
    const read = ballot.attachment(desk, { index });
    if (read.ok && read.value.bytes.length === attachmentBytes) whole += 1;
  }
  await closeAll(desk);
  return { peakMiB: peakMiB(), ms, whole } satisfies OpenAnswer;
};
