import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { BallotDelta, BallotSnapshot } from '@shared/model/ballotSession';
import type { CriterionId, EntryId, FileToken, JurorId, PackageId, RoundId } from '@shared/model/ids';
import type { Snapshot, VaultState } from '@shared/model/snapshot';
import { fail, ok, type Result } from '@shared/result';
import { useOpenDialogs } from '../../../renderer/components/Dialog';
import { useBallot } from '../../../renderer/stores/ballot';
import { useContest } from '../../../renderer/stores/contest';
import { arrive, useSession, type Incoming } from '../../../renderer/stores/session';
import { closeAll } from '../../../electron/usecases/contestFile';
import { createDemo } from '../../../electron/usecases/demo';
import { must, testDesk } from '../usecases/testDesk';
import { installBridge } from './bridgeDouble';

describe('the contest store', () => {
  let snapshot: Snapshot;
  let vault: VaultState;
  beforeAll(async () => {
    const desk = testDesk();
    ({ snapshot, vault } = must(await createDemo(desk, { task: 'demo' })));
    await closeAll(desk);
  });
  beforeEach(() => {
    useContest.getState().load({ snapshot, vault });
    useSession.getState().showFailure(null);
  });

  test('replaces the slices that an answer brings, whole, and leaves the others as they were', async () => {
    const jury = { jurors: snapshot.jury.jurors.slice(1), seats: [] };
    installBridge({ 'jury.remove': () => ok({ jury }) });
    await useContest.getState().run('jury.remove', { id: 1 as JurorId });
    const now = useContest.getState().snapshot;
    expect(now?.jury).toBe(jury);
    expect(now?.people).toBe(snapshot.people);
  });

  test('shows a failure and changes nothing', async () => {
    installBridge({ 'round.close': () => fail({ code: 'round-hindered', count: 2 }) });
    const result = await useContest.getState().run('round.close', { round: 3 as RoundId });
    expect(result.ok).toBe(false);
    expect(useSession.getState().failure).toEqual({ code: 'round-hindered', count: 2 });
    expect(useContest.getState().snapshot).toBe(snapshot);
  });
});

const incoming = (kind: Incoming['kind'], token: string): Incoming => ({
  kind,
  from: { kind: 'file', file: { token: token as FileToken, name: token, folderName: '' } },
});

describe('files that arrive', () => {
  const waiting = () =>
    useSession.getState().offered.flatMap(({ from }) => (from.kind === 'file' ? from.file.name : []));
  beforeEach(() => useSession.setState({ screen: { name: 'start' }, offered: [] }));
  afterEach(() => {
    useSession.setState({ screen: { name: 'start' }, offered: [] });
    useOpenDialogs.setState({ count: 0 });
  });

  test('one that waits to be opened waits on when another one comes, and once however often it comes', () => {
    const ballotFile = incoming('ballot', 'ballot');
    useSession.setState({ screen: { name: 'contest', place: 'overview', focus: {} } });
    arrive([ballotFile]);
    arrive([incoming('spreadsheet', 'list')]);
    expect(useSession.getState()).toMatchObject({ screen: { place: 'nominees' }, offered: [ballotFile] });
    arrive([incoming('ballot', 'ballot'), incoming('results', 'results')]);
    expect(waiting()).toEqual(['ballot', 'results']);
  });

  test('the newest opens, and the others stay on offer wherever one goes until each is taken', () => {
    arrive([incoming('contest', 'one'), incoming('ballot', 'two'), incoming('returned-ballot', 'three')]);
    expect(useSession.getState().screen).toMatchObject({ name: 'open' });
    expect(waiting()).toEqual(['three', 'two']);
    useSession.getState().go({ name: 'contest', place: 'overview', focus: {} });
    // What belongs into the contest has gone into it; the other one is not forgotten.
    expect(useSession.getState().screen).toMatchObject({ place: 'ballots' });
    expect(waiting()).toEqual(['two']);
    useSession.getState().go({ name: 'start' });
    expect(waiting()).toEqual(['two']);
    arrive(useSession.getState().offered);
    expect(useSession.getState().screen).toMatchObject({ name: 'ballotOpen' });
    expect(waiting()).toEqual([]);
    // Nobody has typed its code yet.
    arrive([incoming('results', 'four')]);
    expect(useSession.getState().screen).toMatchObject({ name: 'resultsOpen' });
    expect(waiting()).toEqual(['two']);
    arrive([incoming('returned-ballot', 'five'), incoming('results', 'four')]);
    expect(waiting()).toEqual(['five', 'two']);
  });

  test('none takes an open question away: it waits until that is answered', () => {
    const screen = { name: 'contest', place: 'seal', focus: {} } as const;
    useSession.setState({ screen });
    useOpenDialogs.setState({ count: 1 });
    arrive([incoming('returned-ballot', 'sheet'), incoming('ballot', 'ballot')]);
    expect(useSession.getState().screen).toEqual(screen);
    expect(waiting()).toEqual(['sheet', 'ballot']);
  });
});

