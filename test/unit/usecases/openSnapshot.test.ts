import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isJuryRound } from '@shared/domain/combination';
import { rankSnapshot } from '@shared/snapshot/rank';
import { closeAll } from '../../../electron/usecases/contestFile';
import { exportSnapshot } from '../../../electron/usecases/documents';
import { getStanding } from '../../../electron/usecases/standing';
import { closedContest, markers } from './closedContest';
import { must, snapshotOf, testDesk, type TestDesk } from './testDesk';

let desk: TestDesk;
beforeEach(async () => {
  desk = testDesk();
  await closedContest(desk);
});
afterEach(() => closeAll(desk));

async function exported(): Promise<{ readonly text: string; readonly json: { readonly result: unknown } }> {
  const path = join(desk.folder, 'түсірілім.json');
  must(await exportSnapshot(desk, { language: 'kk', file: desk.files.grant(path).token, task: 'түсірілім' }));
  const text = readFileSync(path, 'utf8');
  return { text, json: JSON.parse(text) as { readonly result: unknown } };
}

test('whoever has the snapshot computes the places and totals of the contest', async () => {
  const { json } = await exported();
  const ranked = rankSnapshot(json);
  if (!ranked.ok) throw new Error(ranked.problems.map((each) => each.message).join());
  expect(json.result).toEqual(JSON.parse(JSON.stringify(ranked.value)));
  const { contest } = snapshotOf(desk);
  let compared = 0;
  for (const category of contest.categories)
    for (const round of contest.rounds.filter(isJuryRound)) {
      const standing = must(getStanding(desk, { round: round.id, category: category.id }));
      const own = ranked.value.categories.find((each) => each.category === category.key);
      const rows = own?.standings.find(({ after }) => after === round.key)?.rows ?? [];
      for (const { number, place, total } of standing.rows) {
        const found = rows.find(({ nominee }) => nominee === `N${number}`);
        expect([found?.place, found?.total?.exact]).toEqual([place, total?.exact]);
        compared += 1;
      }
    }
  expect(compared).toBeGreaterThan(5);
});

test('no juror is named in it, nor anything personal', async () => {
  const { text } = await exported();
  const { jury, people } = snapshotOf(desk);
  for (const { name } of jury.jurors) expect(text).not.toContain(name);
  for (const marker of Object.values(markers)) expect(text).not.toContain(marker);
  expect(text).toContain(people.nominees[0]?.name);
});

test('that it was handed out stands in the log', async () => {
  await exported();
  expect(snapshotOf(desk).log[0]).toMatchObject({ action: 'snapshot_exported' });
});
