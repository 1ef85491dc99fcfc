import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startApplication } from '../lib/application';
import type { Part } from '../lib/parts';
import { Tally, type Promised } from '../lib/tally';
import { layCable, packetsOut, sendOne } from './network';
import { Office } from './office';
import { walkSecretary } from './secretary';
import { hostileStrings } from './strings';
import { Texts } from './texts';
import type { Visit } from '../lib/walk';
import { fillContest } from './filled/contest';
import { fillRegions } from './filled/regions';
import { fillVotes } from './filled/votes';
import { walkJuror } from './juror';
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
  const forgotten = new Tally('texts of the contract that are neither filled nor excused');
  const unseen = new Tally('contests of which no screen showed a hostile string');
  const shown = new Set<string>();
  const used = new Set<string>();
  let written = 0;
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
    const texts = new Texts(own);
    const office = new Office(join(place, 'office'), texts);
    const made = {
      ...(await fillContest(office)),
      votes: await fillVotes(new Office(join(place, 'votes'), texts)),
      regions: await fillRegions(new Office(join(place, 'regions'), texts)),
    };
    const visit =
      (look: (strings: readonly string[]) => Promise<readonly string[]>): Visit =>
      async (where) => {
        tell(`contest ${n}, ${where}`);
        halts += 1;
        for (const text of await look(own)) shown.add(text);
      };
    const stopped = (error: unknown): void => run.found(`contest ${n}: the walk could not go on: ${String(error)}`);
    const secretary = await startApplication(join(place, 'secretary'));
    const seen = watch(secretary);
    await walkSecretary(secretary, made, texts, visit(seen.look)).catch(stopped);
    await secretary.kill();
    const juror = await startApplication(join(place, 'juror'), { args: [made.ballot.path] });
    const atJuror = watch(juror);
    const target = join(place, 'answer.tscores');
    await walkJuror(juror, made.ballot, texts, target, visit(atJuror.look)).catch(stopped);
    await juror.kill();
    run.tried(texts.count);
    written += texts.count;
    for (const sign of [...atJuror.signs, ...seen.signs]) run.found(`contest ${n}: ${sign}`);
    texts.check(forgotten);
    unseen.check(shown.size > before ? null : `contest ${n}`);
  }
  if (alone) {
    packets.tried(contests * 2);
    const sent = packetsOut();
    if (sent > 0) packets.found(`${sent} packets`, sent);
    await sendOne();
    if (packetsOut() !== sent + 1) packets.found('the counter does not see a packet that was sent on purpose');
  }
  const promises = [run, forgotten, unseen, ...(alone ? [packets] : [])].map(({ promised }) => promised);
  return { texts: written, halts, shown: shown.size, strings: used.size, promises };
};
