import { createHash } from 'node:crypto';
import type { Attachment } from '@shared/model/attachment';
import { fail, ok, type Result } from '@shared/result';
import { readAttachmentChunk } from '../db/attachments';
import { attemptSql } from '../db/sqliteFailure';
import type { Pieces } from '../exchange/pieces';
import { openContestOf, type Desk } from './context';

export interface PackageParts {
  /** Length, manifest, signature. */
  readonly content: Uint8Array;
  /** In the manifest's order. */
  readonly attachments: readonly Attachment[];
}

export const packageBytes = ({ content, attachments }: PackageParts): number =>
  attachments.reduce((sum, { bytes }) => sum + bytes, content.length);

/**
 * The content of a package, one piece at a time and straight from the database: each attachment is hashed on its way,
 * so that no package leaves whose bytes are not those of its manifest.
 */
export function packagePieces(
  desk: Desk,
  parts: PackageParts,
  signal: AbortSignal,
  onBytes: (bytes: number) => void,
): Pieces {
  const session = openContestOf(desk);
  const pieces = walk(parts);
  return {
    next: async () => {
      // The desk has other calls to answer between two pieces, and one of them may close the contest.
      await new Promise((go) => setImmediate(go));
      if (signal.aborted) return fail({ code: 'cancelled' });
      if (!session.ok || desk.contest !== session.value) return fail({ code: 'no-contest-open' });
      const { db, state } = session.value;
      const piece = attemptSql(state.file.name, () => pieces.next(db));
      if (!piece.ok) return piece;
      const read = piece.value;
      if (read.ok && read.value !== null) onBytes(read.value.length);
      return read;
    },
  };
}

type Read = Result<Uint8Array | null>;

function walk({ content, attachments }: PackageParts) {
  let position = -1;
  let seq = 0;
  let hash = createHash('sha256');
  return {
    next(db: Parameters<typeof readAttachmentChunk>[0]): Read {
      if (position < 0) {
        position = 0;
        return ok(content);
      }
      for (;;) {
        const attachment = attachments[position];
        if (attachment === undefined) return ok(null);
        const chunk = readAttachmentChunk(db, attachment.id, seq);
        if (chunk !== null) {
          seq += 1;
          hash.update(chunk);
          return ok(chunk);
        }
        // Removed while the packages were written.
        if (hash.digest('hex') !== attachment.sha256) return fail({ code: 'gone', what: 'attachment' });
        position += 1;
        seq = 0;
        hash = createHash('sha256');
      }
    },
  };
}
