import { create } from 'zustand';
import type { Recent } from '@shared/model/snapshot';
import { api } from '../api';
import { arrive, report } from './session';

/** The files that were opened lately, as the start screen lists them. */
export const useRecents = create<{ readonly recents: readonly Recent[] }>()(() => ({ recents: [] }));

export function showRecents(recents: readonly Recent[]): void {
  useRecents.setState({ recents });
}

export async function readRecents(): Promise<void> {
  const result = report(await api.call('start.recents', {}));
  if (result.ok) showRecents(result.value);
}

/** Takes off the list what is gone; a missing file with work that only this computer has stays. */
export async function forgetMissing(): Promise<void> {
  const found = report(await api.call('start.recents', {}));
  if (!found.ok) return;
  for (const { id } of found.value.filter(({ missing, unpublished }) => missing && !unpublished)) {
    const left = report(await api.call('start.forget', { id }));
    if (!left.ok) return;
    showRecents(left.value);
  }
}

/** Asks for a file; it goes where a dropped one would go. */
export async function pickAndOpen(kind: 'contest' | 'ballot' | 'results' | 'snapshot'): Promise<void> {
  const result = report(await api.call('files.pick', { kind, multiple: false }));
  const file = result.ok ? result.value[0] : undefined;
  if (file !== undefined) arrive([{ kind, from: { kind: 'file', file } }]);
}
