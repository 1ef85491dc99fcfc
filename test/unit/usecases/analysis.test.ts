import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { InputOf } from '@shared/ipc/contract';
import { isJuryRound } from '@shared/domain/roundKinds';
import { compare, quality, whatIf } from '../../../electron/usecases/analysis';
import { closeAll } from '../../../electron/usecases/contestFile';
import { createDemo } from '../../../electron/usecases/demo';
import { makeSeal } from '../../../electron/usecases/seal/seal';
import { getStanding } from '../../../electron/usecases/standing';
import { workerHeavy } from '../../../electron/workers/workerHeavy';
import { bundle } from '../vault/bundle';
import { closedContest, dbOf, passwords } from './closedContest';
import { must, snapshotOf, testDesk, type TestDesk } from './testDesk';

// The demo's final: 20 students, 7 jurors of whom one is absent and one recused once, two equal on the line.

let desk: TestDesk;
let threads: TestDesk;
let stop: () => Promise<void>;
beforeAll(async () => {
  desk = testDesk();
  must(await createDemo(desk, { task: 'demo' }));
  const bundled = await bundle({ analysis: 'electron/workers/analysis.ts' });
  const heavy = workerHeavy(pathToFileURL(`${bundled.folder}/`), (file) => desk.heavy.readSpreadsheet(file));
  threads = { ...desk, heavy };
  stop = async () => {
    await heavy.close();
    bundled.remove();
    await closeAll(desk);
  };
}, 60_000);
afterAll(() => stop());

function view(of: TestDesk): InputOf<'analysis.compare'> {
  const { contest } = snapshotOf(of);
  const round = contest.rounds.findLast(isJuryRound);
  const category = contest.categories[0];
  if (round === undefined || category === undefined) throw new Error('no final');
  return { round: round.id, category: category.id, task: 'analysis' };
}

test('a thread of its own says the same as the computation itself, with its progress', async () => {
  const asked = view(desk);
  desk.events.length = 0;
  const judged = must(await quality(threads, asked));
  expect(judged).toEqual(must(await quality(desk, asked)));
  expect(judged).toMatchObject({ state: 'ready', nominees: 20, jurorCount: 6 });
  const steps = desk.events.flatMap((e) => (e.name === 'task' ? [e.payload] : []));
  expect(steps.length).toBeGreaterThan(10);
  expect(steps.at(-1)).toMatchObject({ task: 'analysis' });

  const compared = must(await compare(threads, asked));
  expect(compared).toEqual(must(await compare(desk, asked)));
  const change = { without: [], weights: [] };
  const sandbox = must(await whatIf(threads, { ...asked, ...change }));
  const { rows } = must(getStanding(desk, asked));
  expect(sandbox.state === 'ready' && sandbox.rows.map((r) => [r.entry, r.place, r.figure])).toEqual(
    rows.map((r) => [r.entry, r.place, r.total]),
  );
});

test('can be stopped, and writes nothing', async () => {
  const before = must(getStanding(desk, view(desk)));
  const log = dbOf(desk).prepare<[], { n: number }>('select count(*) as n from log').get();
  const running = quality(threads, view(desk));
  desk.tasks.cancel('analysis');
  expect(await running).toEqual({ ok: false, failure: { code: 'cancelled' } });
  const [juror] = snapshotOf(desk).jury.jurors;
  if (juror === undefined) throw new Error('no juror');
  must(await whatIf(threads, { ...view(desk), without: [juror.id], weights: [] }));
  expect(must(getStanding(desk, view(desk)))).toEqual(before);
  expect(dbOf(desk).prepare<[], { n: number }>('select count(*) as n from log').get()).toEqual(log);
});

test('a round that no jury scores, and a category that is gone, are said', async () => {
  const { contest } = snapshotOf(desk);
  const check = contest.rounds.find((r) => !isJuryRound(r));
  if (check === undefined) throw new Error('no technical check');
  expect(await compare(desk, { ...view(desk), round: check.id })).toMatchObject({
    failure: { code: 'gone', what: 'round' },
  });
  const category = 999 as InputOf<'analysis.compare'>['category'];
  expect(await quality(desk, { ...view(desk), category })).toMatchObject({ failure: { what: 'category' } });
  expect(await whatIf(testDesk(), { ...view(desk), without: [], weights: [] })).toMatchObject({
    failure: { code: 'no-contest-open' },
  });
});

test('a sealed contest answers, and says where its data are too few', async () => {
  const sealed = testDesk();
  await closedContest(sealed);
  must(await makeSeal(sealed, passwords));
  expect(must(await compare(sealed, view(sealed)))).toMatchObject({ state: 'ready' });
  expect(must(await quality(sealed, view(sealed)))).toEqual({ state: 'too_few', nominees: 3, jurors: 3, needed: 5 });
  await closeAll(sealed);
});
