import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startApplication } from '../lib/application';
import type { Part } from '../lib/parts';
import { Tally, type Promised } from '../lib/tally';
import { fillContest } from '../lib/filledContest';
import { layCable, packetsOut, sendOne } from './network';
import { hostileStrings } from './strings';
import { walkBallot, walkContest, type Visit } from '../lib/walk';
import { watch } from './watch';

/** A whole contest of 10 strings takes every twentieth: 20 contests have all 200. */
const stride = 20;

export interface ScriptsInput {
  readonly folder: string;
  /** How many strings there are in one contest, each in every kind of field that it has several of. */
  readonly perContest: number;
  readonly contests: number;
  /** Whether this process is alone in a network of its own. */
  readonly alone: boolean;
}

export interface ScriptsAnswer {
  readonly texts: number;
  readonly halts: number;
  readonly shown: number;
  readonly strings: number;
  readonly promises: readonly Promised[];
}

export const part: Part = async (input, tell): Promise<ScriptsAnswer> => {
  const { folder, perContest, contests, alone } = input as ScriptsInput;
  if (alone) layCable();
  const run = new Tally('strings that became a script, markup, an address or a request');
  const packets = new Tally('packets that left the computer');
  const unseen = new Tally('contests of which no screen showed a hostile string');
  const shown = new Set<string>();
  const used = new Set<string>();
  let texts = 0;
  let halts = 0;
  for (let n = 0; n < contests; n += 1) {
    // From all over the list, each once: neighbours there are the same deed in other disguises.
    const own = Array.from(
      { length: perContest },
      (_, k) => hostileStrings[(n + k * stride) % hostileStrings.length] ?? '',
    );
    for (const text of own) used.add(text);
    const place = join(folder, String(n));
    mkdirSync(place, { recursive: true });
    tell(`contest ${n}`);
    const before = shown.size;
    const secretary = await startApplication(join(place, 'secretary'));
    const filled = await fillContest(secretary, place, own);
    // The page did not make the contest: it is to find it among the recent files.
    await secretary.page.reload();
    await secretary.page.locator('.recent-open').first().waitFor();
    const seen = await watch(secretary);
    texts += filled.texts;
    const visit =
      (look: (strings: readonly string[]) => Promise<readonly string[]>): Visit =>
      async (where) => {
        tell(`contest ${n}, ${where}`);
        halts += 1;
        for (const text of await look(own)) shown.add(text);
      };
    const stopped = (error: unknown): void => run.found(`contest ${n}: the walk could not go on: ${String(error)}`);
    await walkContest(secretary.page, visit(seen.look)).catch(stopped);
    await secretary.kill();
    const juror = await startApplication(join(place, 'juror'), { args: [filled.ballot] });
    const atJuror = await watch(juror);
    await walkBallot(juror.page, filled.code, own, visit(atJuror.look)).catch(stopped);
    await juror.kill();
    run.tried(filled.texts);
    for (const sign of [...atJuror.signs, ...seen.signs]) run.found(`contest ${n}: ${sign}`);
    unseen.check(shown.size > before ? null : `contest ${n}`);
  }
  if (alone) {
    packets.tried(contests * 2);
    const sent = packetsOut();
    if (sent > 0) packets.found(`${sent} packets`, sent);
    await sendOne();
    if (packetsOut() !== sent + 1) packets.found('the counter does not see a packet that was sent on purpose');
  }
  const promises = [run, unseen, ...(alone ? [packets] : [])].map(({ promised }) => promised);
  return { texts, halts, shown: shown.size, strings: used.size, promises };
};
