import { basename } from 'node:path';
import type { SpreadsheetData } from '@shared/model/imports';
import { fail, type Result } from '@shared/result';

/** What the process that reads a table says: once that it is there, then once what it read. */
export type FromReader =
  | { readonly kind: 'ready' }
  | { readonly kind: 'read'; readonly result: Result<SpreadsheetData> }
  | { readonly kind: 'threw'; readonly message: string };

/** What it is told, when it is ready. */
export interface ToReader {
  readonly path: string;
}

/** A process that reads one table and then is ended. */
export interface ReaderProcess {
  readonly onMessage: (listener: (message: FromReader) => void) => void;
  readonly onEnd: (listener: () => void) => void;
  readonly send: (message: ToReader) => void;
  readonly kill: () => void;
}

/**
 * Reads a table in a process of its own: a hostile one can end a process in ways that a thread takes all others with it.
 * One that dies over a file wanted more than there is: `workbook-too-large`. Throws where the process does not start, or
 * the reader has a bug.
 */
export function readApart(start: () => ReaderProcess, path: string): Promise<Result<SpreadsheetData>> {
  return new Promise((resolve, reject) => {
    const reader = start();
    let isReading = false;
    reader.onMessage((message) => {
      switch (message.kind) {
        case 'ready':
          isReading = true;
          reader.send({ path });
          return;
        case 'read':
          resolve(message.result);
          break;
        case 'threw':
          reject(new Error(message.message));
      }
      reader.kill();
    });
    reader.onEnd(() => {
      if (isReading) resolve(fail({ code: 'workbook-too-large', file: basename(path) }));
      else reject(new Error('the process that reads tables did not start'));
    });
  });
}
