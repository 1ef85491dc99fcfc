import type { FromReader, ToReader } from './readApart';
import { answerWithin } from './readWithin';

/** A process that reads one table; see readApart. The main process starts it and ends it. */
const { parentPort } = process;
const send = (message: FromReader): void => parentPort.postMessage(message);

parentPort.on('message', (event) => {
  const { path } = event.data as ToReader;
  void answerWithin(new URL('./', import.meta.url), path).then(send);
});
send({ kind: 'ready' });
