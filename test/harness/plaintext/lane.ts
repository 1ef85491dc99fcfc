import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn, setTimeout as after } from 'node:timers/promises';
import { startPart, type Part } from '../lib/parts';
import { Random, seedOf } from '../lib/random';
import { lookInto, lookIntoUnnamed, processesOf, type Looked, type Secrets } from '../lib/readable';
import { Tally, type Promised } from '../lib/tally';
import { typedSecrets } from './known';
import type { LifeInput, ToldSecret } from './life';

export interface PlaintextInput {
  readonly folder: string;
  readonly seed: number;
  readonly lives: number;
  /** The first of them, counted over all lanes: every second one is killed. */
  readonly first: number;
}

export interface PlaintextAnswer {
  readonly stops: number;
  readonly kills: number;
  readonly patterns: number;
  readonly promises: readonly Promised[];
}

/** A bare database would say so in its first bytes, whatever is in it. */
const bareDatabase = 'SQLite format 3\0';
/** Of the steps that a life tells; a life is killed at one of the first so many, or lives to its end. */
const steps = 16;
/** How long after a step it is stopped and looked at, at most. */
const stepMs = 60;

interface Ledger {
  readonly folder: string;
  readonly random: Random;
  readonly secrets: Secrets;
  readonly readable: Tally;
  readonly codes: string[];
  stops: number;
}

/** Lives that are stopped at random moments and looked at, that are killed, and that go on with what was left. */
export const part: Part = async (input, tell): Promise<PlaintextAnswer> => {
  const { folder, seed, lives, first } = input as PlaintextInput;
  const readable = new Tally('files in which something can be read');
  const blind = new Tally('ways of writing a secret that the search does not see');
  const ended = new Tally('lives that ended badly');
  let stops = 0;
  let kills = 0;
  let patterns = 0;
  for (let n = 0; n < lives; n += 1) {
    const random = new Random(seedOf(seed, n));
    const own = join(folder, String(n));
    mkdirSync(own);
    const secrets = typedSecrets();
    secrets.addText('a bare database', bareDatabase);
    const ledger: Ledger = { folder: own, random, secrets, readable, codes: [], stops: 0 };
    tell(`life ${n}`);
    const killAt = (first + n) % 2 === 0 ? null : random.between(1, steps);
    const killed = await liveOnce(ledger, null, killAt);
    look(ledger, lookInto(own, secrets, isOwn));
    if (killed.kind === 'killed') {
      kills += 1;
      tell(`life ${n}, after it was killed`);
      const again = await liveOnce(ledger, ledger.codes, null);
      look(ledger, lookInto(own, secrets, isOwn));
      ended.check(again.kind === 'ended' ? null : `life ${n}, again: exit code ${again.code}`);
    }
    ended.check(killed.kind !== 'badly' ? null : `life ${n}: exit code ${killed.code}`);
    stops += ledger.stops;
    patterns = Math.max(patterns, secrets.size);
    if (n === 0) seesAll(own, secrets, blind);
    rmSync(own, { recursive: true, force: true });
  }
  return { stops, kills, patterns, promises: [readable, blind, ended].map(({ promised }) => promised) };
};

/** What the people themselves keep in clear, and what is made to be read. */
const isOwn = (path: string): boolean => path.startsWith('own/');

function look({ readable }: Ledger, { files, found }: Looked): void {
  readable.tried(files);
  for (const each of found) readable.found(each);
}

interface Lived {
  readonly kind: 'ended' | 'killed' | 'badly';
  readonly code: number | null;
}

async function liveOnce(ledger: Ledger, again: LifeInput['again'], killAt: number | null): Promise<Lived> {
  const { folder, random, secrets } = ledger;
  const places = { HOME: join(folder, 'home'), TMPDIR: join(folder, 'tmp'), SQLITE_TMPDIR: join(folder, 'tmp') };
  for (const place of Object.values(places)) mkdirSync(place, { recursive: true });
  const input: LifeInput = { folder, again };
  const { child, lines, ended } = startPart('plaintext-life', input, { ...process.env, ...places });
  let told = 0;
  let killed = false;
  let looking: Promise<void> | null = null;
  const stopAndLook = async (): Promise<void> => {
    await after(random.unit() * stepMs);
    if (!child.kill('SIGSTOP')) return;
    // Secrets that are on their way are known before anything is looked at.
    for (let n = 0; n < 3; n += 1) await turn();
    look(ledger, lookInto(folder, secrets, isOwn));
    look(ledger, lookIntoUnnamed(child.pid === undefined ? [] : processesOf(child.pid), secrets));
    ledger.stops += 1;
    child.kill('SIGCONT');
    looking = null;
  };
  for await (const line of lines) {
    const text = line.replace(/^at /, '');
    if (text.startsWith('secret ')) {
      learn(ledger, JSON.parse(text.slice(7)) as ToldSecret);
      continue;
    }
    if (!line.startsWith('at ')) continue;
    told += 1;
    if (told === killAt)
      void after(random.unit() * stepMs).then(() => {
        killed = child.kill('SIGKILL');
      });
    else looking ??= stopAndLook();
  }
  await looking;
  const code = await ended;
  return { kind: killed && code === null ? 'killed' : code === 0 ? 'ended' : 'badly', code };
}

function learn({ secrets, codes }: Ledger, { what, text, hex }: ToldSecret): void {
  if (text !== undefined) secrets.addText(what, text);
  if (hex !== undefined) secrets.addKey(what, Buffer.from(hex, 'hex'));
  if (what === 'the code of a ballot' && text !== undefined) codes.push(text);
}

/** A search that sees nothing would find nothing: each way of writing is put there once, between other bytes. */
function seesAll(folder: string, secrets: Secrets, blind: Tally): void {
  const place = join(folder, 'seen');
  mkdirSync(place);
  for (const sample of secrets.samples) {
    writeFileSync(join(place, 'x'), Buffer.concat([Buffer.from([0, 255, 7]), sample, Buffer.from([254, 0])]));
    blind.check(lookInto(place, secrets).found.length > 0 ? null : sample.toString('latin1'));
  }
}
