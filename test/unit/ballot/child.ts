import { writeSync } from 'node:fs';
import { mark } from '../../../electron/usecases/ballot/edit';
import { openBallot } from '../../../electron/usecases/ballot/open';
import { inlineHeavy } from '../../../electron/workers/inlineHeavy';
import { nthMark } from './markSeries';

/** A juror who marks until the process is killed; prints the number of each mark once it was acknowledged. */
const [, , path = '', dataDir = '', code = ''] = process.argv;
const opened = await openBallot({
  from: { path },
  code,
  dataDir,
  heavy: inlineHeavy(),
  cost: { name: 'argon2id', memoryKiB: 8 * 1024, passes: 1 },
});
if (!opened.ok) throw new Error(opened.failure.code);
for (let n = opened.value.head.cursor; ; n += 1) {
  const done = mark(opened.value, nthMark(n), new Date());
  if (!done.ok) throw new Error(done.failure.code);
  writeSync(1, `${n}\n`);
}
