import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RoundId } from '@shared/model/ids';
import type { Aggregation } from '@shared/model/rules';
import { insertDecision, readDecisions } from '../../../electron/db/decisions';
import { readContest, writeCategory, writeRules } from '../../../electron/db/contest';
import { decryptWithPassphrase } from '../../../electron/exchange/age';
import { closeAll } from '../../../electron/usecases/contestFile';
import { readBook } from '../../../electron/usecases/logBook';
import { closeRound, reopenRound } from '../../../electron/usecases/rounds';
import { makeSeal } from '../../../electron/usecases/seal/seal';
import { writeResults } from '../../../electron/usecases/seal/write';
import { saveRules } from '../../../electron/usecases/setup';
import { getStanding, overrule, recordDecision } from '../../../electron/usecases/standing';
import { verifyContent } from '../../../scripts/verifier/verify';
import { openResults } from '../../../electron/exchange/resultsFile';
import { openedResults } from '../../../electron/usecases/results/data';
import { closedContest, dbOf, passwords } from './closedContest';
import { must, snapshotOf, testDesk, type TestDesk } from './testDesk';

let desk: TestDesk;
let round: RoundId;

beforeEach(async () => {
  desk = testDesk();
  await closedContest(desk);
  const last = snapshotOf(desk).contest.rounds.at(-1);
  if (last === undefined) throw new Error('no round');
  round = last.id;
  must(reopenRound(desk, { round, reason: 'тағы бір рет' }));
});
afterEach(() => closeAll(desk));

const category = () => {
  const [first] = snapshotOf(desk).contest.categories;
  if (first === undefined) throw new Error('no category');
  return first.id;
};
const standing = () => must(getStanding(desk, { round, category: category() }));
const people = ['А. Әлиева', 'Б. Қалиев'];

async function sealed() {
  must(closeRound(desk, { round }));
  must(await makeSeal(desk, passwords));
  const path = join(desk.folder, 'Нәтиже.tresults');
  const { code } = must(await writeResults(desk, { file: desk.files.grant(path).token, task: 'results' }));
  const bytes = new Uint8Array(readFileSync(path));
  const content = await decryptWithPassphrase({ bytes, passphrase: code });
  if (!(content instanceof Uint8Array)) throw new Error('the file does not open with its code');
  return { content, results: must(await openResults(bytes, code, 'n.tresults', desk.heavy)) };
}

test('what people put above the rules is named, reasoned, sealed and recomputed by the verifier', async () => {
  const [best, second] = standing().rows;
  if (best === undefined || second === undefined) throw new Error('too few rows');
  const about = { round, category: category(), people, reason: 'комиссия шешімі' };
  must(overrule(desk, { ...about, kind: 'place_above', order: [second.entry, best.entry] }));
  must(overrule(desk, { ...about, kind: 'exclude', order: [best.entry] }));
  expect(standing().rows.slice(0, 2)).toMatchObject([
    { entry: second.entry, place: 1, status: 'laureate', aboveNext: { by: 'place_above' } },
    { entry: best.entry, place: 2, status: 'out', reason: { by: 'excluded' } },
  ]);
  const lines = must(readBook(desk)).lines.filter((l) => l.action === 'decision_recorded');
  expect(lines.at(-1)).toMatchObject({ details: { kind: 'exclude', people: people.join(', ') }, reason: about.reason });

  const { content, results } = await sealed();
  expect(results.manifest.format).toBe(2);
  const rows = results.manifest.ranking.findLast((r) => r.category === about.category)?.rows ?? [];
  expect(rows[1]).toMatchObject({ entry: best.entry, status: 'out', reason: 'excluded:2' });
  expect(results.manifest.decisions).toMatchObject([{ people }, { people }]);
  expect(verifyContent(content, null).finding.problems).toEqual([]);
  expect(openedResults('n', new Uint8Array(0), results).recomputed).toBe(true);
});

test('nobody is put above the rules by nobody, in an earlier round, or twice', () => {
  const [best, second] = standing().rows;
  if (best === undefined || second === undefined) throw new Error('too few rows');
  const about = { category: category(), people, reason: 'негіз' };
  const [, earlier] = snapshotOf(desk).contest.rounds;
  const first = overrule(desk, { ...about, round: earlier?.id ?? round, kind: 'exclude', order: [best.entry] });
  expect(first).toMatchObject({ ok: false });
  const twice = overrule(desk, { ...about, round, kind: 'place_above', order: [best.entry, best.entry] });
  expect(twice).toMatchObject({ ok: false });
  const upwards = overrule(desk, { ...about, round, kind: 'place_above', order: [best.entry, second.entry] });
  expect(upwards).toMatchObject({ ok: false, failure: { code: 'invalid' } });
  const choice = overrule(desk, { ...about, round, kind: 'jury_choice', order: [best.entry] });
  expect(choice).toMatchObject({ ok: false, failure: { code: 'invalid' } });
  expect(readDecisions(dbOf(desk))).toEqual([]);
});

