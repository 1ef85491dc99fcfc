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
  /** How many strings there are, each in every kind of field that there are several of. */
  readonly perContest: number;
  /** Which contest it is: each takes others of the strings. */
  readonly number: number;
  /** Whether this process is alone in a network of its own. */
  readonly alone: boolean;
}

export interface ScriptsAnswer {
  readonly texts: number;
  readonly halts: number;
  readonly strings: readonly string[];
  /** Those that were seen. */
  readonly shown: readonly string[];
  readonly promises: readonly Promised[];
}

export const part: Part = async (input, tell): Promise<ScriptsAnswer> => {
  const { folder, perContest, number, alone } = input as ScriptsInput;
  if (alone) layCable();
  const run = new Tally('strings that became a script, markup, an address or a request');
  const packets = new Tally('packets that left the computer');
  const forgotten = new Tally('texts of the contract that are neither filled nor excused');
  const unseen = new Tally('contests of which no screen showed a hostile string');
  const shown = new Set<string>();
  let halts = 0;
  // From all over the list, each once: neighbours there are the same deed in other disguises.
  const strings = Array.from(
    { length: perContest },
    (_, k) => hostileStrings[(number + k * stride) % hostileStrings.length] ?? '',
  );
  mkdirSync(folder, { recursive: true });
  tell(`contest ${number}`);
  const texts = new Texts(strings);
  const made = {
    ...(await fillContest(new Office(join(folder, 'office'), texts))),
    votes: await fillVotes(new Office(join(folder, 'votes'), texts)),
    regions: await fillRegions(new Office(join(folder, 'regions'), texts)),
  };
  const visit =
    (look: (strings: readonly string[]) => Promise<readonly string[]>): Visit =>
    async (where) => {
      tell(`contest ${number}, ${where}`);
      halts += 1;
      for (const text of await look(strings)) shown.add(text);
    };
  const stopped = (error: unknown): void => run.found(`contest ${number}: the walk could not go on: ${String(error)}`);
  const secretary = await startApplication(join(folder, 'secretary'));
  const seen = watch(secretary);
  await walkSecretary(secretary, made, texts, visit(seen.look)).catch(stopped);
  await secretary.kill();
  const juror = await startApplication(join(folder, 'juror'), { args: [made.ballot.path] });
  const atJuror = watch(juror);
  await walkJuror(juror, made.ballot, texts, join(folder, 'answer.tscores'), visit(atJuror.look)).catch(stopped);
  await juror.kill();
  run.tried(texts.count);
  for (const sign of [...atJuror.signs, ...seen.signs]) run.found(`contest ${number}: ${sign}`);
  texts.check(forgotten);
  unseen.check(shown.size > 0 ? null : `contest ${number}`);
  if (alone) {
    packets.tried(2);
    const sent = packetsOut();
    if (sent > 0) packets.found(`${sent} packets`, sent);
    await sendOne();
    if (packetsOut() !== sent + 1) packets.found('the counter does not see a packet that was sent on purpose');
  }
  const promises = [run, forgotten, unseen, ...(alone ? [packets] : [])].map(({ promised }) => promised);
  return { texts: texts.count, halts, strings, shown: [...shown], promises };
};
