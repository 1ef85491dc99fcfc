import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { closeAll } from '../../../electron/usecases/contestFile';
import { importNominees } from '../../../electron/usecases/nominees';
import { importTallies } from '../../../electron/usecases/tallies';
import { seasonDesk } from './season';
import { must, snapshotOf, type TestDesk } from './testDesk';

// What came from outside is in the contest's file at once, on its stick or share, not after a rest.

let desk: TestDesk;
beforeEach(async () => {
  desk = await seasonDesk();
  must((await desk.contest?.publish()) ?? { ok: false, failure: { code: 'cancelled' } });
});
afterEach(() => closeAll(desk));

const table = (text: string) => {
  const path = join(desk.folder, 'Кесте.csv');
  writeFileSync(path, text);
  return desk.files.grant(path).token;
};

test('a table of nominees, and a table of results', async () => {
  const { categories, rounds } = snapshotOf(desk).contest;
  const [category] = categories;
  const round = rounds.find(({ rules }) => rules.kind === 'results_table');
  if (category === undefined || round === undefined) throw new Error('not this template');
  expect(desk.contest?.state).toMatchObject({ publishing: false, dirty: false });
  const plan = { defaultCategory: category.id, takeAnyway: [2] };
  must(await importNominees(desk, { file: table('Ұйымның атауы;Жетекшінің аты-жөні\nДеканат;Әділ Ерлан\n'), plan }));
  expect(desk.contest?.state.publishing).toBe(true);
  must((await desk.contest?.publish()) ?? { ok: false, failure: { code: 'cancelled' } });

  const figures = table('Ұйымның атауы;Орын\nДеканат;1\n');
  must(await importTallies(desk, { round: round.id, file: figures, plan: {}, reason: '' }));
  expect(desk.contest?.state.publishing).toBe(true);
});
