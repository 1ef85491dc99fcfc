import { basename } from 'node:path';
import { readBallotCode } from '@shared/domain/ballotCode';
import type { PackageId } from '@shared/model/ids';
import { fail, ok, type Result } from '@shared/result';
import { insertPiece } from '../../db/ballot/attachments';
import { insertBallot, readPackage as readStored } from '../../db/ballot/head';
import { ballotMigrations } from '../../db/ballot/migrations/list';
import { bodyStore } from '../../db/open';
import { attemptSql } from '../../db/sqliteFailure';
import { newSigningKeys } from '../../exchange/keys';
import { readManifest } from '../../exchange/package';
import { readPackage, type PackageReader } from '../../exchange/packageStream';
import { surveyPackage } from '../../exchange/surveyPackage';
import { createBallotVault, openBallotVault, type BallotVault } from '../../vault/ballotVault';
import { attempt } from '../../vault/fsFailure';
import type { PasswordCost } from '../../vault/slots';
import type { Heavy } from '../../workers/heavy';
import { startSession, type BallotSession } from './session';
import { knownPackage, rememberSource } from './sources';

export interface OpenBallot {
  /** A `.tballot` file, or a ballot that this computer has begun (`file`: what messages call it). */
  readonly from: { readonly path: string } | { readonly packageId: PackageId; readonly file: string };
  /** As typed. */
  readonly code: string;
  readonly dataDir: string;
  readonly heavy: Heavy;
  readonly cost: PasswordCost;
}

const store = bodyStore(ballotMigrations);

/**
 * Opens a ballot. The first time the package is decrypted and a working database is made, with a new key for the
 * juror; from then on the working database alone is opened, also when the package file is gone. A re-issued package
 * has an id of its own and is a new ballot.
 */
export async function openBallot(input: OpenBallot): Promise<Result<BallotSession>> {
  const { from } = input;
  if (!('path' in from)) return openBegun(input, from.packageId, from.file, null);
  const file = basename(from.path);
  const surveyed = await attempt(from.path, () => surveyPackage(from.path));
  if (!surveyed.ok) return surveyed;
  if (surveyed.value === null) return fail({ code: 'not-this-kind', file, expected: 'ballot' });
  const source = surveyed.value;
  const known = await knownPackage(input.dataDir, source);
  if (known !== null) return openBegun(input, known, file, null);
  const passphrase = readBallotCode(input.code);
  if (passphrase === null) return fail({ code: 'wrong-secret' });
  const plain = input.heavy.ageReadFile({ path: from.path, passphrase });
  try {
    const received = await readPackage(plain, file);
    return received.ok ? await openNew(input, received.value, file, source) : received;
  } finally {
    await plain.close();
  }
}

async function openNew(
  input: OpenBallot,
  received: PackageReader,
  file: string,
  source: string,
): Promise<Result<BallotSession>> {
  const { manifest, manifestBytes, signature } = received.head;
  const { packageId } = manifest;
  const vault = await createBallotVault({
    ...vaultInput(input, packageId, file),
    cost: input.cost,
    init: (db) => insertBallot(db, { manifestBytes, signature, keys: newSigningKeys() }),
    fill: (db) =>
      received.attachments((position, seq, piece) => attemptSql(file, () => insertPiece(db, position, seq, piece))),
  });
  // Begun here already, from another copy of the package.
  if (!vault.ok && vault.failure.code === 'exists') return openBegun(input, packageId, file, manifestBytes);
  if (!vault.ok) return vault;
  // It only saves time at the next opening: a computer that has no room for it has begun the ballot all the same.
  await attempt(file, () => rememberSource(input.dataDir, packageId, source));
  return begin(vault.value, file, manifestBytes);
}

async function openBegun(
  input: OpenBallot,
  packageId: PackageId,
  file: string,
  expected: Uint8Array | null,
): Promise<Result<BallotSession>> {
  const vault = await openBallotVault(vaultInput(input, packageId, file));
  return vault.ok ? begin(vault.value, file, expected) : vault;
}

/** A code that cannot be one opens nothing; `-` keeps the time that a wrong code takes. */
const vaultInput = ({ dataDir, heavy, code }: OpenBallot, packageId: PackageId, file: string) => ({
  dataDir,
  heavy,
  packageId,
  file,
  store,
  code: slotCode(code),
});

const slotCode = (typed: string): string => readBallotCode(typed) ?? '-';

/** `expected`: two packages of one id and different content are not both the contest's. */
async function begin(vault: BallotVault, file: string, expected: Uint8Array | null): Promise<Result<BallotSession>> {
  const stored = readStored(vault.db);
  const manifest =
    stored === null ? fail({ code: 'damaged', file } as const) : readManifest(stored.manifestBytes, file);
  if (stored === null || !manifest.ok) {
    await vault.close();
    return manifest.ok ? fail({ code: 'damaged', file }) : manifest;
  }
  if (expected !== null && Buffer.compare(expected, stored.manifestBytes) !== 0) {
    await vault.close();
    return fail({ code: 'altered', file });
  }
  const { db } = vault;
  const codeOpens = (typed: string) => vault.codeOpens(slotCode(typed));
  return ok(
    startSession({ db, file, manifest: manifest.value, keys: stored.keys, codeOpens, close: () => vault.close() }),
  );
}
