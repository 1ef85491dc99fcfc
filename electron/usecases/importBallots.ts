import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { ballotDifferences } from '@shared/domain/ballotSet';
import { criteriaOf } from '@shared/domain/rubric';
import type { InputOf, OutputOf } from '@shared/ipc/contract';
import { ballotManifest, type BallotVerdict, type ReturnedCard } from '@shared/model/ballot';
import type { Card, Marks } from '@shared/model/card';
import type { Contest } from '@shared/model/contest';
import type { BallotImport } from '@shared/model/snapshot';
import type { JurorId, PackageId, RoundId } from '@shared/model/ids';
import { fail, ok, type Result } from '@shared/result';
import {
  insertReturned,
  readContent,
  readContestKeys,
  readManifest,
  readPackages,
  readReturned,
  writeChoice,
} from '../db/ballots';
import { replaceCards } from '../db/cards';
import { readContest } from '../db/contest';
import { readJurors } from '../db/jury';
import { appendLog } from '../db/log';
import { readEntries } from '../db/nominees';
import type { Db } from '../db/open';
import { rulesHash } from '../exchange/hashes';
import { maxBallotBytes, openReturned } from '../exchange/returned';
import { issuedPackage, judgeBallot, readBallot, type AcceptedBallot, type ImportRules } from '../exchange/verdict';
import { attempt } from '../vault/fsFailure';
import { changeGiving } from './change';
import { openContestOf, pathOf, type Desk } from './context';
import { ballotCategories } from './issueBallots';
import { publishNow } from './publishing';
import { readBallots } from './scoring';

/**
 * Imports returned ballots, each in a transaction of its own: one bad file among many stops nothing. A genuine ballot
 * is stored verbatim whatever comes of it; the cards that count are computed again from the set.
 */
export async function importBallots(
  desk: Desk,
  input: InputOf<'ballots.import'>,
): Promise<Result<OutputOf<'ballots.import'>>> {
  const session = openContestOf(desk);
  if (!session.ok) return session;
  const { identity } = readContestKeys(session.value.db);
  const imports: BallotImport[] = [];
  const total = input.files.length;
  const done = await desk.tasks.run(input.task, async (signal): Promise<Result<null>> => {
    for (const token of input.files) {
      desk.emit('task', { task: input.task, done: imports.length, total });
      if (signal.aborted) return imports.length === 0 ? fail({ code: 'cancelled' }) : ok(null);
      const path = pathOf(desk, token);
      if (!path.ok) return path;
      const bytes = await attempt(path.value, () => readCapped(path.value));
      if (!bytes.ok) return imports.length === 0 ? bytes : ok(null);
      const content = await openReturned(bytes.value, identity, desk.heavy);
      const fileName = basename(path.value);
      const imported = content.ok
        ? storeReturned(desk, fileName, bytes.value, content.value)
        : ok<BallotImport>({
            fileName,
            juror: null,
            receipt: null,
            verdict: { kind: 'refused', reason: content.failure },
          });
      if (!imported.ok) return imported;
      imports.push(imported.value);
    }
    return ok(null);
  });
  desk.emit('task', { task: input.task, done: total, total });
  if (!done.ok) return done;
  const fresh = changeGiving(desk, ['ballots'], () => ok(null));
  if (!fresh.ok) return fresh;
  publishNow(desk);
  return ok({ ...fresh.value.slices, imports });
}

/** Reads no more than a ballot can have: what is longer is no ballot and is refused by its length. */
async function readCapped(path: string): Promise<Uint8Array> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    const buffer = Buffer.alloc(Math.min(size, maxBallotBytes + 1));
    let at = 0;
    while (at < buffer.length) {
      const { bytesRead } = await handle.read(buffer, at, buffer.length - at, at);
      if (bytesRead === 0) break;
      at += bytesRead;
    }
    return new Uint8Array(buffer.subarray(0, at));
  } finally {
    await handle.close();
  }
}

/** `received`: the file as it came; `content`: what it decrypts to. */
export function storeReturned(
  desk: Desk,
  fileName: string,
  received: Uint8Array,
  content: Uint8Array,
): Result<BallotImport> {
  const done = changeGiving(desk, [], (db, at): Result<BallotImport> => {
    const judged = judgeBallot(content, importRules(db));
    if (!judged.ok) {
      const { reason, jurorId } = judged.failure;
      appendLog(db, at, 'ballot_refused', { file: fileName, name: nameOf(db, jurorId), reason });
      return ok({ fileName, juror: jurorId, receipt: null, verdict: { kind: 'refused', reason } });
    }
    const ballot = judged.value;
    const verdict = take(db, at, fileName, ballot, received, content);
    appendLog(db, at, 'ballot_imported', {
      name: nameOf(db, ballot.jurorId),
      receipt: ballot.receipt,
      sequence: String(ballot.sequence),
      verdict: verdict.kind,
    });
    return ok({ fileName, juror: ballot.jurorId, receipt: ballot.receipt, verdict });
  });
  return done.ok ? ok(done.value.value) : done;
}

const nameOf = (db: Db, juror: JurorId | null): string => readJurors(db).find((j) => j.id === juror)?.name ?? '';

