import { expect, test } from 'vitest';
import { openAs } from '@shared/domain/openAs';
import { asSealedInFormat1, sealHindrances } from '@shared/domain/sealing';
import { unitedLaureates } from '@shared/domain/unitedLaureates';
import { findTemplate } from '../../../../electron/usecases/templates';
import { contestOf } from './contest';

const spec = {
  rounds: [{ scores: { 1: [8, 8, 8], 2: [7, 7, 7] } }, { scores: { 1: [9, 9, 9], 2: [6, 6, 6] } }],
  ties: [{ rule: 'shared_place' }],
} as const;
const ready = { isNamed: true, hasKey: true };

test('a contest with an open round, or without a chair and the chair’s key, is not sealed, and each is named', () => {
  const input = contestOf(spec);
  const rounds = input.contest.rounds.map((round) => ({ ...round, status: 'closed' as const }));
  const closed = { ...input, contest: { ...input.contest, rounds } };
  expect(sealHindrances(closed, ready)).toEqual([]);
  expect(sealHindrances(closed, { isNamed: false, hasKey: false })).toEqual([
    { kind: 'no_chair' },
    { kind: 'chair_key_missing' },
  ]);
  const [first, ...others] = rounds;
  if (first === undefined) throw new Error('no round');
  const open = {
    ...closed,
    contest: { ...closed.contest, rounds: [{ ...first, status: 'open' as const }, ...others] },
  };
  expect(sealHindrances(open, ready)).toContainEqual({ kind: 'round_open', round: first.id });
});

test('what format 1 did not know is not asked of a contest sealed by it', () => {
  const input = contestOf(spec);
  const [first] = input.contest.rounds;
  if (first?.rules.kind !== 'jury') throw new Error('no round of a jury');
  const counted = { ...first, rules: { ...first.rules, winnersCount: 3 } };
  const table = { ...first, rules: { kind: 'results_table' as const, pointsByPlace: [1], participation: 0 } };
  const { contest } = asSealedInFormat1({ ...input, contest: { ...input.contest, rounds: [counted, table] } });
  expect(contest.rounds[0]?.rules).toMatchObject({ winnersCount: null });
  expect(contest.rounds[1]).toBe(table);
  expect([contest.rules.threshold, contest.rules.quotas, contest.rules.budget]).toEqual([null, [], null]);
});

test('while the last round has not begun, or there is no such category, nobody is a laureate yet', () => {
  const input = contestOf(spec);
  const rounds = input.contest.rounds.map((round) => ({ ...round, status: 'waiting' as const }));
  expect(unitedLaureates({ ...input, contest: { ...input.contest, rounds } })).toEqual({ decided: false });
  expect(unitedLaureates({ ...input, category: 99 as never })).toEqual({ decided: false });
  expect(unitedLaureates({ ...input, entries: [] })).toEqual({ decided: false });
});

test('a template opened at one level keeps the order of its rounds: the first is open, the last lets everybody go on', () => {
  const template = findTemplate('aru-ana');
  const [regional, national] = template?.rounds ?? [];
  if (template === undefined || regional === undefined || national === undefined) throw new Error('not this template');
  const longer = {
    ...template,
    regionalCategory: null,
    rounds: [regional, { ...national, key: 'semi', weight: 4000 }, { ...national, weight: 6000 }],
  };
  const opened = openAs(longer, 'national');
  expect(opened.rounds.map(({ key, status, weight }) => [key, status, weight])).toEqual([
    ['semi', 'open', 4000],
    [national.key, 'waiting', 6000],
  ]);
  expect(opened.rounds.at(-1)?.advance).toEqual({ mode: 'all' });
  expect(openAs(longer, 'regional').categories).toEqual(template.categories);
});
