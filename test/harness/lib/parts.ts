import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

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
  if (hung) return { kind: 'hang', where, detail: `nothing for ${silenceMs} ms` };
  return answered && code === 0 ? { kind: 'done', answer } : { kind: 'crash', where, detail: `exit code ${code}` };
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
      answers[index] = done(await runPart(name, inputs[index], how), index);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return answers;
}
