import { unchangedCriteria } from '@shared/domain/carryOver';
import { maxCarriedText, type BallotCategory, type PreviousIssue } from '@shared/model/ballot';
import type { PackageId } from '@shared/model/ids';
import type { IssuedBallot } from '@shared/model/snapshot';
import { contentLength, readContent, readManifestBytes, readReturned } from '../db/ballots';
import { readEntries, readNominees } from '../db/nominees';
import type { Db } from '../db/open';
import { readManifest } from '../exchange/package';
import type { JurorBallots } from './scoring';

/** What a re-issued package tells of the revision before it, and the juror's own ballot where marks are carried over. */
export function previousIssue(
  db: Db,
  earlier: JurorBallots,
  categories: readonly BallotCategory[],
  { reason = '', carry = false }: { readonly reason?: string | undefined; readonly carry?: boolean | undefined },
): PreviousIssue {
  const listed = new Set(manifestOf(db, earlier.current.id).entries.map((e) => e.id));
  const gone = new Set(readEntries(db).flatMap((e) => (listed.has(e.id) ? [e.nominee] : [])));
  return {
    revision: earlier.current.revision,
    reason,
    withdrawn: readNominees(db)
      .filter((n) => n.withdrawn !== null && gone.has(n.id))
      .map(({ number, name }) => ({ number, name })),
    ballot: carry ? carriedBallot(db, earlier, categories) : null,
  };
}

/** Whether a re-issue can hand the juror's marks over; the secretary is told where a ballot is too large for it. */
export function carriableOf(db: Db, { carry }: JurorBallots): IssuedBallot['carriable'] {
  if (carry === null) return 'no';
  const base64 = 4 * Math.ceil(contentLength(db, carry) / 3);
  return base64 > maxCarriedText ? 'too_large' : 'yes';
}

function carriedBallot(db: Db, earlier: JurorBallots, categories: readonly BallotCategory[]): PreviousIssue['ballot'] {
  if (carriableOf(db, earlier) !== 'yes') return null;
  const row = readReturned(db).find((r) => r.hash === earlier.carry);
  const stored = row && readContent(db, row.hash);
  if (!row || !stored) return null;
  const content = Buffer.from(stored).toString('base64');
  return { criteria: unchangedCriteria(manifestOf(db, row.package).categories, categories), content };
}

function manifestOf(db: Db, id: PackageId) {
  const read = readManifest(readManifestBytes(db, id) ?? new Uint8Array(0), '');
  if (!read.ok) throw new Error('a stored manifest can no longer be read');
  return read.value;
}
