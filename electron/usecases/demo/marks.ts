/**
 * Marks for the demo contest: invented, the same on every machine, and such that exactly two nominees share the tenth
 * place of the students in every respect the rules look at, so that the chair has to decide.
 */

/** How much higher or lower each juror tends to mark. */
const tendency = [0.2, -0.4, 0.1, 0.4, -0.2, 0.3, -0.5] as const;

/** Strength of the n-th of `count` nominees, 0 = the strongest: a fixed shuffle. */
export function strengthOf(index: number, count: number): number {
  // 7 shares no factor with the demo's 60 students, 12 organisations, 20 and 8 finalists' original numbers.
  return (index * 7 + 3) % count;
}

/** A fixed number in [−1, 1) that looks random. */
function noise(...parts: readonly number[]): number {
  let h = 2166136261;
  for (const p of parts) h = Math.imul(h ^ (p + 0x9e37), 16777619) >>> 0;
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d) >>> 0;
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39) >>> 0;
  return ((h ^ (h >>> 15)) >>> 0) / 2 ** 31 - 1;
}

export interface DemoMark {
  readonly strength: number;
  readonly count: number;
  readonly juror: number;
  readonly criterion: number;
  readonly round: number;
}

/** A whole mark from 0 to 10. The strengths 9 and 10 get the same marks from everybody. */
export function demoMark({ strength, count, juror, criterion, round }: DemoMark): number {
  const same = strength === 10 ? 9 : strength;
  // A gap above and below the pair keeps it on the tenth place whatever the noise does.
  const shelf = same < 9 ? 0.7 : same === 9 ? 0 : -0.7;
  const quality = 8.2 - (same * 5) / count + shelf;
  const wobble = 1.1 * noise(same, juror, criterion, round);
  return Math.max(0, Math.min(10, Math.round(quality + (tendency[juror] ?? 0) + wobble)));
}

/** The strength with which the demo's second juror has a conflict of interest. */
export const recusedStrength = 4;
/** Index of the juror who is absent in the final. */
export const absentJuror = 6;
