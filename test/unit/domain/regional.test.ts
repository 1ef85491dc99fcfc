import { expect, test } from 'vitest';
import { inFullRegion, judgeRegional, mostPerRegion, regionNamed, type RegionalInput } from '@shared/domain/regional';
import { openAs } from '@shared/domain/openAs';
import type { Contest } from '@shared/model/contest';
import type { Nominee } from '@shared/model/nominee';
import type { RegionalFile } from '@shared/model/regional';
import { resultsContest } from '@shared/model/results';
import { sealManifest } from '@shared/model/seal';
import { regions } from '../../../electron/usecases/reference';
import { findTemplate } from '../../../electron/usecases/templates';

// What a region's file is refused for. That its bytes are genuine is asked before, on real files.

const [theirs, ours] = ['0c9cbe51-7a4f-4f0e-9c0a-6b6a0e7a2f11', '1c9cbe51-7a4f-4f0e-9c0a-6b6a0e7a2f12'];
const at = '2026-11-22T09:00:00.000Z';
const hash = 'a'.repeat(64);

function contestOf(level: 'regional' | 'national', id: string): Contest {
  const template = findTemplate('aru-ana');
  if (template === undefined) throw new Error('no template');
  const { key, head, rules, categories, rounds } = openAs(template, level);
  const edition = '2026';
  return {
    id,
    templateKey: key,
    head: { ...head, edition },
    rules,
    categories,
    rounds,
    locked: false,
    createdAt: at,
  } as never;
}

interface Laureate {
  readonly name: string;
  readonly region: string;
}

function inputOf(laureates: readonly Laureate[], change: Partial<RegionalInput> = {}): RegionalInput {
  const contest = contestOf('regional', theirs);
  const { title, edition, organiser, city } = contest.head;
  const told = resultsContest.parse({
    format: 2,
    contest: { id: theirs, title, edition, organiser, city, templateKey: contest.templateKey },
    rules: contest.rules,
    categories: contest.categories,
    rounds: contest.rounds,
    nominees: laureates.map(({ name, region }, i) => ({
      id: i + 1,
      number: i + 1,
      name,
      kind: 'project',
      withdrawn: null,
      fields: { region },
    })),
    entries: laureates.map((_, i) => ({
      id: i + 1,
      nominee: i + 1,
      round: 1,
      category: 1,
      check: 'pending',
      checkReason: '',
    })),
    jurors: [],
    seats: [],
    packages: [],
    choices: [],
    decisions: [],
  });
  const manifest = sealManifest.parse({
    format: 2,
    contest: { id: theirs, title, edition },
    number: 1,
    sealedAt: at,
    appVersion: '0',
    rulesHash: hash,
    rounds: [],
    ranking: [
      {
        round: 1,
        category: 1,
        rows: laureates.map(({ name }, i) => ({
          entry: i + 1,
          number: i + 1,
          name,
          place: i + 1,
          total: '1',
          status: 'laureate',
        })),
      },
    ],
    decisions: [],
    choices: [],
    reopenings: [],
    log: { lines: 1, head: hash },
    signers: { secretary: hash, chair: hash },
    parts: [],
  });
  return {
    file: 'x.tresults',
    fingerprint: hash,
    manifest,
    told,
    recomputed: true,
    contest: contestOf('national', ours),
    nominees: [],
    files: [],
    regions,
    ...change,
  };
}

const almaty = { name: 'Ана мектебі', region: 'Алматы қаласы' };
const why = (input: RegionalInput) => judgeRegional(input).refusal?.why ?? null;

