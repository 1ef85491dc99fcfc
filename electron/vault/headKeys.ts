import type { ContestId } from '@shared/model/ids';
import type { Heavy } from '../workers/heavy';
import type { ContainerHead } from './container';
import { headerIsGenuine } from './keys';
import type { Secret, Slot } from './slots';
import { unlock, type Unlocked } from './unlock';

/** What one secret opens of a file and of the copy on this computer. Null: it does not open it, or it is not there. */
export interface HeadKeys {
  readonly file: Unlocked | null;
  readonly local: Unlocked | null;
}

export const isGenuine = ({ key }: Unlocked, head: ContainerHead): boolean =>
  headerIsGenuine(key, head.headerBytes, head.mac);

/**
 * The keys of both. A password that was changed here and not published yet opens the file too, through the slot beside
 * the working copy: the key is one. After «revoke and change the key» there are two, and the same secret may open one
 * of them, or each by another slot.
 */
export async function unlockHeads(
  heavy: Heavy,
  contestId: ContestId,
  heads: { readonly file: ContainerHead | null; readonly local: ContainerHead | null },
  secret: Secret,
): Promise<HeadKeys> {
  const fileSlots = heads.file?.header.slots ?? [];
  const file = await unlock(heavy, contestId, fileSlots, secret);
  if (heads.local === null) return { file, local: null };
  if (file !== null && isGenuine(file, heads.local)) return { file, local: file };
  // What does not open beside the file does not open beside the working copy either.
  const others = heads.local.header.slots.filter((slot) => !fileSlots.some((one) => isSame(one, slot)));
  const local = await unlock(heavy, contestId, others, secret);
  const opensFile = file === null && local !== null && heads.file !== null && isGenuine(local, heads.file);
  return { file: opensFile ? local : file, local };
}

/** Two heads with a slot in common say that they are of one key. */
export const haveCommonSlot = (a: readonly Slot[], b: readonly Slot[]): boolean =>
  a.some((one) => b.some((other) => isSame(one, other)));

const isSame = (a: Slot, b: Slot): boolean => a.id === b.id && a.wrapped === b.wrapped;