const entry = 7 as EntryId;
const criterion = 3 as CriterionId;
const text = (s: string) => ({ kk: s, ru: s, en: s });

const ballot: BallotSnapshot = {
  packageId: '0c9cbe51-7a4f-4f0e-9c0a-6b6a0e7a2f11' as PackageId,
  revision: 1,
  previous: null,
  carried: null,
  contest: { title: text('Байқау'), edition: '2026' },
  round: { name: text('Финал') },
  juror: { number: 1, name: 'Ли Виктор', chair: false },
  categories: [
    {
      id: 1,
      name: text('Үздік студент'),
      criteria: [
        { id: 3, name: text('Ғылым'), hint: text(''), levels: [], weight: 10_000, scale: { min: 0, max: 10, step: 1 } },
      ],
    },
  ],
  attachments: [],
  entries: [{ id: 7, category: 1, number: 1, name: 'Әсел', materials: [] }],
  instructions: text(''),
  dueAt: '2026-12-01T12:00:00.000Z',
  sendTo: '',
  cards: [{ entry, marks: {}, comment: '', recusal: null, state: 'blank' }],
  progress: { scored: 0, recused: 0, total: 1, missing: 1 },
  submitted: null,
  editable: true,
  canUndo: false,
  canRedo: false,
  savedAt: null,
  place: { entry, criterion },
};

const delta = (value: number): BallotDelta => ({
  card: { entry, marks: { 3: value }, comment: '', recusal: null, state: 'complete' },
  criterion,
  progress: { scored: 1, recused: 0, total: 1, missing: 0 },
  canUndo: true,
  canRedo: false,
  savedAt: '2026-11-22T14:32:00.000Z',
});

/** Lets everything that is ready to run, run. */
const settle = () => new Promise((done) => setImmediate(done));

describe('the ballot store', () => {
  const markOf = () => useBallot.getState().cards.get(entry)?.marks[criterion];

  test('marks go out one after another, however fast they are typed', async () => {
    const open: ((result: Result<BallotDelta>) => void)[] = [];
    const { calls } = installBridge({
      'ballot.mark': () => new Promise((answer) => open.push(answer)),
      'ballot.setPlace': () => ok(null),
    });
    useBallot.getState().load(ballot);
    useBallot.getState().mark(entry, criterion, 1);
    useBallot.getState().mark(entry, criterion, 10);
    await settle();
    expect(calls).toEqual(['ballot.mark']);
    expect(useBallot.getState().asked.get(`${entry}:${criterion}`)?.value).toBe(10);
    open[0]?.(ok(delta(1)));
    await settle();
    expect(calls).toEqual(['ballot.mark', 'ballot.mark']);
    open[1]?.(ok(delta(10)));
    await settle();
    expect(markOf()).toBe(10);
    expect(useBallot.getState().asked.size).toBe(0);
  });

  test('the way on counts marks that are still on their way, and their loss brings it back', async () => {
    const open: ((result: Result<BallotDelta>) => void)[] = [];
    installBridge({
      'ballot.mark': () => new Promise((answer) => open.push(answer)),
      'ballot.setPlace': () => ok(null),
    });
    useBallot.getState().load(ballot);
    expect(useBallot.getState().goToNextOpen()).toBe(true);
    useBallot.getState().mark(entry, criterion, 5);
    expect(useBallot.getState().goToNextOpen()).toBe(false);
    await settle();
    open[0]?.(fail({ code: 'disk-full', file: 'b' }));
    await settle();
    expect(useBallot.getState().goToNextOpen()).toBe(true);
  });

  test('a mark that was not saved is not shown as given, and the failure is', async () => {
    installBridge({ 'ballot.mark': () => fail({ code: 'disk-full', file: 'b' }), 'ballot.setPlace': () => ok(null) });
    useBallot.getState().load(ballot);
    useBallot.getState().mark(entry, criterion, 5);
    await settle();
    expect(markOf()).toBeUndefined();
    expect(useBallot.getState()).toMatchObject({ unsaved: true, waiting: 0 });
    expect(useSession.getState().failure).toEqual({ code: 'disk-full', file: 'b' });
  });
});
