import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isJuryRound } from '@shared/domain/roundKinds';
import { rankSnapshot } from '@shared/snapshot/rank';
import { closeAll } from '../../../electron/usecases/contestFile';
import { exportSnapshot } from '../../../electron/usecases/documents';
import { readOpenSnapshot } from '../../../electron/usecases/openSnapshot';
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

/** What the application says of a file with this text. */
const read = (text: string) => {
  const path = join(desk.folder, 'алынған.json');
  writeFileSync(path, text);
  return readOpenSnapshot(desk, { file: desk.files.grant(path).token, task: 'оқу' });
};

test('a snapshot that was handed out is read back: the result in it is the one computed, and the contest stays open', async () => {
  const { text } = await exported();
  const reading = must(await read(text));
  expect(reading).toMatchObject({ kind: 'ranked', view: { carried: { kind: 'same' } } });
  const category = reading.kind === 'ranked' ? reading.view.categories[0] : undefined;
  const { contest, people } = snapshotOf(desk);
  expect(category?.name).toBe(contest.categories[0]?.name.kk);
  expect(people.nominees.map(({ name }) => name)).toContain(category?.standings.at(-1)?.rows[0]?.name);
});

test('a mark that was changed afterwards shows: the rows that differ, as the file has them and as they are', async () => {
  const { text } = await exported();
  const json = JSON.parse(text) as {
    rounds: { input: { cards: { nominee: string; marks?: Record<string, string> }[] } }[];
  };
  const card = json.rounds.at(-1)?.input.cards.find(({ marks }) => marks !== undefined);
  const [criterion, mark] = Object.entries(card?.marks ?? {})[0] ?? [];
  if (card?.marks === undefined || criterion === undefined) throw new Error('no card');
  card.marks[criterion] = mark === '1' ? '2' : '1';
  const reading = must(await read(JSON.stringify(json)));
  if (reading.kind !== 'ranked' || reading.view.carried.kind !== 'differs') throw new Error('not seen');
  const { rows } = reading.view.carried;
  const name = snapshotOf(desk).people.nominees.find(({ number }) => `N${number}` === card.nominee)?.name;
  const row = rows.find(({ nominee }) => nominee === name);
  expect(row?.inFile).not.toEqual(row?.computed);
  expect(row?.inFile?.total).not.toBe(row?.computed?.total);
});

test('a result that another program wrote in its own form is not taken for this one', async () => {
  const { text } = await exported();
  const json = JSON.parse(text) as Record<string, unknown>;
  expect(must(await read(JSON.stringify({ ...json, result: 'Ақан жеңді' })))).toMatchObject({
    view: { carried: { kind: 'unreadable' } },
  });
  const { result: _result, ...rest } = json;
  expect(must(await read(JSON.stringify(rest)))).toMatchObject({ view: { carried: { kind: 'none' } } });
});

test('a snapshot that contradicts itself is told by its JSON paths', async () => {
  const { text } = await exported();
  const json = JSON.parse(text) as { rounds: { input: { cards: { nominee: string }[] } }[] };
  const card = json.rounds[0]?.input.cards[0];
  if (card === undefined) throw new Error('no card');
  card.nominee = 'N999';
  const reading = must(await read(JSON.stringify(json)));
  expect(reading).toMatchObject({ kind: 'refused', more: 0 });
  expect(reading.kind === 'refused' ? reading.problems[0]?.path : '').toContain('rounds[0].input.cards[0]');
});

test.each([
  ['text', 'бұл JSON емес'],
  ['half', '{"format": "tarazy-snapshot", '],
])('what is no JSON is refused in words: %s', async (_what, text) => {
  expect(await read(text)).toEqual({ ok: false, failure: { code: 'snapshot-unreadable', file: 'алынған.json' } });
});
