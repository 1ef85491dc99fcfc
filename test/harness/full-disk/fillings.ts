import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok, type Result } from '@shared/result';
import { readReturned } from '../../../electron/db/ballots';
import { mark } from '../../../electron/usecases/ballot/edit';
import { openBallot } from '../../../electron/usecases/ballot/open';
import type { BallotSession } from '../../../electron/usecases/ballot/session';
import { snapshotOf as ballotSnapshot } from '../../../electron/usecases/ballot/snapshot';
import { submit } from '../../../electron/usecases/ballot/submit';
import { closeAll, publish } from '../../../electron/usecases/contestFile';
import type { Desk } from '../../../electron/usecases/context';
import { importBallots } from '../../../electron/usecases/importBallots';
import {
  editionElsewhere,
  editionOf,
  openContest,
  snapshotOf,
  writeEdition,
  type JurorWithPackage,
} from '../lib/contest';
import { cheapPassword, deskIn, heavy, tokenOf } from '../lib/desk';
import { cardsDifference } from '../lib/expectedCards';
import { markSeries } from '../lib/markSeries';
import type { BallotFile } from '../lib/returnedBallots';
import type { Filling } from './rounds';

const now = () => new Date();

/** A juror marks; the working database lies on the full medium. */
export function scoring(folder: string, { path, code, manifest }: JurorWithPackage): Filling {
  const series = markSeries(manifest);
  let session: BallotSession | null = null;
  let marked = 0;
  const opened = async (): Promise<Result<BallotSession>> => {
    if (session !== null) return ok(session);
    const { dataDir } = deskIn(folder);
    const done = await openBallot({ from: { path }, code, dataDir, heavy, cost: cheapPassword });
    if (done.ok) session = done.value;
    return done;
  };
  return {
    roomBytes: 40_000,
    step: async () => {
      const open = await opened();
      if (!open.ok) return open;
      const n = open.value.head.cursor;
      const done = mark(open.value, series.nth(n), now());
      if (done.ok) marked = n + 1;
      return done;
    },
    reopened: async () => {
      await session?.close();
      session = null;
      const open = await opened();
      if (!open.ok) return open;
      const { cursor } = open.value.head;
      if (cursor !== marked) return ok(`${cursor} marks of ${marked}`);
      return ok(series.difference(ballotSnapshot(open.value).cards, cursor));
    },
  };
}

/** The contest that is open at a desk on the medium, or opened now. */
async function openAt(desk: Desk, path: string): Promise<Result<unknown>> {
  return desk.contest === null ? openContest(desk, path) : ok(null);
}

/** The secretary changes something and writes the file; the working copy and the file lie on the full medium. */
export function publishing(folder: string, path: string, elsewhere: string): Filling {
  const desk = deskIn(folder);
  let saved = 0;
  let published = 0;
  return {
    roomBytes: 900_000,
    step: async () => {
      const open = await openAt(desk, path);
      if (!open.ok) return open;
      const n = editionOf(snapshotOf(desk).contest) + 1;
      const written = writeEdition(desk, n);
      if (!written.ok) return written;
      saved = n;
      const done = await publish(desk);
      if (done.ok) published = n;
      return done;
    },
    reopened: async () => {
      await closeAll(desk);
      const holds = await editionElsewhere(path, elsewhere);
      if (!(Number(holds) >= published)) return ok(`the file holds ${holds} of ${published}`);
      const open = await openAt(desk, path);
      if (!open.ok) return open;
      const edition = editionOf(snapshotOf(desk).contest);
      return ok(edition < saved ? `the working copy holds ${edition} of ${saved}` : null);
    },
  };
}

/** Ballots come in; each is published at once. */
export function importing(folder: string, path: string, ballots: readonly BallotFile[]): Filling {
  const desk = deskIn(folder);
  const arrived = new Set<BallotFile>();
  let next = 0;
  return {
    roomBytes: 400_000,
    step: async () => {
      const open = await openAt(desk, path);
      if (!open.ok) return open;
      const ballot = ballots[next % ballots.length];
      if (ballot === undefined) throw new Error('no ballots');
      const done = await importBallots(desk, { files: [tokenOf(desk, ballot.path)], task: 'import' });
      if (!done.ok) return done;
      const [imported] = done.value.imports;
      if (imported?.verdict.kind === 'refused')
        return fail({ code: 'io', file: 'ballot', detail: imported.verdict.reason });
      arrived.add(ballot);
      next += 1;
      return done;
    },
    reopened: async () => {
      await closeAll(desk);
      const open = await openAt(desk, path);
      if (!open.ok || desk.contest === null) return open.ok ? ok('no contest') : open;
      const stored = new Set(readReturned(desk.contest.db).map((row) => row.hash));
      const missing = [...arrived].filter((ballot) => !stored.has(ballot.hash));
      if (missing.length > 0) return ok(`${missing.length} imported ballots`);
      return ok(
        cardsDifference(
          desk.contest.db,
          ballots.filter((ballot) => stored.has(ballot.hash)),
        ),
      );
    },
  };
}

/** A juror begins and submits on a computer that is full: nothing was there before, and the file must come out whole. */
export function beginning(folder: string, { path, code }: JurorWithPackage): Filling {
  let computers = 0;
  const once = async (): Promise<Result<unknown>> => {
    const own = join(folder, `computer-${(computers += 1)}`);
    mkdirSync(own, { recursive: true });
    try {
      const { dataDir } = deskIn(own);
      const opened = await openBallot({ from: { path }, code, dataDir, heavy, cost: cheapPassword });
      if (!opened.ok) return opened;
      const done = await submit(opened.value, { to: own, allowIncomplete: true }, heavy, now);
      await opened.value.close();
      return done;
    } finally {
      rmSync(own, { recursive: true, force: true });
    }
  };
  return {
    roomBytes: 200_000,
    step: once,
    reopened: async () => {
      const done = await once();
      return done.ok ? ok(null) : done;
    },
  };
}
