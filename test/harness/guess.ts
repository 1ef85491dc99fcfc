import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { closeAll } from '../../electron/usecases/contestFile';
import { passwordCostHere, passwordCosts } from '../../electron/vault/slots';
import { createContest, openContest, password } from './lib/contest';
import { deskIn } from './lib/desk';
import { count, type Harness, type Job } from './lib/harness';
import { Tally } from './lib/tally';

const leastMs = 500;

export const guess: Harness = {
  name: 'guess',
  numbers: [13],
  title: 'wrong passwords against a contest with the costs that the application chooses',
  alone: true,
  run: async (job) => {
    const quick = new Tally('guesses that took less than 0.5 s');
    const right = new Tally('wrong passwords that opened the file');
    const here = passwordCostHere();
    const figures: string[] = [];
    for (const [name, cost] of Object.entries(passwordCosts)) {
      const times = await guesses(job, name, quick, right);
      const median = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
      const chosen = cost.memoryKiB === here.memoryKiB ? ', chosen on this computer' : '';
      figures.push(
        `${cost.memoryKiB / 1024} MiB, ${cost.passes} passes${chosen}: the quickest ${ms(Math.min(...times))}, the median ${ms(median)}`,
      );
    }
    return { figures, promises: [quick.promised, right.promised] };
  },
};

const ms = (time: number): string => `${Math.round(time)} ms`;

/** Near misses and nothing like it; the last one is right, so that it is seen to be the password that decides. */
async function guesses(job: Job, profile: string, quick: Tally, right: Tally): Promise<readonly number[]> {
  const cost = passwordCosts[profile as keyof typeof passwordCosts];
  const desk = { ...deskIn(join(job.folder, profile)), costs: { password: cost, packageWorkFactor: 18 } };
  const path = join(job.folder, `${profile}.tarazy`);
  await createContest(desk, path);
  await closeAll(desk);
  const times: number[] = [];
  const wrong = ['', password.toUpperCase(), `${password} `, password.slice(1), 'x'.repeat(1000)];
  for (let n = 0; n < count(job, 3, 50); n += 1) {
    const secret = `${wrong[n % wrong.length] ?? ''}${n < wrong.length ? '' : n}`;
    const before = performance.now();
    const opened = await openContest(desk, path, secret);
    const took = performance.now() - before;
    times.push(took);
    quick.check(took < leastMs ? `${profile}: ${ms(took)}` : null);
    right.check(!opened.ok && opened.failure.code === 'wrong-secret' ? null : `"${secret}"`);
    await closeAll(desk);
  }
  const opened = await openContest(desk, path);
  if (!opened.ok) throw new Error('the right password does not open the file');
  await closeAll(desk);
  return times;
}
