// Child processes for the scripts: the project's own Node first on PATH, output shown or kept, all children ended with us.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

export const root = join(import.meta.dirname, '..', '..');
const bin = join(root, 'node_modules', '.bin');

/** A reason to stop that the user can act on: printed without a stack. */
export class Stop extends Error {}

export const say = (text) => process.stdout.write(`${text}\n`);

/** The environment of every child: tools and the pinned Node of node_modules come before the machine's. */
export function childEnv(extra = {}) {
  return { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`, ...extra };
}

const windows = process.platform === 'win32';

/**
 * Runs a command to its end. `quiet` keeps the output back and returns it.
 * @returns {Promise<{code: number, output: string}>} code 127 when the command does not exist
 */
export function run(command, args, { cwd = root, env = childEnv(), quiet = false, timeoutMs = 0 } = {}) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      shell: windows && !existsSync(command),
    });
    const output = [];
    child.stdout?.on('data', (chunk) => output.push(chunk));
    child.stderr?.on('data', (chunk) => output.push(chunk));
    const timer = timeoutMs > 0 ? setTimeout(() => child.kill('SIGKILL'), timeoutMs) : undefined;
    const release = endWithUs(child);
    child.on('error', (error) => {
      clearTimeout(timer);
      release();
      if (error.code === 'ENOENT') done({ code: 127, output: `${command}: not found` });
      else fail(error);
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      release();
      done({ code: code ?? (signal ? 1 : 0), output: text(output) });
    });
  });
}

const text = (chunks) => stripVTControlCharacters(Buffer.concat(chunks).toString('utf8'));

/** Passes our end on to `child`, so that nothing stays behind after Ctrl+C. */
export function endWithUs(child) {
  const forward = (signal) => child.kill(signal);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const onExit = () => child.kill();
  for (const signal of signals) process.on(signal, forward);
  process.on('exit', onExit);
  return () => {
    for (const signal of signals) process.off(signal, forward);
    process.off('exit', onExit);
  };
}

/** Runs a script's main function: a Stop is told, anything else is a bug with its stack. */
export async function main(body) {
  try {
    process.exitCode = (await body()) ?? 0;
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    process.stderr.write(`\n${error.message}\n`);
    process.exitCode = 1;
  }
}
