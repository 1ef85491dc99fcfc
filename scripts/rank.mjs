// npm run -s rank -- snapshot.json: ranks an open snapshot (docs/snapshot.md) and prints the result as JSON.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { rankBundle } from './lib/rankBundle.mjs';

const usage = `npm run -s rank -- snapshot.json [options]     (- reads the snapshot from the standard input)

  --method NAME | JSON     this method in every round: mean, borda, {"name":"trimmed_mean","trim":1} …
  --ties LIST | JSON       this chain: criteria,median,countback:televote,draw:seed …
  --places STYLE           1-2-2-4, 1-3-3-4, 1-2-2-3, 1-2-3-4 or 1-2.5-2.5-4
  --quality                agreement and severity of the jury, robustness of the result
  --explain                what every figure is made of
  --compact                one line

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
const method = (text) => (looksLikeJson(text) ? json(text, '--method', 2) : text.trim());

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
