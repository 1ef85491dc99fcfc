/** A promise of zero, and what came of it. */
export interface Promised {
  /** What must not happen, in the plural: "acknowledged marks lost". */
  readonly what: string;
  /** How many times it could have happened. A promise that was never put to the test is not kept. */
  readonly tried: number;
  readonly found: number;
  /** The first few, so that they can be looked into. */
  readonly examples: readonly string[];
}

const examplesKept = 5;

/** Counts how often something was tried and how often the forbidden was found. */
export class Tally {
  readonly #what: string;
  #tried = 0;
  #found = 0;
  readonly #examples: string[] = [];

  constructor(what: string) {
    this.#what = what;
  }

  tried(times = 1): void {
    this.#tried += times;
  }

  found(example: string, times = 1): void {
    this.#found += times;
    if (this.#examples.length < examplesKept) this.#examples.push(example);
  }

  /** One trial: `example` says what went wrong, null that nothing did. */
  check(example: string | null): void {
    this.tried();
    if (example !== null) this.found(example);
  }

  get promised(): Promised {
    return { what: this.#what, tried: this.#tried, found: this.#found, examples: this.#examples };
  }
}

export const isKept = (promised: Promised): boolean => promised.tried > 0 && promised.found === 0;

/** The same promises, counted in several processes, as one; in the order in which they first appear. */
export function summed(parts: readonly (readonly Promised[])[]): readonly Promised[] {
  const sums = new Map<string, Promised>();
  for (const part of parts.flat()) {
    const sum = sums.get(part.what);
    sums.set(part.what, {
      what: part.what,
      tried: part.tried + (sum?.tried ?? 0),
      found: part.found + (sum?.found ?? 0),
      examples: [...(sum?.examples ?? []), ...part.examples].slice(0, examplesKept),
    });
  }
  return [...sums.values()];
}
