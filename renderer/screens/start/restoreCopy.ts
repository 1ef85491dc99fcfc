import type { FileToken } from '@shared/model/ids';
import type { FileRef, Version } from '@shared/model/snapshot';
import type { Result } from '@shared/result';
import { api } from '../../api';

/** Asks where the copy goes and writes it there; null where the user chose no place. */
export async function restoreCopy(
  version: Version,
  file: string,
  restore: (to: FileToken) => Promise<Result<FileRef>>,
): Promise<Result<FileRef> | null> {
  const day = version.publishedAt.slice(0, 10);
  const suggestedName = `${file.replace(/\.tarazy$/, '')} ${day}`;
  const target = await api.call('files.pickSave', { kind: 'contest', suggestedName });
  if (!target.ok) return target;
  return target.value === null ? null : restore(target.value.token);
}
