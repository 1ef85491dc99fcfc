import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { contract, type CallName } from '@shared/ipc/contract';
import type { Launched } from '../../e2e/support/launched';
import { startApplication } from '../lib/application';
import type { Job, Outcome } from '../lib/harness';
import { Tally } from '../lib/tally';
import { fuses } from './fuses';
import { exotic, send, sendBare } from './inputs';
import { malformedInputs, uncapped } from './malformed';
import { knockFromFrames, knockFromOtherWindows } from './senders';
import { sample, shapeOf } from './shape';
import { changes, stateOf } from './state';

const names = Object.keys(contract) as CallName[];
const dropChannels = ['files:dropped', 'files:droppedOnNominee'];
const dropped = z.array(z.string().max(4096)).max(500);

export async function tryChannels(job: Job): Promise<Outcome> {
  const folder = join(job.folder, 'file');
  const userData = join(job.folder, 'profile');
  mkdirSync(folder);
  const tarazy = await startApplication(userData);
  const strangers = new Tally('calls from a wrong sender that were answered');
  const accepted = new Tally('malformed inputs that were not refused as malformed');
  const unbounded = new Tally('texts and lists of the contract without a cap');
  const changed = new Tally('files of the contest or the profile that were changed');
  const crashed = new Tally('processes that did not live on');
  const figures: string[] = [];
  try {
    await makeContest(tarazy, join(folder, 'Байқау.tarazy'));
    const before = stateOf(folder, userData);

    const calls = names.map((name) => ({ channel: `call:${name}`, input: goodInput(name) }));
    const knocks = [...calls, ...dropChannels.map((channel) => ({ channel, input: [] }))];
    const answers = [...(await knockFromOtherWindows(tarazy, knocks)), ...(await knockFromFrames(tarazy, knocks))];
    for (const { sender, channel, answer } of answers)
      strangers.check(/refused/.test(answer) ? null : `${channel} from ${sender}: ${answer.slice(0, 100)}`);
    figures.push(`${knocks.length} channels, ${new Set(answers.map(({ sender }) => sender)).size} wrong senders`);

    for (const name of names) {
      const shape = shapeOf(contract[name].input);
      for (const at of uncapped(shape)) unbounded.found(`${name}: ${at}`);
      unbounded.tried();
      const inputs = [...malformedInputs(shape)];
      const given = [
        ...(await send(tarazy, name, inputs)),
        ...(await exotic(tarazy, name, goodInput(name), (shape.required ?? []).length > 0)),
      ];
      for (const { how, answer } of given) accepted.check(isRefused(answer) ? null : `${name}, ${how}: ${answer}`);
    }
    const drops = malformedInputs(shapeOf(dropped));
    const bare = await sendBare(tarazy, [
      ...dropChannels.flatMap((channel) => drops.map(({ how, value }) => ({ channel, how, args: [value] }))),
      ...knocks.flatMap(({ channel, input }) => [
        { channel, how: 'nothing at all', args: [] },
        { channel, how: 'two inputs', args: [input, input] },
      ]),
    ]);
    for (const { how, answer } of bare) accepted.check(isRefused(answer) ? null : `${how}: ${answer}`);
    const asked = await sendBare(
      tarazy,
      drops.map(({ how, value }) => ({ channel: 'answering', how, args: [value] })),
    );
    for (const { how, answer } of asked)
      accepted.check(answer === 'answered nothing' ? null : `answering, ${how}: ${answer}`);

    const after = stateOf(folder, userData);
    changed.tried(Object.keys(after).length);
    for (const path of changes(before, after)) changed.found(path);
    const alive = await tarazy.page.evaluate(() => window.tarazy.call('log.read', {}));
    crashed.check(alive.ok ? null : `the desk answers ${alive.failure.code}`);
    // What sees no change must be able to see one.
    await tarazy.page.evaluate(() =>
      window.tarazy.call('jury.save', { id: null, name: 'Қазы', title: '', contact: '', chair: false }),
    );
    if (changes(after, stateOf(folder, userData)).length === 0) changed.found('a real change was not seen');
  } catch (error) {
    crashed.check(String(error));
  } finally {
    await tarazy.kill();
  }
  const shipped = await fuses();
  figures.push(...shipped.figures);
  const promises = [strangers, accepted, unbounded, changed, crashed].map(({ promised }) => promised);
  return { figures, promises: [...promises, ...shipped.promises], skipped: shipped.skipped };
}

const isRefused = (answer: string): boolean => answer === 'invalid' || answer.startsWith('not sent: ');

/** One that the schema takes: made up wrongly, it would be refused for another reason than the one that is tried. */
function goodInput(name: CallName): unknown {
  const input = sample(shapeOf(contract[name].input));
  const parsed = contract[name].input.safeParse(input);
  if (!parsed.success) throw new Error(`no good input for ${name}: ${parsed.error.message}`);
  return input;
}

async function makeContest(tarazy: Launched, path: string): Promise<void> {
  await tarazy.answerSave(path);
  const made = await tarazy.page.evaluate(async () => {
    const { tarazy: door } = window;
    const file = await door.call('files.pickSave', { kind: 'contest', suggestedName: 'x' });
    const head = await door.call('contest.templateHead', { template: 'jana-beles' });
    if (!file.ok || file.value === null || !head.ok) return 'no file';
    const { token } = file.value;
    const created = await door.call('contest.create', {
      template: 'jana-beles',
      head: { ...head.value.head, edition: '2026' },
      file: token,
      password: 'ұзын құпиясөз',
    });
    return created.ok ? null : created.failure.code;
  });
  if (made !== null) throw new Error(made);
}
