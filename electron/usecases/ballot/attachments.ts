import { attachmentKind, attachmentKindOfName } from '@shared/domain/attachments';
import type { AttachmentContent, BallotAttachment } from '@shared/model/attachment';
import type { BallotManifest } from '@shared/model/ballot';
import { fail, ok, type Result } from '@shared/result';
import { readPieces } from '../../db/ballot/attachments';
import { attemptSql } from '../../db/sqliteFailure';
import { writeAtomically } from '../../vault/files';
import { attempt } from '../../vault/fsFailure';
import type { BallotSession } from './session';

/** Files of the nominees' materials. What no release of ours puts into a package is not offered at all. */
export const attachmentsOf = (manifest: BallotManifest): readonly BallotAttachment[] =>
  manifest.attachments.flatMap(({ name, length, entries }, index) => {
    const kind = attachmentKindOfName(name);
    return kind === null ? [] : [{ index, entries: entries ?? [], name, kind, bytes: length }];
  });

export function readAttachment(session: BallotSession, index: number): Result<AttachmentContent> {
  const found = attachmentsOf(session.manifest).find((a) => a.index === index);
  if (found === undefined) return fail({ code: 'gone', what: 'attachment' });
  const read = attemptSql(session.file, () => Buffer.concat([...readPieces(session.db, index)]));
  if (!read.ok) return read;
  const bytes = new Uint8Array(read.value);
  // The signature is that of whoever made the package: what is shown must also be what its name says.
  const kind = attachmentKind(found.name, bytes.subarray(0, 1024));
  return kind.ok
    ? ok({ kind: kind.value, bytes })
    : fail({ code: 'attachment-refused', file: found.name, why: kind.failure });
}

export async function saveAttachment(session: BallotSession, index: number, path: string): Promise<Result<null>> {
  const read = readAttachment(session, index);
  if (!read.ok) return read;
  return attempt(path, async () => {
    await writeAtomically(path, read.value.bytes);
    return null;
  });
}
