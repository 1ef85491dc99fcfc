import { basename } from 'node:path';
import type { SpreadsheetData } from '@shared/model/imports';
import { fail, type Result } from '@shared/result';
import { isOutOfMemory, workerClient } from './client';
import type { FromReader } from './readApart';
import type { WorkbookOperations } from './workbook';

/** A hostile workbook may want all memory and time there is: its reader has so much, and an honest one needs less. */
const reading = { heapMiB: 256, cpuMs: 8_000, lookMs: 200 } as const;

/**
 * The whole work of a process that reads one table; `folder` is where `workbook.js` lies. What wants more than its share
 * of memory or of the processor's time is refused as too large. Its thread may go on then, in a loop that nothing but the
 * end of the process ends.
 */
export async function answerWithin(folder: URL, path: string): Promise<FromReader> {
  try {
    return { kind: 'read', result: await readWithin(folder, path) };
  } catch (error) {
    return { kind: 'threw', message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

async function readWithin(folder: URL, path: string): Promise<Result<SpreadsheetData>> {
  const tooLarge = fail({ code: 'workbook-too-large', file: basename(path) } as const);
  const { heapMiB, cpuMs, lookMs } = reading;
  const settings = { threads: 1, idleMs: 5_000, heapMiB };
  const reader = workerClient<WorkbookOperations>(new URL('workbook.js', folder), settings);
  let watch: NodeJS.Timeout | undefined;
  const spent = new Promise<typeof tooLarge>((resolve) => {
    watch = setInterval(() => {
      // Not the clock's time: a busy computer must not make an honest workbook too large.
      const { user, system } = process.cpuUsage();
      if ((user + system) / 1000 > cpuMs) resolve(tooLarge);
    }, lookMs);
  });
  try {
    return await Promise.race([reader.call('readSpreadsheet', { path }), spent]);
  } catch (error) {
    if (isOutOfMemory(error)) return tooLarge;
    throw error;
  } finally {
    clearInterval(watch);
  }
}
