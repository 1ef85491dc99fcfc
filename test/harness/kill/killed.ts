import { setTimeout as after } from 'node:timers/promises';
import { startPart } from '../lib/parts';
import type { Random } from '../lib/random';

/** What the child process does until it is killed. */
export type Work =
  | { readonly kind: 'scoring'; readonly path: string; readonly folder: string; readonly code: string }
  | {
      readonly kind: 'importing';
      readonly path: string;
      readonly folder: string;
      readonly files: readonly string[];
      readonly from: number;
    }
  /** After so many acknowledged changes. */
  | { readonly kind: 'rekeying'; readonly path: string; readonly folder: string; readonly changes: number }
  | { readonly kind: 'publishing' | 'sealing'; readonly path: string; readonly folder: string };

/** One in this many kills comes while the file is being opened, the others while work goes on. */
const openingShare = 8;

/**
 * Lets a child work and kills it at a random moment: while it opens, or up to `stepMs` after one of its first
 * acknowledgements. Gives back everything it had acknowledged by then.
 */
export async function killed(work: Work, random: Random, stepMs: number): Promise<readonly string[]> {
  const { child, lines, ended } = startPart('kill-child', work);
  const killAt = random.below(openingShare) === 0 ? 0 : random.between(1, 8);
  const delay = random.unit() * stepMs;
  const acknowledged: string[] = [];
  for await (const line of lines) {
    const text = line.replace(/^at /, '');
    if (text !== 'loaded') acknowledged.push(text);
    if (acknowledged.length === killAt) void after(delay).then(() => child.kill('SIGKILL'));
  }
  const code = await ended;
  if (code !== null) throw new Error(`the child was not killed, it ended with exit code ${code}`);
  return acknowledged;
}