test('a file is refused for whose it is', () => {
  const good = inputOf([almaty]);
  const { contest } = good.told;
  const told = (part: Partial<typeof contest>) => ({
    ...good,
    told: { ...good.told, contest: { ...contest, ...part } },
  });
  expect(why(good)).toBeNull();
  expect(why({ ...good, contest: contestOf('regional', ours) })).toBe('not_national');
  expect(why({ ...good, contest: contestOf('national', theirs) })).toBe('own');
  expect(why(told({ templateKey: 'jana-beles' }))).toBe('other_contest');
  expect(judgeRegional(told({ edition: '' })).refusal).toEqual({ why: 'other_season', found: '—', expected: '2026' });
  expect(why({ ...good, told: { ...good.told, rules: contestOf('national', ours).rules } })).toBe('not_regional');
  expect(why({ ...good, recomputed: false })).toBe('not_recomputed');
});

test('a file is refused for whom it brings', () => {
  expect(why(inputOf([]))).toBe('no_laureate');
  expect(judgeRegional(inputOf([almaty, { ...almaty, name: 'Шебер қол' }])).refusal).toEqual({
    why: 'above_limit',
    found: '2',
    expected: '1',
  });
  expect(why(inputOf([almaty, { name: 'Жасыл аула', region: 'Алматы' }]))).toBe('unknown_region');
  expect(why(inputOf([almaty, { name: 'Жасыл аула', region: 'г. Астана' }]))).toBe('several_regions');
  expect(why(inputOf([{ ...almaty, region: ' ' }]))).toBe('no_region');
});

test('where the rules set no limit, a region sends as many as it has laureates', () => {
  const input = inputOf([almaty, { ...almaty, name: 'Шебер қол' }]);
  const free = { ...input.contest, rules: { ...input.contest.rules, quotas: [] } };
  const offer = judgeRegional({ ...input, contest: free });
  expect(offer.refusal).toBeNull();
  expect(offer.laureates.map(({ name }) => name)).toEqual(['Ана мектебі', 'Шебер қол']);
  expect(mostPerRegion(free)).toBeNull();
  expect(inFullRegion(free, [], 'Алматы қаласы', regions)).toBeNull();
});

test('a laureate keeps its category where no commission assigns one, and takes the only one there is', () => {
  const input = inputOf([almaty]);
  const [first] = input.contest.rounds;
  const [category, ...others] = input.contest.categories;
  if (first?.rules.kind !== 'jury' || category === undefined) throw new Error('not this template');
  const rounds = [{ ...first, rules: { ...first.rules, categoryAssignedByCommission: false } }];
  const categoryIn = (categories: Contest['categories']) =>
    judgeRegional({ ...input, contest: { ...input.contest, rounds, categories } }).laureates[0]?.category;
  expect(categoryIn([category, ...others])).toBeNull();
  expect(categoryIn([category])).toBe(category.id);
  expect(categoryIn([category, { ...category, key: 'region_project', id: 9 as never }])).toBe(9);
});

test('a file of the same contest under another region replaces the one that is in, as one of the region does', () => {
  const file = {
    id: 1,
    region: 'Астана қаласы',
    contest: theirs,
    seal: 1,
    fingerprint: 'b'.repeat(64),
    replaced: null,
    nominees: [1],
  } as unknown as RegionalFile;
  const there = {
    id: 1,
    number: 1,
    name: 'Ана мектебі',
    fields: { region: 'Астана қаласы' },
    withdrawn: null,
  } as unknown as Nominee;
  const offer = judgeRegional(inputOf([almaty], { files: [file], nominees: [there] }));
  expect(offer.refusal).toBeNull();
  expect(offer.replaces).toEqual([file]);
  expect(offer.laureates[0]?.namesake).toBeNull();
});

const typed = (id: number, name: string, region: string, withdrawn: Nominee['withdrawn'] = null) =>
  ({ id, number: id, name, fields: region === '' ? {} : { region }, withdrawn }) as unknown as Nominee;
const takenFile = (part: Partial<Record<keyof RegionalFile, unknown>>) =>
  ({
    id: 1,
    region: 'Алматы қаласы',
    contest: '2c9cbe51-7a4f-4f0e-9c0a-6b6a0e7a2f13',
    seal: 1,
    fingerprint: 'c'.repeat(64),
    replaced: null,
    nominees: [],
    ...part,
  }) as unknown as RegionalFile;

