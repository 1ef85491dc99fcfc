import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

interface Line {
  readonly of: string;
  readonly part: string;
  readonly answer: unknown;
}

/**
 * The answers of the parts of a full run, so that one that was stopped goes on where it was. They count for the same
 * build, the same seed and the same number of lanes only: what has changed is tried anew.
 */
export class Kept {
  readonly #file: string;
  readonly #of: string;
  readonly #answers = new Map<string, unknown>();

  constructor(file: string, of: string) {
    this.#file = file;
    this.#of = of;
    if (!existsSync(file)) return;
    // The last line may be cut off where the run was.
    const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
    for (const line of lines) {
      const told = JSON.parse(line) as Line;
      if (told.of === of) this.#answers.set(told.part, told.answer);
    }
  }

  get size(): number {
    return this.#answers.size;
  }

  has(part: string): boolean {
    return this.#answers.has(part);
  }

  answer(part: string): unknown {
    return this.#answers.get(part);
  }

  keep(part: string, answer: unknown): void {
    mkdirSync(dirname(this.#file), { recursive: true });
    appendFileSync(this.#file, `${JSON.stringify({ of: this.#of, part, answer } satisfies Line)}\n`);
  }

  /** The run has come to its end. */
  forget(): void {
    rmSync(this.#file, { force: true });
  }
}

/** What distinguishes this build of the harnesses, and of the application's code in them, from every other. */
export function buildHash(): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(import.meta.dirname)
    .filter((each) => each.endsWith('.js'))
    .toSorted())
    hash.update(readFileSync(join(import.meta.dirname, name)));
  return hash.digest('hex');
}
