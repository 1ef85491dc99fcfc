import { expect } from '@playwright/test';
import type { Launched } from './launch';

export interface NativeItem {
  readonly label: string;
  readonly enabled: boolean;
  readonly checked: boolean;
}

/** An entry of the native menu as it stands. */
export const nativeItem = ({ app }: Launched, id: string): Promise<NativeItem | null> =>
  app.evaluate(({ Menu }, wanted) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(wanted);
    return item == null ? null : { label: item.label, enabled: item.enabled, checked: item.checked };
  }, id);

/** Chooses an entry, once it can be chosen: the menu follows the window with one message's delay. */
export async function choose(launched: Launched, id: string): Promise<void> {
  await expect.poll(async () => (await nativeItem(launched, id))?.enabled, `menu entry ${id}`).toBe(true);
  await launched.app.evaluate(({ Menu }, wanted) => {
    Menu.getApplicationMenu()?.getMenuItemById(wanted)?.click();
  }, id);
}
