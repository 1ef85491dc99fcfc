// npm run -s rank -- snapshot.json: ranks an open snapshot (docs/snapshot.md) and prints the result as JSON.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { rankBundle } from './lib/rankBundle.mjs';

const usage = `npm run -s rank -- snapshot.json [options]     (- reads the snapshot from the standard input)

  --method NAME | JSON     this method in every round; options as name:option=value,option=value or as JSON:
                           trimmed_mean:trim=2   borda:points=n,unranked=zero   {"name":"borda","points":[12,10,8]}
  --ties LIST | JSON       this chain: criteria,median,countback:televote,part:execution,draw:seed
  --places STYLE           1-2-2-4, 1-3-3-4, 1-2-2-3, 1-2-3-4 or 1-2.5-2.5-4
  --quality                agreement and severity of the jury, robustness of the result
  --explain                what every figure is made of
  --compact                one line

Methods, with their options (the first value is the usual one):
  mean, sum, median                     highest, lowest, trim (numbers); over: cards, criteria
  trimmed_mean, trimmed_sum             the same; trim 1
  rank_sum, mean_rank, median_rank      unranked: last, no_opinion; best, worst, trim (numbers)
  trimmed_mean_rank                     the same; trim 1
  best_of_majority                      unranked: last, no_opinion
  borda                                 points: n-1, n, dowdall, [list]; unranked: share, last, zero, no_opinion
  skating                               (rules 5-8 on places, 5-11 on dances)
  copeland                              score: balance, wins, one_by_one; unranked: last, no_opinion
  schulze                               strength: winning_votes, margins; unranked: last, no_opinion
  majority_judgment                     gaps: worst, median, normalised, {"grade": name}
  zscore, severity, as_given
  performance                           panel: mean, sum, median; highest, lowest, trim; factor 1;
                                        attempts: sum, mean, best, last; keep 1
Other names: weighted_mean, average (mean); total (sum); sum_of_places (rank_sum); mean_place (mean_rank);
  dowdall, modified_borda (borda); obo, one_by_one (copeland); schulze_margins, beatpath (schulze); mj; z_score;
  additive_severity; skating_system …

Steps of a chain: criteria, criterion:ID, median, first_places, places:N, countback, head_to_head, supporters,
  last_round, round:ID, part:NAME, best_runs, skating, listed_order, draw:SEED, shared; vote and decision as JSON.

docs/snapshot.md describes the snapshot and the result. Exit codes: 0 done, 1 the snapshot is wrong, 2 wrong usage.
`;

/** Ends with a message on the error output. */
function stop(code, message) {
  process.stderr.write(`${message.trimEnd()}\n`);
  process.exit(code);
}

function options() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        method: { type: 'string' },
        ties: { type: 'string' },
        places: { type: 'string' },
        quality: { type: 'boolean' },
        explain: { type: 'boolean' },
        compact: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    return { ...values, files: positionals };
  } catch (error) {
    return stop(2, `${error.message}\n\n${usage}`);
  }
}

function json(text, what, code) {
  try {
    return JSON.parse(text);
  } catch (error) {
    return stop(code, `${what} is not JSON: ${error.message}`);
  }
}

const looksLikeJson = (text) => /^\s*[[{]/.test(text);
/** `name`, or `name:option=value,option=value`, values read as JSON where they are JSON. */
function method(text) {
  if (looksLikeJson(text)) return json(text, '--method', 2);
  const [name, ...rest] = text.trim().split(':');
  if (rest.length === 0) return name;
  const named = rest
    .join(':')
    .split(',')
    .map((option) => option.split('=').map((part) => part.trim()));
  if (named.some(({ length }) => length !== 2)) stop(2, `--method ${text}: options are name=value\n\n${usage}`);
  return { name, ...Object.fromEntries(named.map(([key, value]) => [key, plainValue(value)])) };
}

function plainValue(text) {
  return /^-?\d+$/.test(text) ? Number(text) : text;
}

/** `name` or `name:argument`, the argument meaning what the step needs. */
function tieStep(text) {
  const [step, ...rest] = text.trim().split(':');
  if (rest.length === 0) return step;
  const argument = rest.join(':');
  if (step === 'criterion') return { step, criterion: argument };
  if (step === 'part') return { step, part: argument };
  if (step === 'places') return { step, place: Number(argument) };
  if (step === 'draw') return { step, seed: argument };
  return { step, round: argument };
}
const ties = (text) => (looksLikeJson(text) ? json(text, '--ties', 2) : text.split(',').map(tieStep));

async function engine() {
  const bundle = rankBundle();
  if (!existsSync(bundle)) {
    // The result alone goes to the output: whatever the build has to say goes to the error output.
    const build = fileURLToPath(new URL('./lib/rankBuild.mjs', import.meta.url));
    const { status } = spawnSync(process.execPath, [build], { stdio: ['ignore', 2, 2] });
    if (status !== 0) process.exit(status ?? 1);
  }
  return import(pathToFileURL(bundle).href);
}

function contents(file) {
  try {
    // npm runs scripts in the package's folder; a name means what it means where the command was typed.
    const path = file === '-' ? 0 : resolve(process.env.INIT_CWD ?? process.cwd(), file);
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    return stop(1, `${file} cannot be read: ${error.message}`);
  }
}

const given = options();
if (given.help) {
  process.stdout.write(usage);
} else {
  const [file] = given.files;
  if (file === undefined || given.files.length > 1) stop(2, usage);
  const snapshot = json(contents(file), file, 1);
  const { rankSnapshot } = await engine();
  const result = rankSnapshot(snapshot, {
    ...(given.method === undefined ? {} : { method: method(given.method) }),
    ...(given.ties === undefined ? {} : { ties: ties(given.ties) }),
    ...(given.places === undefined ? {} : { placeStyle: given.places }),
    ...(given.quality ? { quality: true } : {}),
    ...(given.explain ? { explain: true } : {}),
  });
  if (!result.ok)
    stop(1, result.problems.map((p) => `${p.path === '' ? 'snapshot' : p.path}: ${p.message}`).join('\n'));
  process.stdout.write(`${JSON.stringify(result.value, null, given.compact ? 0 : 2)}\n`);
}
