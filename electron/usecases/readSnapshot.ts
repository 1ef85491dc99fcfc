import { receiptText } from '@shared/domain/ballotCode';
import { hindrances } from '@shared/domain/closing';
import { progressOf } from '@shared/domain/progress';
import type { RoundId } from '@shared/model/ids';
import type { BallotChoice, IssuedBallot, RoundSituation, Slices, Snapshot } from '@shared/model/snapshot';
import { readAccess } from '../db/access';
import { readAttachments } from '../db/attachments';
import type { ReturnedRow } from '../db/ballots';
import { readContest } from '../db/contest';
import { readDecisions } from '../db/decisions';
import { readJurors, readSeats } from '../db/jury';
import { readLog } from '../db/log';
import { readBatches, readEntries, readNominees } from '../db/nominees';
import type { Db } from '../db/open';
import { readRegionalFiles } from '../db/regionalFiles';
import { readTallies } from '../db/tallies';
import { fromHex } from '../exchange/hashes';
import { carriableOf } from './previousIssue';
import { readSealSummaries } from './seal/summary';
import { readBallots, readScoring, stateOf, type JurorBallots } from './scoring';

const logLines = 50;

const readers: { readonly [K in keyof Snapshot]: (db: Db) => Snapshot[K] } = {
  contest: readContest,
  people: (db) => ({
    nominees: readNominees(db),
    entries: readEntries(db),
    batches: readBatches(db),
    attachments: readAttachments(db),
    regional: readRegionalFiles(db),
  }),
  jury: (db) => ({ jurors: readJurors(db), seats: readSeats(db) }),
  ballots: (db) => {
    const ballots = readBallots(db);
    const closed = new Set(readContest(db).rounds.flatMap((r) => (r.status === 'closed' ? [r.id] : [])));
    return { issued: ballots.flatMap((b) => issued(db, b, closed)), choices: ballots.flatMap(choice) };
  },
  tallies: readTallies,
  situations: readSituations,
  decisions: readDecisions,
  access: readAccess,
  seals: readSealSummaries,
  log: (db) => readLog(db, logLines),
};

/** The named slices, freshly read. */
export function readSlices(db: Db, names: readonly (keyof Snapshot)[]): Slices {
  return Object.fromEntries([...new Set(names)].map((name) => [name, readers[name](db)]));
}

export function readSnapshot(db: Db): Snapshot {
  return {
    contest: readers.contest(db),
    people: readers.people(db),
    jury: readers.jury(db),
    ballots: readers.ballots(db),
    tallies: readers.tallies(db),
    situations: readers.situations(db),
    decisions: readers.decisions(db),
    access: readers.access(db),
    seals: readers.seals(db),
    log: readers.log(db),
  };
}

function issued(db: Db, b: JurorBallots, closed: ReadonlySet<RoundId>): readonly IssuedBallot[] {
  return b.packages.map((p) => {
    const inForce = p.id === b.current.id;
    const state = inForce ? stateOf(b) : 'not_returned';
    const counted = inForce ? b.returned.find((r) => r.hash === b.outcome.counted) : undefined;
    const previous = counted && previousOf(b, counted);
    return {
      packageId: p.id,
      round: p.round,
      juror: p.juror,
      revision: p.revision,
      code: p.code,
      fileName: p.fileName,
      issuedAt: p.issuedAt,
      dueAt: p.dueAt,
      superseded: !inForce,
      stale: inForce && b.stale && !closed.has(b.round),
      carriable: inForce ? carriableOf(db, b) : 'no',
      state: state === 'not_returned' ? 'out' : state,
      sequence: counted?.sequence ?? null,
      receipt: counted ? receiptText(fromHex(counted.hash)) : null,
      counted: counted?.hash ?? null,
      previous: previous?.hash ?? null,
      returnedAt: counted?.receivedAt ?? null,
      gaps: inForce ? b.outcome.gaps : [],
    };
  });
}

/** The last ballot of the same package and computer before this one. */
const previousOf = (b: JurorBallots, of: ReturnedRow): ReturnedRow | undefined =>
  b.returned
    .filter((r) => r.package === of.package && r.jurorKey === of.jurorKey && r.sequence < of.sequence)
    .reduce<ReturnedRow | undefined>((last, r) => (last && last.sequence > r.sequence ? last : r), undefined);

function choice(b: JurorBallots): readonly BallotChoice[] {
  if (b.outcome.conflict === null) return [];
  const candidates = b.returned.filter((r) => r.package === b.current.id);
  const firstKey = candidates[0]?.jurorKey;
  return [
    {
      round: b.round,
      juror: b.juror,
      candidates: candidates.map((r) => ({
        hash: r.hash,
        receipt: receiptText(fromHex(r.hash)),
        sequence: r.sequence,
        submittedAt: r.submittedAt,
        sameComputer: r.jurorKey === firstKey,
      })),
    },
  ];
}

/** Hindrances of the open round, and the progress of every jury round that has begun. */
function readSituations(db: Db): readonly RoundSituation[] {
  const data = readScoring(db);
  return data.contest.rounds
    .filter((r) => r.status !== 'waiting')
    .map((r) => {
      const input = { ...data, round: r.id };
      const isJury = r.rules.kind === 'jury' || r.rules.kind === 'jury_live';
      return {
        round: r.id,
        hindrances: r.status === 'open' ? hindrances(input) : [],
        progress: isJury ? progressOf(input) : null,
      };
    });
}
