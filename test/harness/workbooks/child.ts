import type { FromReader, ToReader } from '../../../electron/workers/readApart';
import { answerWithin } from '../../../electron/workers/readWithin';

/** The entry of the application's process that reads one table, for plain Node: `workbook.js` lies beside it. */
const send = (message: FromReader): void => void process.send?.(message);

process.on('message', ({ path }: ToReader) => {
  void answerWithin(new URL('./', import.meta.url), path).then(send);
});
send({ kind: 'ready' });
