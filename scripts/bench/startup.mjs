// From the start of the process to the first contentful paint, against an empty window that runs in turn with ours.
import { mkdtempSync, rmSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withDisplay } from '../lib/display.mjs';
import { electronEnv } from '../lib/electron.mjs';
import { Stop, childEnv, root, run, say } from '../lib/process.mjs';
import { buildEmpty, packageEmpty } from './emptyApp.mjs';
import { figure, median } from './figures.mjs';
import { startOutside } from './outside.mjs';

export const name = 'startup';
export const title = 'Start-up against an empty Electron + React window';
export const method =
  'Process start to first contentful paint, read from the page over the debugging port. Both applications are started in turn ' +
  '(ours, empty, ours, empty …) and killed after each run; medians. Fresh: a new profile each time. Warm: a profile that has ' +
  'been started once before. Memory: proportional set size (PSS) of all processes two seconds after the paint.';

const runs = 7;
const goal = 1.25;

export async function measure(runtime) {
  const empty = await buildEmpty();
  const folders = { ours: [runtime.executable, [root]], empty: [runtime.executable, [empty]] };
  const { code, output } = await run('node', ['scripts/package.mjs'], { quiet: true });
  if (code !== 0) throw new Stop(output);
  const packaged = { ours: [packagedOurs(), []], empty: [await packageEmpty(runtime), []] };
  return withDisplay(async (display) => {
    const env = childEnv({ ...electronEnv(runtime), ...display, LANG: 'C.UTF-8' });
    const bare = { ...env, TARAZY_NATIVE_BINDING: '' };
    return [
      ...(await compare('unpackaged, fresh profile', folders, env, false)),
      ...(await compare('unpackaged, warm profile', folders, env, true)),
      ...(await compare('packaged, fresh profile', packaged, bare, false)),
      ...(await compare('packaged, warm profile', packaged, bare, true)),
    ];
  });
}

function packagedOurs() {
  const found = ['not-for-release', '.']
    .map((folder) => join(root, 'dist', folder, 'linux-unpacked', 'tarazy'))
    .find((path) => existsSync(path));
  if (found === undefined) throw new Stop('The packaged start-up is measured on Linux only.');
  return found;
}

async function compare(what, apps, env, warm) {
  const seen = { ours: [], empty: [] };
  const profiles = { ours: newProfile(), empty: newProfile() };
  for (let i = warm ? -1 : 0; i < runs; i += 1)
    for (const app of ['ours', 'empty']) {
      if (!warm) {
        rmSync(profiles[app], { recursive: true, force: true, maxRetries: 10 });
        profiles[app] = newProfile();
      }
      const one = await once(apps[app], { ...env, TARAZY_USER_DATA: profiles[app], EMPTY_USER_DATA: profiles[app] });
      if (i >= 0) seen[app].push(one);
    }
  for (const folder of Object.values(profiles)) rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  const of = (app, pick) => median(seen[app].map(pick));
  const ratio = (pick) => of('ours', pick) / of('empty', pick);
  const paint = (one) => one.paintMs;
  const listed = (app) => seen[app].map((one) => Math.round(one.paintMs)).join(' ');
  say(`  ${what}: ${listed('ours')} against ${listed('empty')} ms`);
  return [
    figure(`${what}: Tarazy`, of('ours', paint), 'ms'),
    figure(`${what}: empty window`, of('empty', paint), 'ms'),
    figure(`${what}: ratio`, ratio(paint), '×', goal),
    ...(seen.ours[0].memory === null
      ? []
      : ['main', 'renderer', 'all'].flatMap((part) => [
          figure(
            `${what}: memory of Tarazy, ${part}`,
            of('ours', (one) => one.memory[part]),
            'MB',
          ),
          figure(
            `${what}: memory ratio, ${part}`,
            ratio((one) => one.memory[part]),
            '×',
          ),
        ])),
  ];
}

const newProfile = () => mkdtempSync(join(tmpdir(), 'tarazy-bench-'));

async function once([command, args], env) {
  const app = await startOutside(command, args, env);
  try {
    await new Promise((done) => setTimeout(done, 2000));
    return { paintMs: app.paintMs, memory: app.memory() };
  } finally {
    await app.end();
  }
}
