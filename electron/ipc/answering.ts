import { ipcMain } from 'electron';

/**
 * The one message outside the contract: the preload asks it before the page's first call, because the page is up before
 * the main process has read what answers calls. It carries nothing and answers nothing, so anybody may ask.
 */
export function tellWhenAnswering(answering: Promise<void>): void {
  ipcMain.handle('answering', () => answering);
}
