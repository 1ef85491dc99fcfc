import { join } from 'node:path';
import { BrowserWindow, nativeTheme } from 'electron';
import { logWarning, partsOf } from './log';
import { devServer } from './origin';
import type { TellTrouble } from './trouble/troubleWindow';
import { leastSize, type WindowState } from './windowPlace';
import { openingBounds } from './windowState';

/** --canvas of renderer/styles/tokens.css, so that the window does not flash in another colour before the first paint. */
const background = () => (nativeTheme.shouldUseDarkColors ? '#0b1416' : '#f2f5f6');

/** Elsewhere it is in the program's own file; on Linux a window has none until it is given one. */
const icon = process.platform === 'linux' ? { icon: join(import.meta.dirname, '../icons/window.png') } : {};

const reloadAgainAfterMs = 30_000;

/** The application's window, still without a page; it shows itself when there is something to see. */
export function createWindow(left: WindowState | undefined, tellTrouble: TellTrouble): BrowserWindow {
  const window = new BrowserWindow({
    ...openingBounds(left),
    minWidth: leastSize.width,
    minHeight: leastSize.height,
    show: false,
    title: 'Tarazy',
    ...icon,
    backgroundColor: background(),
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      devTools: devServer !== undefined,
    },
  });
  // All of the menu is on the page too: Alt shows it, and until then the page has the room.
  window.setAutoHideMenuBar(true);
  window.setMenuBarVisibility(false);
  window.once('ready-to-show', () => {
    if (left?.maximised === true) window.maximize();
    window.show();
  });
  nativeTheme.on('updated', () => {
    if (!window.isDestroyed()) window.setBackgroundColor(background());
  });
  comeBackAfterCrash(window, tellTrouble);
  window.webContents.on('preload-error', (_event, _path, error) => tellTrouble('preload', partsOf(error)));
  return window;
}

/** The page holds nothing that the desk does not have, so a crashed page is simply loaded again; but not in a loop. */
function comeBackAfterCrash(window: BrowserWindow, tellTrouble: TellTrouble): void {
  let last = 0;
  window.webContents.on('render-process-gone', (_event, details) => {
    logWarning(`the page's process ended: ${details.reason}, exit code ${details.exitCode}`);
    if (details.reason === 'clean-exit') return;
    if (Date.now() - last < reloadAgainAfterMs) {
      tellTrouble('page', { name: 'Error', message: `the page's process ended twice: ${details.reason}`, stack: '' });
      return;
    }
    last = Date.now();
    window.reload();
  });
}
