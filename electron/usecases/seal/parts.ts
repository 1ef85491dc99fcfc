import type { SealPart } from '@shared/model/seal';
import type { PackageId } from '@shared/model/ids';
import { readContent, readManifestBytes, readPackages, readReturned } from '../../db/ballots';
import { readContest } from '../../db/contest';
import { readLogBytes } from '../../db/log';
import type { Db } from '../../db/open';
import { hex, sha256 } from '../../exchange/hashes';
import { logBytes } from '../../exchange/logChain';
import { arrivedInTime } from '../lateBallots';
import { ballotPart, contestPart, logPart, packagePart } from '../../exchange/resultsFile';

/** Every part of a results file by its name, in the order of the file. Of ballots that came too late the log tells. */
export const partNames = (db: Db): readonly string[] => [
  contestPart,
  logPart,
  ...readPackages(db).map((p) => packagePart(p.id)),
  ...readReturned(db)
    .filter(arrivedInTime(readContest(db).rounds))
    .map((b) => ballotPart(b.hash)),
];

/** `contest`: the bytes of `contest.json`; `lines`: how many lines of the log there were at the sealing. */
export function partBytes(db: Db, name: string, contest: Uint8Array, lines: number): Uint8Array {
  if (name === contestPart) return contest;
  if (name === logPart) return logBytes(readLogBytes(db, lines));
  const found = name.startsWith(packagePart(''))
    ? readManifestBytes(db, name.slice(packagePart('').length) as PackageId)
    : readContent(db, name.slice(ballotPart('').length));
  if (found === undefined) throw new Error(`a sealed part is gone: ${name}`);
  return found;
}

export const describePart = (name: string, bytes: Uint8Array): SealPart => ({
  name,
  length: bytes.length,
  sha256: hex(sha256(bytes)),
});
