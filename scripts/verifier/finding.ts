/** What is checked, in the order in which it is told. */
export const checks = [
  'signatures',
  'parts',
  'rules',
  'log',
  'packages',
  'ballots',
  'counted',
  'ranking',
  'regions',
  'fingerprint',
] as const;
export type Check = (typeof checks)[number];

/** What does not hold; each has a sentence in every language. */
export type ProblemKind =
  | 'signature' | 'part' | 'rest' | 'malformed' | 'absurd' | 'rulesHash' | 'contestDiffers' | 'logHead' | 'noImportLine' | 'signerNotInLog'
  | 'package' | 'packageRules' | 'ballotSignature' | 'ballotElsewhere' | 'ballotMarks' | 'countedDiffers' | 'rowDiffers'
  | 'regionTwice' | 'regionNominee' | 'regionLog' | 'rowOrder' | 'drawDiffers' | 'rankingMissing' | 'fingerprint'; // prettier-ignore

export interface Problem {
  readonly check: Check;
  readonly kind: ProblemKind;
  /** What it concerns: a name, a number, both figures. */
  readonly about: string;
}

/** Collects what does not hold, and counts what was looked at. */
export class Finding {
  readonly problems: Problem[] = [];
  readonly #tried = new Map<Check, number>();

  check(check: Check, holds: boolean, kind: ProblemKind, about: string): boolean {
    this.#tried.set(check, this.tried(check) + 1);
    if (!holds) this.problems.push({ check, kind, about });
    return holds;
  }

  tried(check: Check): number {
    return this.#tried.get(check) ?? 0;
  }
}
