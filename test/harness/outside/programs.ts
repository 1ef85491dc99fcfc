import { spawnSync } from 'node:child_process';

/** Why a program cannot be asked here; empty where it can. */
export function missing(program: string, ...args: readonly string[]): string {
  const { error } = spawnSync(program, args, { stdio: 'ignore' });
  return error === undefined ? '' : `${program} is not installed here`;
}

export interface Ran {
  readonly code: number | null;
  readonly output: Buffer;
}

/**
 * Runs the command at a terminal of its own and types `line` into it, as a person would: `age` takes a passphrase from
 * nowhere else. The command is a constant; names of files reach it by the environment.
 */
export function typed(command: string, line: string, files: Readonly<Record<string, string>>): Ran {
  const { status, stdout } = spawnSync('script', ['-qec', command, '/dev/null'], {
    input: `${line}\n`,
    env: { ...process.env, ...files },
  });
  return { code: status, output: stdout };
}

export function ran(program: string, args: readonly string[]): Ran {
  const { status, stdout } = spawnSync(program, args, { maxBuffer: 2 ** 28 });
  return { code: status, output: stdout };
}
