import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { attachmentKind, maxAttachmentBytes, maxAttachments, maxAttachmentsBytes } from '@shared/domain/attachments';
import type { InputOf, OutputOf } from '@shared/ipc/contract';
import type { AttachmentRefusal } from '@shared/model/attachment';
import type { NomineeId } from '@shared/model/ids';
import type { Slices } from '@shared/model/snapshot';
import { fail, ok, type Result } from '@shared/result';
import { deleteAttachment, insertAttachment, readAttachments } from '../db/attachments';
import { readContest } from '../db/contest';
import { readNominee } from '../db/nominees';
import { readAtMost } from '../exchange/readFile';
import { attempt } from '../vault/fsFailure';
import { change, commit, freshSlices, unsealedContest } from './change';
import { pathOf, type Desk } from './context';

/** Files are read one after the other and each is written by itself: those before the first refused one are kept. */
export async function attach(
  desk: Desk,
  input: InputOf<'nominees.attach'>,
): Promise<Result<OutputOf<'nominees.attach'>>> {
  let added = 0;
  let problem: OutputOf<'nominees.attach'>['problem'] = null;
  for (const file of input.files) {
    const done = await attachOne(desk, input.nominee, file);
    if (done.ok) added += 1;
    else {
      problem = done.failure;
      break;
    }
  }
  if (added === 0 && problem !== null) return fail(problem);
  const fresh = freshSlices(desk, ['people']);
  return fresh.ok ? ok({ ...fresh.value, added, problem }) : fresh;
}

async function attachOne(
  desk: Desk,
  nominee: NomineeId,
  file: InputOf<'nominees.attach'>['files'][number],
): Promise<Result<unknown>> {
  const session = unsealedContest(desk);
  if (!session.ok) return session;
  const path = pathOf(desk, file);
  if (!path.ok) return path;
  const name = basename(path.value).normalize('NFC');
  const read = await attempt(path.value, () => readAtMost(path.value, maxAttachmentBytes));
  if (!read.ok) return read;
  if (read.value === null) return refused(name, 'too-large');
  const content = read.value;
  const kind = attachmentKind(name, content.subarray(0, 1024));
  if (!kind.ok) return refused(name, kind.failure);
  const sha256 = createHash('sha256').update(content).digest('hex');
  return commit(desk, ({ db, log }) => {
    const owner = readNominee(db, nominee);
    if (!owner) return fail({ code: 'gone', what: 'nominee' });
    // What jurors have in their hands stays what the contest has.
    if (readContest(db).locked) return fail({ code: 'rules-locked' });
    const all = readAttachments(db);
    const held = all.reduce((sum, { bytes }) => sum + bytes, 0);
    if (held + content.length > maxAttachmentsBytes || all.length >= maxAttachments) return refused(name, 'no-room');
    if (all.some((a) => a.nominee === nominee && a.name === name)) return refused(name, 'twice');
    insertAttachment(db, { nominee, name, sha256 }, content);
    log('attachment_added', { name: `№ ${owner.number} ${owner.name}`, attachment: name, sha256 });
    return ok(null);
  });
}

const refused = (file: string, why: AttachmentRefusal) => fail({ code: 'attachment-refused', file, why } as const);

export function detach(desk: Desk, { id }: InputOf<'nominees.detach'>): Result<Slices> {
  return change(desk, ['people'], ({ db, log }) => {
    const attachment = readAttachments(db).find((a) => a.id === id);
    const owner = attachment && readNominee(db, attachment.nominee);
    if (!attachment || !owner) return fail({ code: 'gone', what: 'attachment' });
    if (readContest(db).locked) return fail({ code: 'rules-locked' });
    deleteAttachment(db, id);
    const { name, sha256 } = attachment;
    log('attachment_removed', { name: `№ ${owner.number} ${owner.name}`, attachment: name, sha256 });
    return ok(null);
  });
}
