import type { Attachment } from '@shared/model/attachment';
import type { AttachmentId, NomineeId } from '@shared/model/ids';
import type { Db } from './open';
import { bytes, integer, row, rows, run, sql, text, type Row } from './sql';

/** Tables attachment, attachment_chunk ↔ Attachment. */

const chunkBytes = 2 ** 20;

const toAttachment = (r: Row): Attachment => ({
  id: integer(r, 'id') as AttachmentId,
  nominee: integer(r, 'nominee') as NomineeId,
  name: text(r, 'name'),
  bytes: integer(r, 'bytes'),
  sha256: text(r, 'sha256'),
});

export const readAttachments = (db: Db): readonly Attachment[] =>
  rows(db, sql`select id, nominee, name, bytes, sha256 from attachment order by nominee, id`).map(toAttachment);

export function insertAttachment(db: Db, a: Omit<Attachment, 'id' | 'bytes'>, content: Uint8Array): AttachmentId {
  const { id } = run(
    db,
    sql`insert into attachment (nominee, name, bytes, sha256) values (${a.nominee}, ${a.name}, ${content.length}, ${a.sha256})`,
  );
  for (let at = 0, seq = 0; at < content.length; at += chunkBytes, seq += 1) {
    const chunk = content.subarray(at, at + chunkBytes);
    run(db, sql`insert into attachment_chunk (attachment, seq, bytes) values (${id}, ${seq}, ${chunk})`);
  }
  // An import whose nominee has something of its own is no longer taken back.
  run(db, sql`update nominee set touched = 1 where id = ${a.nominee}`);
  return id as AttachmentId;
}

export const deleteAttachment = (db: Db, id: AttachmentId): void => {
  run(db, sql`delete from attachment where id = ${id}`);
};

/** One piece; null behind the last. */
export function readAttachmentChunk(db: Db, id: AttachmentId, seq: number): Uint8Array | null {
  const r = row(db, sql`select bytes from attachment_chunk where attachment = ${id} and seq = ${seq}`);
  return r === undefined ? null : bytes(r, 'bytes');
}

/** All pieces of one, in order. */
export function* readAttachmentChunks(db: Db, id: AttachmentId): Generator<Uint8Array> {
  for (let seq = 0; ; seq += 1) {
    const chunk = readAttachmentChunk(db, id, seq);
    if (chunk === null) return;
    yield chunk;
  }
}
