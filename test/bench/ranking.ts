import { writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { evaluate } from '@shared/domain/evaluation';
import { computeStanding } from '@shared/domain/standing';
import { rank } from '@shared/domain/ties';
import { readContest } from '../../electron/db/contest';
import { contestMigrations } from '../../electron/db/migrations/contest';
import { bodyStore, type Db } from '../../electron/db/open';
import { sql, run } from '../../electron/db/sql';
import { readScoring } from '../../electron/usecases/scoring';
import { fillContest, markOf } from './contest';

/*
 * One step of `npm run bench -- ranking` in a process of its own: `fill` makes the encrypted file, `rank` reads and ranks
 * it in turn, `memory` only ranks it, once, `change` changes one mark and ranks again, `table` tells its marks and their order.
 * The answer is JSON in `--report`.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    file: { type: 'string', default: '' },
    report: { type: 'string', default: '' },
    nominees: { type: 'string', default: '0' },
    criteria: { type: 'string', default: '0' },
    jurors: { type: 'string', default: '0' },
    times: { type: 'string', default: '1' },
  },
});

const times = Number(values.times);
const steps: Readonly<Record<string, (db: Db) => unknown>> = {
  fill,
  rank: readAndRank,
  memory: rankOnce,
  change,
  table,
};
const step = steps[positionals[0] ?? ''];
const opened = bodyStore(contestMigrations).open(values.file, new Uint8Array(32).fill(7), 'bench');
if (step === undefined || !opened.ok) throw new Error('what is to be measured?');
writeFileSync(values.report, JSON.stringify(step(opened.value)));
opened.value.close();

function fill(db: Db): null {
  const { nominees, criteria, jurors } = values;
  fillContest(db, { nominees: Number(nominees), criteria: Number(criteria), jurors: Number(jurors) });
  return null;
}

/** What any program has to do at least: every row and its JSON. */
function read(db: Db): number {
  let marks = 0;
  for (const card of db.prepare<[], { marks: string }>('select marks from card').all())
    marks += (JSON.parse(card.marks) as unknown[]).length;
  return marks;
}

function inputOf(db: Db) {
  const data = readScoring(db);
  const [round] = data.contest.rounds;
  const [category] = data.contest.categories;
  if (round === undefined || category === undefined) throw new Error('nothing to rank');
  return { ...data, round: round.id, category: category.id };
}

function order(db: Db) {
  return rank(evaluate(inputOf(db)));
}

function timed(work: () => unknown): number {
  const before = performance.now();
  work();
  return performance.now() - before;
}

function readAndRank(db: Db) {
  const runs = Array.from({ length: times }, () => ({ read: timed(() => read(db)), rank: timed(() => order(db)) }));
  return { read: runs.map((each) => each.read), rank: runs.map((each) => each.rank), marks: read(db) };
}

function rankOnce(db: Db) {
  const { groups } = order(db);
  return { peak: process.resourceUsage().maxRSS * 1024, groups: groups.length };
}

/** One mark changes, and the whole standing is there again, with every figure that the screen shows. */
function change(db: Db) {
  const category = readContest(db).categories[0];
  const slots = category?.criteria.length ?? 0;
  const runs = Array.from({ length: times }, (_, i) => {
    const marks = Array.from({ length: slots }, (__, slot) => (slot === 0 ? i % 11 : markOf(1, 1, slot)));
    run(db, sql`update card set marks = ${JSON.stringify(marks)} where entry = 1 and juror = 1`);
    return timed(() => computeStanding(inputOf(db)));
  });
  return { again: runs };
}

/** The marks as a table for another program, and the order of its rows. */
function table(db: Db) {
  const criteria = readContest(db).categories[0]?.criteria ?? [];
  const rows = db
    .prepare<[], { entry: number; juror: number; marks: string }>('select * from card order by entry, juror')
    .all();
  const entries = [...new Set(rows.map(({ entry }) => entry))];
  return {
    weights: criteria.map(({ weight }) => weight),
    marks: entries.map((entry) =>
      rows.filter((row) => row.entry === entry).flatMap(({ marks }) => JSON.parse(marks) as number[]),
    ),
    order: order(db).order.map(({ entry }) => entries.indexOf(entry.id)),
  };
}
