import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';
import type { Failure } from '@shared/errors';
import { contestId, packageId, type ContestId, type PackageId } from '@shared/model/ids';
import type { Result } from '@shared/result';
import type { Migration } from '../../../electron/db/migrate';
import { bodyStore } from '../../../electron/db/open';
import type { Db } from '../../../electron/vault/body';
import type { ContestVault } from '../../../electron/vault/contestVault';
import { createContestFile, type CreatedContest } from '../../../electron/vault/createContest';
import { openContestFile, type OpenContest, type OpenedContest } from '../../../electron/vault/openContest';
import type { PasswordCost } from '../../../electron/vault/slots';
import { inlineHeavy } from '../../../electron/workers/inlineHeavy';

/** Real files, real encryption; only the password costs less than in the application. */
export const cheap: PasswordCost = { name: 'argon2id', memoryKiB: 8 * 1024, passes: 1 };
export const heavy = inlineHeavy();
export const password = 'құпия сөз';
/** What a leak would look like. */
export const marker = 'MARKER-Әсел-Қайратқызы-9.75';

const migrations: readonly Migration[] = [
  { version: 1, name: 'notes', up: (db) => db.exec('CREATE TABLE note(id INTEGER PRIMARY KEY, text TEXT) STRICT') },
];
export const store = bodyStore(migrations);

export interface Place {
  readonly root: string;
  readonly dataDir: string;
  /** The user's folder: the stick. */
  readonly stick: string;
  readonly path: string;
}

/** Gone after the test. */
export function newPlace(): Place {
  const place = makePlace();
  onTestFinished(() => rmSync(place.root, { recursive: true, force: true }));
  return place;
}

/** Gone after the last test of the file; for `beforeAll`. */
export function newPlaceForAll(): Place {
  const place = makePlace();
  placesForAll.push(place);
  return place;
}
const placesForAll: Place[] = [];
afterAll(() => {
  for (const { root } of placesForAll) rmSync(root, { recursive: true, force: true });
});

function makePlace(): Place {
  const root = mkdtempSync(join(tmpdir(), 'tarazy-vault-'));
  const stick = join(root, 'stick');
  const dataDir = join(root, 'data');
  mkdirSync(stick);
  mkdirSync(dataDir);
  return { root, dataDir, stick, path: join(stick, 'Jana.tarazy') };
}

export const newContestId = (): ContestId => contestId.parse(randomUUID());
export const newPackageId = (): PackageId => packageId.parse(randomUUID());

export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`unexpected failure ${JSON.stringify(result.failure)}`);
  return result.value;
}

export function failureOf<T>(result: Result<T>): Failure {
  if (result.ok) throw new Error('expected a failure');
  return result.failure;
}

export const codeOf = <T>(result: Result<T>): string => failureOf(result).code;

export async function create(place: Place, secret = password): Promise<CreatedContest> {
  const created = await createContestFile({
    path: place.path,
    dataDir: place.dataDir,
    contestId: newContestId(),
    password: secret,
    store,
    heavy,
    cost: cheap,
    init: (db) => note(db, 'first'),
  });
  return valueOf(created);
}

export function open(place: Place, over: Partial<OpenContest> = {}): Promise<Result<OpenedContest>> {
  return openContestFile({
    from: { path: place.path },
    dataDir: place.dataDir,
    secret: { kind: 'password', text: password },
    store,
    heavy,
    ...over,
  });
}

export const note = (db: Db, text: string): void => {
  db.prepare('INSERT INTO note(text) VALUES (?)').run(text);
};
export const notes = (db: Db): readonly string[] =>
  db
    .prepare<[], { text: string }>('SELECT text FROM note ORDER BY id')
    .all()
    .map((row) => row.text);

/** One committed change, as the desk makes them. */
export function write(vault: ContestVault, text: string): void {
  note(vault.db, text);
  vault.markDirty();
}

/** Ends like a crash: nothing is published, and the lock is free. */
export const abandon = (vault: ContestVault) => vault.close({ publish: false });

export function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

export const holds = (path: string, text: string): boolean => readFileSync(path).includes(Buffer.from(text, 'utf8'));