test('somebody typed in by hand takes up the region’s place, unless it is the same person or has withdrawn', () => {
  const other = typed(5, 'Жасыл аула', 'г. Алматы');
  expect(judgeRegional(inputOf([almaty], { nominees: [other] })).refusal).toEqual({
    why: 'by_hand',
    found: '№ 5 Жасыл аула',
    expected: '1',
  });
  const same = typed(5, 'АНА МЕКТЕБІ ', 'Алматы қаласы');
  const offer = judgeRegional(inputOf([almaty], { nominees: [same] }));
  expect(offer.refusal).toBeNull();
  expect(offer.laureates[0]?.namesake).toEqual({ id: 5, number: 5, name: same.name });
  const gone = typed(5, 'Жасыл аула', 'Алматы қаласы', { at, reason: 'бас тартты' });
  expect(why(inputOf([almaty], { nominees: [gone] }))).toBeNull();
  expect(why(inputOf([almaty], { nominees: [typed(5, 'Жасыл аула', '')] }))).toBeNull();
});

test('the same file twice, and an older seal than one that was in, are told apart', () => {
  expect(why(inputOf([almaty], { files: [takenFile({ fingerprint: hash })] }))).toBe('already_in');
  const newer = takenFile({ contest: theirs, seal: 3, replaced: { at, reason: 'мөр ашылды' } });
  expect(judgeRegional(inputOf([almaty], { files: [newer] })).refusal).toEqual({
    why: 'older_seal',
    found: '1',
    expected: '3',
  });
  const left = takenFile({ replaced: { at, reason: 'қате файл' } });
  expect(judgeRegional(inputOf([almaty], { files: [left] })).replaces).toEqual([]);
});

test('who comes from the file that is replaced is not counted as typed in by hand', () => {
  const file = takenFile({ nominees: [5] });
  const offer = judgeRegional(
    inputOf([almaty], { files: [file], nominees: [typed(5, 'Жасыл аула', 'Алматы қаласы')] }),
  );
  expect([offer.refusal, offer.replaces]).toEqual([null, [file]]);
});

test('a laureate of two categories comes once, and a row without a nominee brings nobody', () => {
  const input = inputOf([almaty]);
  const [ranking] = input.manifest.ranking;
  const [row] = ranking?.rows ?? [];
  if (ranking === undefined || row === undefined) throw new Error('no ranking');
  const twice = [row, row, { ...row, entry: 99 as never }, { ...row, status: 'out' as const }];
  const manifest = { ...input.manifest, ranking: [{ ...ranking, rows: twice }] };
  expect(judgeRegional({ ...input, manifest }).laureates).toHaveLength(1);
  expect(why({ ...input, manifest: { ...input.manifest, ranking: [] } })).toBe('no_laureate');
});

test('a region with its one nominee is full for whoever is entered next, under whatever name of the region', () => {
  const national = contestOf('national', ours);
  const there = [typed(1, 'Ана мектебі', 'город Алматы'), typed(2, 'Шебер қол', 'Астана', { at, reason: 'x' })];
  expect(inFullRegion(national, there, 'Алматы қаласы', regions)?.id).toBe(1);
  expect(inFullRegion(national, there, 'Астана қаласы', regions)).toBeNull();
  expect(inFullRegion(national, there, 'Белгісіз өңір', regions)).toBeNull();
  expect(inFullRegion(contestOf('regional', ours), there, 'Алматы қаласы', regions)).toBeNull();
});

test('a region is known by any of its names, and «Алматы» alone is neither the city nor the region around it', () => {
  expect(regionNamed('  АСТАНА қаласы ', regions)).toBe('Астана қаласы');
  expect(regionNamed('Шымкент', regions)).toBe('Шымкент қаласы');
  expect(regionNamed('город Алматы', regions)).toBe('Алматы қаласы');
  expect(regionNamed('Алматы', regions)).toBeNull();
  expect(regionNamed('', regions)).toBeNull();
});
