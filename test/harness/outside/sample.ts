import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readContestKeys } from '../../../electron/db/ballots';
import * as ballot from '../../../electron/usecases/ballot/calls';
import { setChairPassword } from '../../../electron/usecases/access';
import { attach } from '../../../electron/usecases/attachments';
import { closeAll } from '../../../electron/usecases/contestFile';
import type { Desk } from '../../../electron/usecases/context';
import { importBallots } from '../../../electron/usecases/importBallots';
import { addNominee } from '../../../electron/usecases/nominees';
import { closeRound } from '../../../electron/usecases/rounds';
import { makeSeal } from '../../../electron/usecases/seal/seal';
import { writeResults } from '../../../electron/usecases/seal/write';
import { createContest, issueToAll, keepOneJuryRound, password, prepareRound, snapshotOf } from '../lib/contest';
import { deskIn, must, tokenOf } from '../lib/desk';
import { markSeries } from '../lib/markSeries';

/** One small contest, sealed, with everything that leaves it as a file, and the secrets that open each. */
export interface Sample {
  readonly contest: { readonly path: string; readonly password: string };
  readonly package: { readonly path: string; readonly code: string };
  readonly results: { readonly path: string; readonly code: string };
  /** A returned ballot, and the contest's X25519 identity, which opens it. */
  readonly ballot: string;
  readonly identity: string;
  readonly juror: string;
  readonly nominees: readonly string[];
  readonly ballots: number;
  /** Bytes of a file that was attached to a nominee. */
  readonly attachment: Buffer;
}

const chairPassword = 'төрағаның құпиясөзі';

/** Everything by the application's use cases, at the cheapest costs that a reader accepts. */
export async function makeSample(folder: string): Promise<Sample> {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'Байқау.tarazy');
  const desk = deskIn(join(folder, 'secretary'));
  await createContest(desk, path);
  keepOneJuryRound(desk);
  must(await setChairPassword(desk, { current: { kind: 'password', text: password }, next: chairPassword }));
  const attachment = Buffer.from(`%PDF-1.7\n${'мінездеме '.repeat(20)}\n%%EOF\n`);
  const file = join(folder, 'мінездеме.pdf');
  writeFileSync(file, attachment);
  const category = snapshotOf(desk).contest.categories[0]?.id ?? null;
  must(addNominee(desk, { name: 'Серікова Дана', kind: 'person', category, fields: { consent: '2026-11-01' } }));
  const nominee = snapshotOf(desk).people.nominees[0]?.id;
  if (nominee === undefined) throw new Error('no nominee');
  must(await attach(desk, { nominee, files: [tokenOf(desk, file)] }));
  prepareRound(desk, 3);
  const round = snapshotOf(desk).contest.rounds[1]?.id;
  if (round === undefined) throw new Error('no round');
  const jurors = await issueToAll(desk, join(folder, 'packages'));
  const sent: string[] = [];
  for (const [n, { path: from, code }] of jurors.entries()) {
    const to = join(folder, `${n + 1}.tscores`);
    await answer(deskIn(join(folder, `juror-${n}`)), from, code, to, n);
    sent.push(to);
    must(await importBallots(desk, { files: [tokenOf(desk, to)], task: 'import' }));
  }
  must(closeRound(desk, { round }));
  must(await makeSeal(desk, { secretary: password, chair: chairPassword }));
  const results = join(folder, 'Нәтиже.tresults');
  const { code } = must(await writeResults(desk, { file: tokenOf(desk, results), task: 'results' }));
  if (desk.contest === null) throw new Error('no contest');
  const { identity } = readContestKeys(desk.contest.db);
  const { people, jury } = snapshotOf(desk);
  await closeAll(desk);
  const [first] = jurors;
  const [ballotPath] = sent;
  if (first === undefined || ballotPath === undefined) throw new Error('no jurors');
  return {
    contest: { path, password },
    package: { path: first.path, code: first.code },
    results: { path: results, code },
    ballot: ballotPath,
    identity,
    juror: jury.jurors[0]?.name ?? '',
    nominees: people.nominees.map(({ name }) => name),
    ballots: sent.length,
    attachment: readFileSync(file),
  };
}

/** A juror marks every cell and submits. */
async function answer(desk: Desk, from: string, code: string, to: string, shift: number): Promise<void> {
  mkdirSync(desk.dataDir, { recursive: true });
  const opened = must(await ballot.open(desk, { from: { kind: 'file', file: tokenOf(desk, from) }, code }));
  if (desk.ballot === null) throw new Error('no ballot');
  const series = markSeries(desk.ballot.manifest);
  const cells = opened.cards.length * (desk.ballot.manifest.categories[0]?.criteria.length ?? 0);
  for (let n = 0; n < cells; n += 1) must(ballot.mark(desk, series.nth(n + shift * cells)));
  must(await ballot.submit(desk, { to: tokenOf(desk, to), allowIncomplete: true }));
  await closeAll(desk);
}
