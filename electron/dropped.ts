import { basename } from 'node:path';
import { attachmentKind, attachmentKindOfName } from '@shared/domain/attachments';
import type { RefusedAttachment } from '@shared/model/attachment';
import type { DroppedOnNominee, FileRef, OpenedFile } from '@shared/model/snapshot';
import { fail, ok, type Result } from '@shared/result';
import { claimedKind, kindOfFile, readHead } from './fileKinds';
import type { FileTokens } from './fileTokens';
import { attempt } from './vault/fsFailure';

/** Checks every file before any is granted: a drop is taken as a whole or not at all. */
export async function takeDropped(paths: readonly string[], files: FileTokens): Promise<Result<readonly OpenedFile[]>> {
  const kinds = [];
  for (const path of paths) {
    const kind = path === '' ? forgotten : await kindOfFile(path);
    if (!kind.ok) return kind;
    kinds.push({ path, kind: kind.value });
  }
  return ok(kinds.map(({ path, kind }) => ({ kind, file: files.grant(path) })));
}

/** Each file by itself: one that cannot be attached does not keep out the others. */
export async function takeDroppedOnNominee(
  paths: readonly string[],
  files: FileTokens,
): Promise<Result<DroppedOnNominee>> {
  const opened: OpenedFile[] = [];
  const attachable: FileRef[] = [];
  const refused: RefusedAttachment[] = [];
  for (const path of paths) {
    if (path === '') return forgotten;
    if (claimedKind(path) !== undefined) {
      const kind = await kindOfFile(path);
      if (!kind.ok) return kind;
      opened.push({ kind: kind.value, file: files.grant(path) });
      continue;
    }
    const file = basename(path).normalize('NFC');
    // A folder has no ending, and is refused before anybody reads it.
    const isNamed = attachmentKindOfName(file) !== null;
    const head = isNamed ? await attempt(path, () => readHead(path)) : ok(new Uint8Array());
    if (!head.ok) return head;
    const kind = attachmentKind(file, head.value);
    if (kind.ok) attachable.push(files.grant(path));
    else refused.push({ file, why: kind.failure });
  }
  return ok({ opened, attachable, refused });
}

const forgotten = fail({ code: 'file-forgotten' } as const);
