import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import {
  attachmentKind,
  attachmentKindOfName,
  maxAttachmentBytes,
  maxAttachments,
  maxAttachmentsBytes,
} from '@shared/domain/attachments';
import { isAsDrawn, isTooLarge, surveyPicture } from '@shared/domain/pictures';
import type { InputOf, OutputOf } from '@shared/ipc/contract';
import {
  isPicture,
  type AttachmentContent,
  type AttachmentRefusal,
  type RefusedAttachment,
} from '@shared/model/attachment';
import type { AttachmentId, NomineeId } from '@shared/model/ids';
import type { Slices } from '@shared/model/snapshot';
import { fail, ok, type Result } from '@shared/result';
import { deleteAttachment, insertAttachment, readAttachmentChunks, readAttachments } from '../db/attachments';
import { readContest } from '../db/contest';
import { readNominee } from '../db/nominees';
import { attemptSql } from '../db/sqliteFailure';
import { readAtMost } from '../exchange/readFile';
import { writeAtomically } from '../vault/files';
import { attempt } from '../vault/fsFailure';
import { change, commit, freshSlices, unsealedContest } from './change';
import { openContestOf, pathOf, type Desk } from './context';

/**
 * Files are read one after the other and each is written by itself. One that cannot be attached does not keep out the
 * next; what would meet every file ends the work, and what was attached before is kept.
 */
export async function attach(
  desk: Desk,
  input: InputOf<'nominees.attach'>,
): Promise<Result<OutputOf<'nominees.attach'>>> {
  let added = 0;
  let problem: OutputOf<'nominees.attach'>['problem'] = null;
  const refused: RefusedAttachment[] = [];
  for (const file of input.files) {
    const done = await attachOne(desk, input.nominee, file);
    if (done.ok) added += 1;
    else if (done.failure.code === 'attachment-refused') refused.push(done.failure);
    else {
      problem = done.failure;
      break;
    }
  }
  if (added === 0 && problem !== null) return fail(problem);
  const fresh = freshSlices(desk, ['people']);
  return fresh.ok
    ? ok({ ...fresh.value, added, refused: refused.map(({ file, why }) => ({ file, why })), problem })
    : fresh;
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
  if (read.value === null) return refuse(name, 'too-large');
  const content = read.value;
  const kind = attachmentKind(name, content.subarray(0, 1024));
  if (!kind.ok) return refuse(name, kind.failure);
  // As it came it holds where and when it was taken, and whatever else was put into it.
  if (isPicture(kind.value)) return fail({ code: 'invalid', field: 'files' });
  return keep(desk, nominee, name, content);
}

/** What the page needs to draw a picture anew; one that is not to be decoded at all does not get that far. */
export async function picture(
  desk: Desk,
  input: InputOf<'nominees.picture'>,
): Promise<Result<OutputOf<'nominees.picture'>>> {
  const session = unsealedContest(desk);
  if (!session.ok) return session;
  const path = pathOf(desk, input.file);
  if (!path.ok) return path;
  const name = basename(path.value).normalize('NFC');
  const read = await attempt(path.value, () => readAtMost(path.value, maxAttachmentBytes));
  if (!read.ok) return read;
  if (read.value === null) return refuse(name, 'too-large');
  const bytes = new Uint8Array(read.value);
  const kind = attachmentKind(name, bytes.subarray(0, 1024));
  if (!kind.ok) return refuse(name, kind.failure);
  if (!isPicture(kind.value)) return fail({ code: 'invalid', field: 'file' });
  const survey = surveyPicture(kind.value, bytes);
  if (survey === null || !survey.isWhole) return refuse(name, 'broken');
  if (isTooLarge(survey)) return refuse(name, 'pixels');
  if (survey.isMoving) return refuse(name, 'moving');
  return ok({ name, kind: kind.value, bytes });
}

/** The page draws, and is not believed: bytes that hold anything but a still picture's pixels are refused. */
export function attachPicture(desk: Desk, input: InputOf<'nominees.attachPicture'>): Result<Slices> {
  const session = unsealedContest(desk);
  if (!session.ok) return session;
  const path = pathOf(desk, input.file);
  if (!path.ok) return path;
  const name = basename(path.value).normalize('NFC');
  const kind = attachmentKind(name, input.drawn.subarray(0, 1024));
  const survey = kind.ok && isPicture(kind.value) ? surveyPicture(kind.value, input.drawn) : null;
  if (survey === null || !isAsDrawn(survey)) return fail({ code: 'invalid', field: 'drawn' });
  const kept = keep(desk, input.nominee, name, input.drawn);
  return kept.ok ? freshSlices(desk, ['people']) : kept;
}

