import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BallotManifest, ReturnedBallot } from '@shared/model/ballot';
import type { JurorId, RoundId } from '@shared/model/ids';
import { newSigningKeys, type SigningKeys } from '../../../electron/exchange/keys';
import { openPackage } from '../../../electron/exchange/package';
import { writeReturned } from '../../../electron/exchange/returned';
import { setChairPassword } from '../../../electron/usecases/access';
import { closeAll } from '../../../electron/usecases/contestFile';
import type { Desk } from '../../../electron/usecases/context';
import { importBallots } from '../../../electron/usecases/importBallots';
import { issueBallots } from '../../../electron/usecases/issueBallots';
import { markAbsent } from '../../../electron/usecases/jury';
import { saveCriteria, saveRounds } from '../../../electron/usecases/setup';
import { ballotOf } from '../../unit/usecases/closedContest';
import { createContest, password, prepareRound, snapshotOf } from '../lib/contest';
import { deskIn, heavy, must, tokenOf } from '../lib/desk';
import { ballotElements, conflictKinds, contentOf, type BallotElement, type ConflictKind } from './elements';

export const chairPassword = 'төрағаның құпиясөзі';

/** One file in the inbox: its bytes as they come and the signed content in them. */
export interface InboxFile {
  readonly path: string;
  readonly received: Buffer;
  readonly content: Uint8Array;
  readonly hash: string;
  readonly ballot: ReturnedBallot;
}

/** A contest before the first of the files arrives, which can be brought back as often as it is needed. */
export interface World {
  readonly path: string;
  readonly round: RoundId;
  readonly juror: JurorId;
  /** Cards that a ballot makes, as the table of cards keeps them: `entry: [steps]`. */
  readonly cardsOf: (ballot: ReturnedBallot) => readonly string[];
  readonly file: (element: BallotElement, conflict: ConflictKind) => InboxFile;
  /** The same working copy and file as at the beginning, closed. */
  readonly reset: () => Desk;
}

/** B does not come; five others have sent theirs, so that with or without the first juror there is a quorum. */
const jurors = 7;
const others = [2, 3, 4, 5, 6];

export async function makeWorld(folder: string): Promise<World> {
  const work = join(folder, 'work');
  mkdirSync(work, { recursive: true });
  const path = join(work, 'Байқау.tarazy');
  const desk = deskIn(work);
  await createContest(desk, path);
  oneJuryRound(desk);
  must(await setChairPassword(desk, { current: { kind: 'password', text: password }, next: chairPassword }));
  prepareRound(desk, jurors);
  const { contest, jury } = snapshotOf(desk);
  const round = contest.rounds[1]?.id;
  const ids = jury.jurors.map((each) => each.id);
  const [juror, away] = ids;
  if (round === undefined || juror === undefined || away === undefined) throw new Error('no round or no jurors');
  const first = await issue(desk, join(folder, 'first'), round, ids);
  changeRules(desk, 100);
  const second = await issue(
    desk,
    join(folder, 'second'),
    round,
    ids.filter((id) => id !== away),
  );
  must(markAbsent(desk, { round, juror: away, reason: 'іссапар' }));
  const mine = found(second, juror);
  const [mineBefore, theirs] = [found(first, juror), found(first, away)];
  const to = mine.recipient;
  const [own, stranger, former] = [newSigningKeys(), newSigningKeys(), newSigningKeys()];
  for (const index of others) {
    const id = ids[index] ?? juror;
    const keys = newSigningKeys();
    const ballot = ballotOf(found(second, id), keys);
    const file = await write(join(folder, `juror-${index}.tscores`), ballot, keys, to);
    const { imports } = must(await importBallots(desk, { files: [tokenOf(desk, file.path)], task: 'import' }));
    if (imports[0]?.verdict.kind !== 'counted') throw new Error('an honest ballot does not count');
  }
  await closeAll(desk);
  const kept = join(folder, 'kept');
  cpSync(work, kept, { recursive: true, preserveTimestamps: true });

  const files = new Map<string, InboxFile>();
  for (const conflict of conflictKinds) {
    for (const element of ballotElements) {
      const file = join(folder, `${conflict}-${element}.tscores`);
      files.set(`${conflict} ${element}`, await made(file, element, conflict));
    }
  }

  async function made(file: string, element: BallotElement, conflict: ConflictKind): Promise<InboxFile> {
    if (element === 'outdated') return write(file, ballotOf(theirs, former), former, to);
    if (element === 'superseded') return write(file, ballotOf(mineBefore, former, 9, 2), former, to);
    if (element === 'foreign') {
      // Anybody can encrypt to the contest: its recipient is in every package.
      const ballot = { ...ballotOf(mine, own, 2, 1), contestId: crypto.randomUUID() as typeof mine.contest.id };
      return write(file, ballot, own, to);
    }
    if (element === 'forged') {
      const ballot = ballotOf(mine, own, 5, 4);
      const by = conflict === 'same_sequence' ? stranger : own;
      return write(file, ballot, by, to, conflict === 'same_sequence' ? null : 'other-content');
    }
    const content = contentOf(element, conflict);
    if (content === null) throw new Error(`${element} has no content`);
    const keys = content.ownComputer ? own : stranger;
    const shift = content.element === 'conflicting' ? 3 : content.sequence === 3 ? 1 : content.sequence === 4 ? 2 : 0;
    return write(file, ballotOf(mine, keys, content.sequence, shift), keys, to);
  }

  return {
    path,
    round,
    juror,
    cardsOf: (ballot) => cardsOf(mine, ballot),
    file: (element, conflict) => {
      const file = files.get(`${conflict} ${element}`);
      if (file === undefined) throw new Error(`no file for ${element}`);
      return file;
    },
    reset: () => {
      rmSync(work, { recursive: true, force: true });
      cpSync(kept, work, { recursive: true, preserveTimestamps: true });
      return deskIn(work);
    },
  };
}

