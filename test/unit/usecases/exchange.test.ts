import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ReturnedBallot } from '@shared/model/ballot';
import { writeReturned } from '../../../electron/exchange/returned';
import { ballotDifference } from '../../../electron/usecases/ballotDifference';
import { closeAll } from '../../../electron/usecases/contestFile';
import { importBallots, previewBallots } from '../../../electron/usecases/importBallots';
import { markPresent, replaceJuror } from '../../../electron/usecases/jury';
import { withdraw } from '../../../electron/usecases/nominees';
import { getStanding } from '../../../electron/usecases/standing';
import { ballotOf, dbOf, returnBallot, type SentBallot } from './closedContest';
import { issueTo, runningRound, type RunningRound } from './runningRound';
import { must, snapshotOf, testDesk, type TestDesk } from './testDesk';

let desk: TestDesk;
let running: RunningRound;
let sent: SentBallot;
beforeEach(async () => {
  desk = testDesk();
  running = await runningRound(desk);
  sent = issueTo(desk, running.round, chair());
});
afterEach(() => closeAll(desk));

function chair() {
  const [first] = running.jurors;
  if (first === undefined) throw new Error('no juror');
  return first;
}
const send = (sequence = 1, shift = 0, { manifest, keys } = sent) =>
  returnBallot(desk, ballotOf(manifest, keys, sequence, shift), keys);
const total = () => {
  const [category] = snapshotOf(desk).contest.categories;
  if (!category) throw new Error('no category');
  return must(getStanding(desk, { round: running.round, category: category.id })).rows[0]?.total ?? null;
};

/** The file that a juror would send. */
async function fileOf(ballot: ReturnedBallot): Promise<string> {
  const recipient = dbOf(desk).prepare<[], { recipient: string }>('select recipient from contest_key').get();
  const path = join(desk.folder, `парақ ${ballot.sequence}.tscores`);
  const { content } = writeReturned(ballot, sent.keys.secret);
  writeFileSync(path, await desk.heavy.ageEncryptTo(recipient?.recipient ?? '', content));
  return path;
}

describe('a correction', () => {
  test('is told before it is imported, and nothing is written by telling it', async () => {
    await send();
    const files = [desk.files.grant(await fileOf(ballotOf(sent.manifest, sent.keys, 2, 1))).token];
    const everything = () => JSON.stringify(snapshotOf(desk));
    const before = everything();
    const preview = must(await previewBallots(desk, { files, task: 'look' }));
    expect(everything()).toBe(before);
    const { imports } = must(await importBallots(desk, { files, task: 'import' }));
    expect(preview.imports).toEqual(imports);
    expect(imports[0]?.change).toMatchObject({ before: { sequence: 1 }, after: { sequence: 2 } });
    expect(imports[0]?.change?.cells[0]).toMatchObject({ kind: 'mark', before: 9, after: 8 });
    const [sheet] = snapshotOf(desk).ballots.issued;
    if (!sheet?.counted || !sheet.previous) throw new Error('nothing to compare');
    const { previous, counted } = sheet;
    expect(must(ballotDifference(desk, { before: previous, after: counted }))).toEqual(imports[0]?.change);
  });

  test('is not compared with what somebody else sent', async () => {
    await send();
    const [, second] = running.jurors;
    if (second === undefined) throw new Error('no second juror');
    const other = issueTo(desk, running.round, second);
    await send(1, 0, other);
    const [before, after] = snapshotOf(desk).ballots.issued.map((b) => b.counted ?? '');
    expect(ballotDifference(desk, { before: before ?? '', after: after ?? '' }).ok).toBe(false);
  });
});

describe('after the ballots are out', () => {
  test('the ballot of a replaced juror is kept, and counts when the replacement is taken back', async () => {
    const [, second] = running.jurors;
    if (second === undefined) throw new Error('no second juror');
    must(replaceJuror(desk, { round: running.round, juror: chair(), by: second, reason: 'ауырып қалды' }));
    expect((await send()).verdict).toEqual({ kind: 'not_taking_part', state: 'replaced' });
    expect(total()).toBeNull();
    must(markPresent(desk, { round: running.round, juror: chair() }));
    expect(total()).not.toBeNull();
  });

  test('marks of a nominee withdrawn since are named, and the nominee is in no ranking', async () => {
    const [nominee] = snapshotOf(desk).people.nominees;
    if (!nominee) throw new Error('no nominee');
    must(withdraw(desk, { id: nominee.id, reason: 'өтініші бойынша' }));
    expect(await send()).toMatchObject({ verdict: { kind: 'counted' }, withdrawn: [nominee.number] });
    const [category] = snapshotOf(desk).contest.categories;
    const rows = category && must(getStanding(desk, { round: running.round, category: category.id })).rows;
    expect(rows?.map((r) => r.number)).not.toContain(nominee.number);
  });
});