function keep(desk: Desk, nominee: NomineeId, name: string, content: Uint8Array): Result<unknown> {
  const sha256 = createHash('sha256').update(content).digest('hex');
  return commit(desk, ({ db, log }) => {
    const owner = readNominee(db, nominee);
    if (!owner) return fail({ code: 'gone', what: 'nominee' });
    // What jurors have in their hands stays what the contest has.
    if (readContest(db).locked) return fail({ code: 'rules-locked' });
    const all = readAttachments(db);
    const held = all.reduce((sum, { bytes }) => sum + bytes, 0);
    if (held + content.length > maxAttachmentsBytes || all.length >= maxAttachments) return refuse(name, 'no-room');
    if (all.some((a) => a.nominee === nominee && a.name === name)) return refuse(name, 'twice');
    insertAttachment(db, { nominee, name, sha256 }, content);
    log('attachment_added', { name: `№ ${owner.number} ${owner.name}`, attachment: name, sha256 });
    return ok(null);
  });
}

const refuse = (file: string, why: AttachmentRefusal) => fail({ code: 'attachment-refused', file, why } as const);

export function detach(desk: Desk, { id }: InputOf<'nominees.detach'>): Result<Slices> {
  return change(desk, ['people'], ({ db, log }) => {
    const held = readAttachments(db).find((a) => a.id === id);
    const owner = held && readNominee(db, held.nominee);
    if (!held || !owner) return fail({ code: 'gone', what: 'attachment' });
    if (readContest(db).locked) return fail({ code: 'rules-locked' });
    deleteAttachment(db, id);
    const { name, sha256 } = held;
    log('attachment_removed', { name: `№ ${owner.number} ${owner.name}`, attachment: name, sha256 });
    return ok(null);
  });
}

/** The whole file, if it is still what was attached. */
export function attachment(desk: Desk, { id }: InputOf<'nominees.attachment'>): Result<AttachmentContent> {
  const found = find(desk, id);
  return found.ok ? ok(found.value.content) : found;
}

export async function saveAttachment(
  desk: Desk,
  input: InputOf<'nominees.saveAttachment'>,
): Promise<Result<OutputOf<'nominees.saveAttachment'>>> {
  const found = find(desk, input.id);
  if (!found.ok) return found;
  const path = pathOf(desk, input.file);
  if (!path.ok) return path;
  const written = await attempt(path.value, async () => {
    await writeAtomically(path.value, found.value.content.bytes);
    return null;
  });
  if (!written.ok) return written;
  const file = desk.files.grant(path.value);
  const { name, owner } = found.value;
  const logged = change(
    desk,
    [],
    ({ log }) => {
      log('attachment_saved', { name: owner, attachment: name, file: file.name });
      return ok(null);
    },
    'always',
  );
  return logged.ok ? ok({ ...logged.value, file }) : logged;
}

interface Found {
  readonly name: string;
  /** Number and name of the nominee, as the log writes them. */
  readonly owner: string;
  readonly content: AttachmentContent;
}

function find(desk: Desk, id: AttachmentId): Result<Found> {
  const session = openContestOf(desk);
  if (!session.ok) return session;
  const { db, state } = session.value;
  const read = attemptSql(state.file.name, () => {
    const entry = readAttachments(db).find((a) => a.id === id);
    const owner = entry && readNominee(db, entry.nominee);
    return entry && owner ? { entry, owner, bytes: Buffer.concat([...readAttachmentChunks(db, id)]) } : null;
  });
  if (!read.ok) return read;
  if (read.value === null) return fail({ code: 'gone', what: 'attachment' });
  const { entry, owner, bytes } = read.value;
  const kind = attachmentKindOfName(entry.name);
  const isWhole = createHash('sha256').update(bytes).digest('hex') === entry.sha256;
  if (kind === null || !isWhole) return fail({ code: 'gone', what: 'attachment' });
  return ok({
    name: entry.name,
    owner: `№ ${owner.number} ${owner.name}`,
    content: { kind, bytes: new Uint8Array(bytes) },
  });
}