/** Nothing comes after the jury round, so that a sequence can end with a seal. */
function oneJuryRound(desk: Desk): void {
  const { rounds } = snapshotOf(desk).contest;
  const drafts = rounds.slice(0, 2).map(({ id, name, rules, advance, weight }) => ({
    id,
    name,
    advance,
    weight,
    kind: rules.kind === 'technical' ? ('technical' as const) : ('jury' as const),
    scale: rules.kind === 'jury' ? rules.scale : null,
  }));
  must(saveRounds(desk, { rounds: drafts, combination: 'last_round' }));
}

/** Moves so much weight from one criterion to the next. */
export function changeRules(desk: Desk, by: number): void {
  const [category] = snapshotOf(desk).contest.categories;
  if (category === undefined) throw new Error('no category');
  const criteria = category.criteria.map(({ id, name, hint, levels, weight }, n) => ({
    id,
    name,
    hint,
    levels: [...levels],
    weight: n === 0 ? weight + by : n === 1 ? weight - by : weight,
  }));
  must(saveCriteria(desk, { category: category.id, criteria, reason: 'жаңа ереже' }));
}

async function issue(
  desk: Desk,
  folder: string,
  round: RoundId,
  ids: readonly JurorId[],
): Promise<readonly BallotManifest[]> {
  mkdirSync(folder, { recursive: true });
  const before = new Set(snapshotOf(desk).ballots.issued.map(({ code }) => code));
  must(
    await issueBallots(desk, {
      round,
      jurors: [...ids],
      dueAt: '2026-12-01T12:00:00.000Z',
      sendTo: '',
      instructions: { kk: '', ru: '', en: '' },
      reason: 'жаңа ереже',
      folder: tokenOf(desk, folder),
      task: 'issue',
    }),
  );
  const fresh = snapshotOf(desk).ballots.issued.filter(({ code }) => !before.has(code));
  return Promise.all(
    fresh.map(async ({ fileName, code }) => {
      const bytes = readFileSync(join(folder, fileName));
      return must(await openPackage(bytes, code, fileName, heavy)).manifest;
    }),
  );
}

function found(manifests: readonly BallotManifest[], juror: JurorId): BallotManifest {
  const manifest = manifests.find((each) => each.juror.id === Number(juror));
  if (manifest === undefined) throw new Error('a juror without a package');
  return manifest;
}

/** `swap`: the signature is of another content than the one it stands beside. */
async function write(
  path: string,
  ballot: ReturnedBallot,
  keys: SigningKeys,
  recipient: string,
  swap: 'other-content' | null = null,
): Promise<InboxFile> {
  const { content, hash } = writeReturned(ballot, keys.secret);
  const sent = swap === null ? content : Buffer.from(content);
  // One digit of one mark: the JSON stays whole, the signature does not fit.
  if (swap !== null) {
    const at = Buffer.from(sent).lastIndexOf('"value":') + '"value":'.length;
    sent[at] = (sent[at] ?? 0) ^ 1;
  }
  const received = Buffer.from(await heavy.ageEncryptTo(recipient, sent));
  writeFileSync(path, received);
  return { path, received, content: sent, hash, ballot };
}

function cardsOf(manifest: BallotManifest, ballot: ReturnedBallot): readonly string[] {
  return ballot.cards
    .map((card) => {
      const category = manifest.entries.find(({ id }) => id === card.entry)?.category;
      const criteria = manifest.categories.find(({ id }) => id === category)?.criteria ?? [];
      const marks = criteria.map(({ id, scale }) => {
        const value = card.marks.find(({ criterion }) => criterion === id)?.value;
        return value === undefined ? null : (value - scale.min) / scale.step;
      });
      return `${card.entry}: ${JSON.stringify(marks)}`;
    })
    .toSorted();
}
