import { parentPort, type Transferable } from 'node:worker_threads';
import type { FromWorker, Operations, Reporter, ToWorker } from './operations';

/** Answers the calls of a `Client` in a worker thread, one after another. */
export function serve(operations: Operations): void {
  const port = parentPort;
  if (port === null) throw new Error('this file runs in a worker thread only');
  const send = (message: FromWorker, transfer: readonly Transferable[] = []) => port.postMessage(message, transfer);
  let queue: Promise<void> = Promise.resolve();

  const run = async ({ id, operation, input }: ToWorker): Promise<void> => {
    const report: Reporter = { progress: (done, total) => send({ id, kind: 'progress', done, total }) };
    try {
      const work = operations[operation];
      if (work === undefined) throw new Error(`unknown operation ${operation}`);
      const output = await work(input as never, report);
      send({ id, kind: 'done', output }, output instanceof Uint8Array ? transferable(output) : []);
    } catch (error) {
      send({ id, kind: 'threw', error: error instanceof Error ? error : new Error(String(error)) });
    }
  };
  port.on('message', (message: ToWorker) => {
    queue = queue.then(() => run(message));
  });
}

/** A view on a larger buffer (Node's pool, WebAssembly memory) is copied; one that owns its buffer moves. */
function transferable(bytes: Uint8Array): ArrayBuffer[] {
  const { buffer } = bytes;
  return buffer instanceof ArrayBuffer && buffer.byteLength === bytes.byteLength ? [buffer] : [];
}
