/** What the lock waits for: whatever was typed is saved first. */
export const saves: (() => Promise<unknown>)[] = [];

/** `save` ends when everything that was typed is saved; the lock waits for it. */
export function beforeLocking(save: () => Promise<unknown>): void {
  saves.push(save);
}
