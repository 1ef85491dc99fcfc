import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Kept } from './kept';

/** What a process of its own does: it reads `input`, tells where it is, and gives its answer. */
export type Part = (input: unknown, tell: (where: string) => void) => Promise<unknown>;

/** How a part ended. `where` is the last thing it told before it died or fell silent. */
export type Ended =
  | { readonly kind: 'done'; readonly answer: unknown }
  | { readonly kind: 'crash' | 'hang'; readonly where: string; readonly detail: string };

/** The bundle that holds every part; it lies beside the bundle that runs. */
const script = join(import.meta.dirname, 'part.js');

/** A command line has no room for long inputs, and is shown to everybody. */
export const partInput = 'TARAZY_PART_INPUT';

/** As a shell gives it for a process that SIGTERM has ended. */
export const stoppedCode = 143;

/** Whoever waits for hours wants to know how far it is. */
const progressMs = 120_000;

const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill();
});

/** Starts a part whose standard output is read line by line. It ends with this process at the latest. */
export function startPart(
  name: string,
  input: unknown,
  env: NodeJS.ProcessEnv = process.env,
  before: readonly string[] = [],
): { readonly child: ChildProcess; readonly lines: AsyncIterable<string>; readonly ended: Promise<number | null> } {
  const [command, ...args] = [...before, process.execPath, script, name];
  if (command === undefined) throw new Error('nothing to run');
  const child = spawn(command, args, {
    env: { ...env, [partInput]: JSON.stringify(input) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(child);
  const ended = once(child, 'exit').then(([code]: readonly unknown[]) => {
    running.delete(child);
    return typeof code === 'number' ? code : null;
  });
  if (child.stdout === null) throw new Error('a part without output');
  return { child, lines: createInterface({ input: child.stdout }), ended };
}

export interface HowToRun {
  readonly silenceMs?: number;
  /** A command that runs the part, such as one that gives it a network of its own. */
  readonly before?: readonly string[];
  /** Where the answers of parts that are done are looked up, and kept. */
  readonly kept?: Kept | null;
}

/** Runs one part to its end. One that tells nothing for `silenceMs` hangs and is killed. */
async function runPart(name: string, input: unknown, { silenceMs = 120_000, before = [] }: HowToRun): Promise<Ended> {
  const { child, lines, ended } = startPart(name, input, process.env, before);
  let where = 'the start';
  let answer: unknown;
  let answered = false;
  let hung = false;
  const watch = () =>
    setTimeout(() => {
      hung = true;
      child.kill('SIGKILL');
    }, silenceMs);
  let watchdog = watch();
  const progress = setInterval(() => process.stdout.write(`       … ${name}: ${where}\n`), progressMs);
  for await (const line of lines) {
    clearTimeout(watchdog);
    watchdog = watch();
    if (line.startsWith('at ')) where = line.slice(3);
    if (line.startsWith('answer ')) {
      answer = JSON.parse(line.slice(7));
      answered = true;
    }
  }
  const code = await ended;
  clearTimeout(watchdog);
  clearInterval(progress);
  if (hung) return { kind: 'hang', where, detail: `nothing for ${silenceMs} ms` };
  if (answered && code === 0) return { kind: 'done', answer };
  return { kind: 'crash', where, detail: code === stoppedCode ? 'stopped from outside' : `exit code ${code}` };
}

async function runOrRemember(name: string, input: unknown, index: number, how: HowToRun): Promise<Ended> {
  const { kept = null } = how;
  const part = `${name} ${index}`;
  if (kept?.has(part) === true) return { kind: 'done', answer: kept.answer(part) };
  const ended = await runPart(name, input, how);
  if (ended.kind === 'done') kept?.keep(part, ended.answer);
  return ended;
}

/** Runs the part once per input, at most `lanes` at a time; the answers are in the order of the inputs. */
export async function runParts<T>(
  name: string,
  inputs: readonly unknown[],
  lanes: number,
  done: (ended: Ended, index: number) => T,
  how: HowToRun = {},
): Promise<readonly T[]> {
  const answers: T[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < inputs.length) {
      const index = next++;
      answers[index] = done(await runOrRemember(name, inputs[index], index, how), index);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return answers;
}
