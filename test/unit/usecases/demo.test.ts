import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeAll } from '../../../electron/usecases/contestFile';
import { createDemo } from '../../../electron/usecases/demo';
import { closeRound } from '../../../electron/usecases/rounds';
import { getStanding, recordDecision } from '../../../electron/usecases/standing';
import type { Snapshot } from '@shared/model/snapshot';
import { must, snapshotOf, testDesk } from './testDesk';

describe('the demo contest', () => {
  const desk = testDesk();
  let snapshot: Snapshot;
  beforeAll(async () => {
    snapshot = must(await createDemo(desk, { task: 'demo' })).snapshot;
  }, 120_000);
  afterAll(() => closeAll(desk));

  const final = () => {
    const round = snapshot.contest.rounds[2];
    const category = snapshot.contest.categories[0];
    if (!round || !category) throw new Error('no final');
    return { round: round.id, category: category.id };
  };

  test('sixty students and twelve organisations; twenty and eight stand in the final', () => {
    expect(snapshot.people.nominees).toHaveLength(72);
    const byCategory = snapshot.contest.categories.map(
      (c) => snapshot.people.entries.filter((e) => e.round === final().round && e.category === c.id).length,
    );
    expect(byCategory).toEqual([20, 8]);
  });

  test('two share the tenth place, and nothing but that hinders the closing', () => {
    const standing = must(getStanding(desk, final()));
    expect(standing.rows.filter((r) => r.place === 10)).toHaveLength(2);
    expect(standing.openTies).toMatchObject([
      { place: 10, crossesLine: true, seats: 1, toDecide: ['open_vote', 'casting_vote'] },
    ]);
    const hindrances = snapshotOf(desk).situations.find((s) => s.round === final().round)?.hindrances;
    expect(hindrances?.map((h) => h.kind)).toEqual(['tie']);
  });

  test('an even open vote leaves it to the chair; then the round closes with ten and four laureates', () => {
    const tie = must(getStanding(desk, final())).openTies[0];
    if (!tie) throw new Error('no tie');
    const decide = (kind: 'open_vote' | 'casting_vote', votes: number[]) =>
      recordDecision(desk, {
        ...final(),
        kind,
        order: [...tie.entries],
        votes,
        reason: 'Қалалық жобадағы нәтижесі жоғары',
      });
    expect(decide('casting_vote', [])).toMatchObject({ ok: false, failure: { code: 'not-a-tie' } });
    must(decide('open_vote', [3, 3]));
    expect(must(getStanding(desk, final())).openTies).toMatchObject([{ toDecide: ['casting_vote'] }]);
    must(decide('casting_vote', []));
    const closed = must(closeRound(desk, { round: final().round }));
    expect(closed.contest?.rounds.at(-1)?.status).toBe('closed');
    const laureates = snapshot.contest.categories.map(
      (c) => must(getStanding(desk, { ...final(), category: c.id })).rows.filter((r) => r.status === 'laureate').length,
    );
    expect(laureates).toEqual([10, 4]);
  });

  test('made anew, it takes the place of the last one on this computer', async () => {
    must(await createDemo(desk, { task: 'demo' }));
    expect(readdirSync(join(desk.dataDir, 'contests'))).toHaveLength(1);
    expect(snapshotOf(desk).contest.rounds.at(-1)?.status).toBe('open');
  });
});
