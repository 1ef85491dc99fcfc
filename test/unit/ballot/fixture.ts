import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { BallotManifest } from '@shared/model/ballot';
import type { CriterionId, EntryId, PackageId } from '@shared/model/ids';
import type { Result } from '@shared/result';
import { mark } from '../../../electron/usecases/ballot/edit';
import { openBallot } from '../../../electron/usecases/ballot/open';
import type { BallotSession } from '../../../electron/usecases/ballot/session';
import type { PasswordCost } from '../../../electron/vault/slots';
import { code, heavy, must, newContest, sealed, type Contest } from '../exchange/fixture';

const cheap: PasswordCost = { name: 'argon2id', memoryKiB: 8 * 1024, passes: 1 };
export const entry = (id: number) => id as EntryId;
export const criterion = (id: number) => id as CriterionId;
export const at = new Date('2026-11-25T10:00:00.000Z');
export const later = (seconds: number) => new Date(at.getTime() + seconds * 1000);

export interface Desk {
  readonly root: string;
  readonly dataDir: string;
  readonly stick: string;
  /** The package as it lies on the stick. */
  readonly path: string;
  readonly contest: Contest;
}

/** A juror's computer and a stick with a package; gone after the test. */
export async function newDesk(change: Partial<BallotManifest> = {}): Promise<Desk> {
  const root = mkdtempSync(join(tmpdir(), 'tarazy-ballot-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const desk = {
    root,
    dataDir: join(root, 'data'),
    stick: join(root, 'stick'),
    path: join(root, 'stick/Айгүл.tballot'),
  };
  mkdirSync(desk.dataDir);
  mkdirSync(desk.stick);
  const contest = await newContest(change);
  writeFileSync(desk.path, await sealed(contest));
  return { ...desk, contest };
}

export const tryOpen = (desk: Desk, typed = code, packageId: PackageId | null = null): Promise<Result<BallotSession>> =>
  openBallot({
    from: packageId === null ? { path: desk.path } : { packageId, file: 'Айгүл.tballot' },
    code: typed,
    dataDir: desk.dataDir,
    heavy,
    cost: cheap,
  });

/** Closed after the test unless it was closed before. */
export async function open(desk: Desk): Promise<BallotSession> {
  const session = must(await tryOpen(desk));
  onTestFinished(async () => {
    if (session.db.open) await session.close();
  });
  return session;
}

export async function reopen(desk: Desk, session: BallotSession): Promise<BallotSession> {
  await session.close();
  return open(desk);
}

export const put = (session: BallotSession, e: number, c: number, value: number | null, when = at) =>
  mark(session, { entry: entry(e), criterion: criterion(c), value }, when);

/** Everything marked. */
export function fill(session: BallotSession): void {
  must(put(session, 101, 11, 8));
  must(put(session, 101, 12, 4.5));
  must(put(session, 102, 11, 0));
  must(put(session, 102, 12, 1));
  must(put(session, 201, 21, 10));
}

export function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

export const holds = (path: string, text: string): boolean => readFileSync(path).includes(Buffer.from(text, 'utf8'));