function take(
  db: Db,
  at: string,
  fileName: string,
  ballot: AcceptedBallot,
  received: Uint8Array,
  content: Uint8Array,
): BallotVerdict {
  if (readReturned(db).some((r) => r.hash === ballot.hash)) return { kind: 'already_imported' };
  const before = countedOf(db, ballot.roundId, ballot.jurorId);
  insertReturned(
    db,
    {
      hash: ballot.hash,
      package: ballot.packageId,
      round: ballot.roundId,
      juror: ballot.jurorId,
      jurorKey: ballot.jurorKey,
      sequence: ballot.sequence,
      submittedAt: ballot.submittedAt,
      receivedAt: at,
      fileName,
    },
    received,
    content,
  );
  // A closed round no longer changes: what arrives later is evidence only.
  if (readContest(db).rounds.find((r) => r.id === ballot.roundId)?.status === 'closed')
    return { kind: 'kept_as_evidence' };
  recount(db, ballot.roundId, ballot.jurorId);
  const after = readBallots(db).find((b) => b.round === ballot.roundId && b.juror === ballot.jurorId);
  if (after?.outcome.conflict) return { kind: 'conflict', reason: after.outcome.conflict };
  const counted = after?.returned.find((r) => r.hash === after.outcome.counted);
  if (counted && counted.hash !== ballot.hash) return { kind: 'older_kept', countedSequence: counted.sequence };
  return {
    kind: 'counted',
    replacedSequence: before?.sequence ?? null,
    changedCells: before ? ballotDifferences(before.cards, ballot.returned).length : 0,
  };
}

interface Counted {
  readonly sequence: number;
  readonly cards: readonly ReturnedCard[];
}

function countedOf(db: Db, round: RoundId, juror: JurorId): Counted | null {
  const mine = readBallots(db).find((b) => b.round === round && b.juror === juror);
  const counted = mine?.returned.find((r) => r.hash === mine.outcome.counted);
  const content = counted && readContent(db, counted.hash);
  if (!counted || !content) return null;
  const read = readBallot(content);
  if (!read.ok) throw new Error('a stored ballot can no longer be read');
  return { sequence: counted.sequence, cards: read.value.ballot.cards };
}

/** Writes the cards of whichever ballot of this juror counts now; none where there is a conflict or no ballot. */
export function recount(db: Db, round: RoundId, juror: JurorId): void {
  const mine = readBallots(db).find((b) => b.round === round && b.juror === juror);
  const content = mine?.outcome.counted ? readContent(db, mine.outcome.counted) : undefined;
  if (!content) {
    replaceCards(db, round, juror, []);
    return;
  }
  const judged = judgeBallot(content, importRules(db));
  if (!judged.ok) throw new Error(`a counted ballot is no longer accepted: ${judged.failure.reason}`);
  replaceCards(db, round, juror, cardsOf(db, judged.value));
}

/** Marks in the order of the criteria's slots, as the card table keeps them. */
function cardsOf(db: Db, ballot: AcceptedBallot): readonly Card[] {
  const contest = readContest(db);
  const slotsOf = slotTable(contest, ballot.roundId);
  const categoryOf = new Map(readEntries(db).map((e) => [e.id, e.category]));
  return ballot.cards.map((card) => {
    const slots = slotsOf.get(categoryOf.get(card.entry) ?? 0) ?? new Map<number, number>();
    const marks: (number | null)[] = Array.from(
      { length: Math.max(0, ...[...slots.values()].map((s) => s + 1)) },
      () => null,
    );
    for (const { criterion, step } of card.marks) {
      const slot = slots.get(criterion);
      if (slot === undefined) throw new Error('an accepted card names an unknown criterion');
      marks[slot] = step;
    }
    return {
      entry: card.entry,
      juror: ballot.jurorId,
      marks: marks satisfies Marks,
      comment: card.comment,
      recusal: card.recusal,
    };
  });
}

function slotTable(contest: Contest, round: RoundId): ReadonlyMap<number, ReadonlyMap<number, number>> {
  const r = contest.rounds.find((x) => x.id === round);
  if (!r) throw new Error('no such round');
  return new Map(contest.categories.map((c) => [c.id, new Map(criteriaOf(c, r).map((k) => [k.id, k.slot]))]));
}

function importRules(db: Db): ImportRules {
  const contest = readContest(db);
  const packages = readPackages(db);
  return {
    contestId: contest.id,
    find: (id: PackageId) => {
      const issued = packages.find((p) => p.id === id);
      const manifest = issued && readManifest(db, id);
      if (!issued || !manifest) return null;
      const superseded = packages.some(
        (p) => p.round === issued.round && p.juror === issued.juror && p.revision > issued.revision,
      );
      return issuedPackage(ballotManifest.parse(JSON.parse(new TextDecoder().decode(manifest))), superseded);
    },
    currentRules: ({ round: { id }, categories }) => {
      const round = contest.rounds.find((r) => r.id === id);
      const inPackage = new Set(categories.map((c) => c.id));
      return round
        ? rulesHash(
            round.id,
            ballotCategories(contest, round).filter((c) => inPackage.has(c.id)),
          )
        : '';
    },
  };
}

/** Two people name the ballot that counts; a ballot that arrives later and was not among these reopens the question. */
export function chooseBallot(desk: Desk, input: InputOf<'ballots.choose'>): Result<OutputOf<'ballots.choose'>> {
  const done = changeGiving(desk, ['ballots'], (db, at) => {
    const mine = readBallots(db).find((b) => b.round === input.round && b.juror === input.juror);
    if (!mine) return fail({ code: 'gone', what: 'juror' });
    const among = mine.returned.filter((r) => r.package === mine.current.id).map((r) => r.hash);
    if (!among.includes(input.hash)) return fail({ code: 'gone', what: 'juror' });
    if (new Set(input.people.map((p) => p.trim().toLowerCase())).size < 2)
      return fail({ code: 'invalid', field: 'people' });
    writeChoice(
      db,
      { round: input.round, juror: input.juror, hash: input.hash, among, people: input.people, reason: input.reason },
      at,
    );
    recount(db, input.round, input.juror);
    appendLog(
      db,
      at,
      'ballot_choice',
      { name: nameOf(db, input.juror), people: input.people.join(', ') },
      input.reason,
    );
    return ok(null);
  });
  return done.ok ? ok(done.value.slices) : done;
}