test('a draw follows from its seed and the numbers alone, and a false order is found', async () => {
  const db = dbOf(desk);
  const contest = readContest(db);
  const [first] = contest.categories;
  if (first === undefined) throw new Error('no category');
  // Everybody is equal, one wins, and only lots are left.
  writeRules(db, { ...contest.rules, ties: [{ rule: 'draw' }] });
  writeCategory(db, { ...first, winners: { mode: 'single', count: 1 } });
  db.prepare(`update card set marks = '[5,5,5,5,5,5]'`).run();
  const { openTies, rows } = standing();
  const tie = openTies.find((t) => t.toDecide[0] === 'draw');
  if (tie === undefined) throw new Error('nothing to draw');
  const about = { round, category: category(), kind: 'draw' as const, votes: [], reason: 'жеребе' };
  expect(recordDecision(desk, { ...about, order: [...tie.entries] })).toMatchObject({ ok: false });
  must(recordDecision(desk, { ...about, order: tie.entries.toReversed(), seed: '20 26' }));
  const lot = (entry: number): string => {
    const number = rows.find((r) => r.entry === entry)?.number ?? 0;
    return createHash('sha256').update(`tarazy draw 1\n20 26\n${number}`).digest('hex');
  };
  const [draw] = readDecisions(db);
  const order = tie.entries.toSorted((a, b) => (lot(a) < lot(b) ? -1 : 1));
  expect(draw).toMatchObject({ order, seed: '20 26' });
  expect(must(readBook(desk)).lines.at(-1)).toMatchObject({ details: { kind: 'draw', seed: '20 26' } });

  insertDecision(db, { ...about, order: order.toReversed(), seed: '20 26', people: [], at: '2026-11-25T10:00:00Z' });
  const { content } = await sealed();
  const kinds = verifyContent(content, null).finding.problems.map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === 'drawDiffers')).toHaveLength(1);
});

test('rules of winners go by no personal data, for nobody could recompute them', () => {
  const { contest } = snapshotOf(desk);
  const personal = contest.categories.flatMap((c) => c.fields).find((f) => f.pii);
  const { jury, ties, aggregation } = contest.rules;
  const quota = {
    key: 'q1',
    text: { kk: '', ru: '', en: '' },
    by: personal?.id ?? '',
    maxNominees: null,
    maxWinners: 1,
    category: null,
    round: null,
    perCategory: false,
    on: true,
  };
  const winners = { threshold: null, budget: null, quotas: [quota], oneAward: false, pool: null };
  const rules = {
    ties: [...ties],
    jury,
    across: { acrossJurors: aggregation.acrossJurors },
    displayDigits: 2,
    rounding: {},
    placeStyle: 'standard' as const,
    winners,
  };
  expect(saveRules(desk, { ...rules, reason: 'квота' })).toMatchObject({ ok: false, failure: { code: 'invalid' } });
  // By a field that everybody sees the quota holds, but not beside the best assignment, which has no answer to it.
  const open = contest.categories.flatMap((c) => c.fields).find((f) => !f.pii);
  const plain = { ...winners, quotas: [{ ...quota, by: open?.id ?? '' }] };
  const best = { ...rules, winners: { ...plain, oneAward: 'best' as const }, reason: 'бір марапат' };
  expect(saveRules(desk, best)).toMatchObject({ ok: false, failure: { code: 'invalid' } });
  expect(saveRules(desk, { ...best, winners: { ...best.winners, quotas: [] } })).toMatchObject({ ok: true });
  expect(snapshotOf(desk).contest.rules.oneAward).toBe('best');
});

test('another way of counting is ranked, sealed and recomputed; rules that name none are written as before', async () => {
  const { contest } = snapshotOf(desk);
  const { jury, ties, aggregation } = contest.rules;
  const winners = { threshold: null, budget: null, quotas: [], oneAward: false, pool: null };
  const as = (acrossJurors: typeof aggregation.acrossJurors) => ({
    ties: [...ties],
    jury,
    across: { acrossJurors },
    displayDigits: aggregation.displayDigits,
    rounding: {},
    placeStyle: 'standard' as const,
    winners,
    reason: 'ереже нақтыланды',
  });
  const threshold = { points: 50, strict: false, ifNone: null };
  expect(saveRules(desk, { ...as('borda'), winners: { ...winners, threshold } })).toMatchObject({ ok: false });
  must(saveRules(desk, as(aggregation.acrossJurors)));
  expect(snapshotOf(desk).contest.rules.aggregation).toEqual(aggregation);

  expect(saveRules(desk, as('rank_sum'))).toMatchObject({ ok: false, failure: { code: 'round-closed-by-rules' } });
  const counted: Aggregation = {
    ...aggregation,
    acrossJurors: 'rank_sum',
    rounding: { card: 1, total: 0 },
    placeStyle: 'fractional',
  };
  writeRules(dbOf(desk), { ...contest.rules, aggregation: counted });
  const { rows } = standing();
  expect(rows.map(({ total }) => total?.exact)).toEqual(
    rows.map(({ total }) => total?.exact).toSorted((a, b) => Number(a) - Number(b)),
  );
  const { content, results } = await sealed();
  const last = results.manifest.ranking.findLast((r) => r.category === category())?.rows ?? [];
  expect(last.map((row) => row.shownPlace)).toEqual(rows.map((row) => row.shownPlace ?? undefined));
  expect(verifyContent(content, null).finding.problems).toEqual([]);
  expect(openedResults('n', new Uint8Array(0), results).recomputed).toBe(true);
});
