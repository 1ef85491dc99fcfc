import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { startPart } from '../lib/parts';
import { readTrace, type TraceEvent } from './trace';

/** The source lies in the repository, this code in a bundle: npm runs both from the repository's root. */
const source = join(process.cwd(), 'test/harness/power/shim.c');

/** Compiles the recorder; why it cannot be had here, when it cannot. */
export function compileShim(folder: string): { readonly shim: string } | { readonly missing: string } {
  if (process.platform !== 'linux') return { missing: 'the recorder of system calls is for Linux' };
  const shim = join(folder, 'shim.so');
  const compiler = process.env['CC'] ?? 'cc';
  const done = spawnSync(compiler, ['-O1', '-shared', '-fPIC', '-o', shim, source, '-lpthread'], { encoding: 'utf8' });
  if (done.error !== undefined) return { missing: `no C compiler: ${done.error.message}` };
  if (done.status !== 0) throw new Error(`the recorder does not compile:\n${done.stderr}`);
  return { shim };
}

/** Lets the part work under the recorder until it ends by itself; everything it did under `root`, in order. */
export async function record(
  shim: string,
  root: string,
  part: string,
  input: unknown,
  clock: number,
): Promise<readonly TraceEvent[]> {
  const trace = `${root}.trace`;
  const env = {
    ...process.env,
    LD_PRELOAD: shim,
    TARAZY_TRACE: trace,
    TARAZY_TRACE_ROOT: root,
    TARAZY_TRACE_CLOCK: String(clock),
  };
  const { lines, ended } = startPart(part, input, env);
  for await (const line of lines) if (line.startsWith('at failed')) throw new Error(line);
  const code = await ended;
  if (code !== 0 || !existsSync(trace) || statSync(trace).size === 0)
    throw new Error(`nothing could be recorded of ${part}: exit code ${code}`);
  const events = readTrace(readFileSync(trace));
  rmSync(trace);
  return events;
}
