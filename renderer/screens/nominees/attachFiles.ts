import { maxAttachmentBytes, attachmentKindOfName } from '@shared/domain/attachments';
import type { Failure } from '@shared/errors';
import { isPicture, type RefusedAttachment } from '@shared/model/attachment';
import type { NomineeId } from '@shared/model/ids';
import type { FileRef } from '@shared/model/snapshot';
import { fail, type Result } from '@shared/result';
import { api } from '../../api';
import { useContest } from '../../stores/contest';
import { drawnAnew } from '../attachments/drawnPicture';

export interface Attached {
  readonly added: number;
  readonly refused: readonly RefusedAttachment[];
  /** What ended the work before the last file; what was attached before is kept. */
  readonly problem: Failure | null;
}

/** Pictures go through this page, one after the other: only what it has drawn of them is attached. */
export async function attachFiles(nominee: NomineeId, files: readonly FileRef[]): Promise<Attached> {
  const pictures = files.filter(({ name }) => isPicture(attachmentKindOfName(name)));
  const others = files.filter((file) => !pictures.includes(file));
  const first = await attachOthers(nominee, others);
  let added = first.added;
  const refused = [...first.refused];
  let problem = first.problem;
  for (const file of pictures) {
    if (problem !== null) break;
    const done = await attachPicture(nominee, file);
    if (done.ok) added += 1;
    else if (done.failure.code === 'attachment-refused')
      refused.push({ file: done.failure.file, why: done.failure.why });
    else problem = done.failure;
  }
  return { added, refused, problem };
}

async function attachOthers(nominee: NomineeId, files: readonly FileRef[]): Promise<Attached> {
  if (files.length === 0) return { added: 0, refused: [], problem: null };
  const tokens = files.map(({ token }) => token);
  const done = await useContest.getState().run('nominees.attach', { nominee, files: tokens }, { quiet: true });
  return done.ok ? done.value : { added: 0, refused: [], problem: done.failure };
}

async function attachPicture(nominee: NomineeId, { token: file }: FileRef): Promise<Result<unknown>> {
  const read = await api.call('nominees.picture', { file });
  if (!read.ok) return read;
  const { name } = read.value;
  const drawn = await drawnAnew(read.value);
  if (drawn === null) return fail({ code: 'attachment-refused', file: name, why: 'broken' });
  if (drawn.length > maxAttachmentBytes) return fail({ code: 'attachment-refused', file: name, why: 'too-large' });
  return useContest.getState().run('nominees.attachPicture', { nominee, file, drawn }, { quiet: true });
}
