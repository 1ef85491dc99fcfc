// The demonstration: the whole path in the real application, leaving its files in demo-output/.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { playwright } from './playwright.mjs';
import { root, say } from './process.mjs';

const output = join(root, 'demo-output');

function* made(dir) {
  for (const name of readdirSync(dir).toSorted()) {
    const path = join(dir, name);
    if (statSync(path).isDirectory()) yield* made(path);
    else yield path;
  }
}

/** Plays the demonstration and lists what it made; gives the exit code. */
export async function playDemo(runtime) {
  const { code } = await playwright(runtime, ['demo'], ['--reporter=line']);
  if (existsSync(output)) {
    say('\nMade in this run:');
    for (const file of made(output)) say(`  ${relative(root, file)}  (${kilobytes(file)} kB)`);
  }
  return code;
}

const kilobytes = (file) => Math.max(1, Math.round(statSync(file).size / 1000));
