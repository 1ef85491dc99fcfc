import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { decryptWithPassphrase } from '../../../electron/exchange/age';
import { newSigningKeys } from '../../../electron/exchange/keys';
import { closeAll } from '../../../electron/usecases/contestFile';
import { reopenRound } from '../../../electron/usecases/rounds';
import { readBallots } from '../../../electron/usecases/scoring';
import { makeSeal } from '../../../electron/usecases/seal/seal';
import { writeResults } from '../../../electron/usecases/seal/write';
import { getStanding } from '../../../electron/usecases/standing';
import { verifyContent } from '../../../scripts/verifier/verify';
import { ballotOf, closedContest, dbOf, passwords, returnBallot, type SentBallot } from './closedContest';
import { must, snapshotOf, testDesk, type TestDesk } from './testDesk';

// A ballot that comes when its round is closed is kept and changes nothing: neither by counting nor by a conflict.

let desk: TestDesk;
let final: SentBallot;
beforeEach(async () => {
  desk = testDesk();
  const { sent } = await closedContest(desk);
  const last = roundOf();
  const mine = sent.find(({ manifest }) => manifest.round.id === last);
  if (!mine) throw new Error('nobody was in the final');
  final = mine;
});
afterEach(() => closeAll(desk));

const standing = () => {
  const { rounds, categories } = snapshotOf(desk).contest;
  const [round, category] = [rounds.at(-1)?.id, categories[0]?.id];
  if (round === undefined || category === undefined) throw new Error('nothing to rank');
  return must(getStanding(desk, { round, category }));
};
const outcome = () =>
  readBallots(dbOf(desk)).find(
    ({ round, juror }) => round === final.manifest.round.id && juror === final.manifest.juror.id,
  )?.outcome;
const roundOf = () => {
  const last = snapshotOf(desk).contest.rounds.at(-1)?.id;
  if (last === undefined) throw new Error('no round');
  return last;
};
const stranger = newSigningKeys();
const sendOther = () => returnBallot(desk, ballotOf(final.manifest, stranger, 1, 3), stranger);
const sendNewer = () => returnBallot(desk, ballotOf(final.manifest, final.keys, 7, 3), final.keys);

test('neither another computer nor a higher number changes what was closed', async () => {
  const [before, counted] = [standing(), outcome()];
  expect((await sendOther()).verdict).toEqual({ kind: 'kept_as_evidence' });
  expect((await sendNewer()).verdict).toEqual({ kind: 'kept_as_evidence' });
  expect(standing()).toEqual(before);
  expect(outcome()).toEqual(counted);
});

test('nor does a clock that was set back', async () => {
  const counted = outcome();
  const yesterday = { ...desk, now: () => new Date(Date.now() - 86_400_000) };
  expect((await returnBallot(yesterday, ballotOf(final.manifest, stranger, 1, 3), stranger)).verdict.kind).toBe(
    'kept_as_evidence',
  );
  expect(outcome()).toEqual(counted);
});

test('when the round is reopened it is one of the set', async () => {
  await sendNewer();
  must(reopenRound(desk, { round: roundOf(), reason: 'кешіккен парақ' }));
  expect(outcome()).toMatchObject({ conflict: null, gaps: [2, 3, 4, 5, 6] });
  expect((await sendOther()).verdict).toEqual({ kind: 'conflict', reason: 'other_computer' });
});

test('the seal after it holds before the verifier', async () => {
  await sendOther();
  must(await makeSeal(desk, passwords));
  const path = join(desk.folder, 'Нәтиже.tresults');
  const { code } = must(await writeResults(desk, { file: desk.files.grant(path).token, task: 'results' }));
  const content = await decryptWithPassphrase({ bytes: new Uint8Array(readFileSync(path)), passphrase: code });
  if (!(content instanceof Uint8Array)) throw new Error('the file does not open with its code');
  expect(verifyContent(content, null).finding.problems).toEqual([]);
});
