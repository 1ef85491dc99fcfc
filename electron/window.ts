import { join } from 'node:path';
import { BrowserWindow, Menu, nativeTheme } from 'electron';
import { logWarning } from './log';
import { devServer, startUrl } from './origin';

/** --canvas of renderer/styles/tokens.css, so that the window does not flash in another colour before the first paint. */
const background = () => (nativeTheme.shouldUseDarkColors ? '#0b1416' : '#f2f5f6');

const reloadAgainAfterMs = 30_000;

/** The application's window; it shows itself when there is something to see. */
export function createWindow(): BrowserWindow {
  Menu.setApplicationMenu(menu());
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 960,
    minHeight: 600,
    show: false,
    title: 'Tarazy',
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
  // The menu only carries shortcuts (editing, zoom); nothing in it is a word in a language.
  window.setMenuBarVisibility(false);
  window.once('ready-to-show', () => window.show());
  nativeTheme.on('updated', () => {
    if (!window.isDestroyed()) window.setBackgroundColor(background());
  });
  comeBackAfterCrash(window);
  void window.loadURL(startUrl);
  return window;
}

/** The page holds nothing that the desk does not have, so a crashed page is simply loaded again; but not in a loop. */
function comeBackAfterCrash(window: BrowserWindow): void {
  let last = 0;
  window.webContents.on('render-process-gone', (_event, details) => {
    logWarning(`the page's process ended: ${details.reason}, exit code ${details.exitCode}`);
    if (details.reason === 'clean-exit' || Date.now() - last < reloadAgainAfterMs) return;
    last = Date.now();
    window.reload();
  });
}

function menu(): Menu {
  const template: Electron.MenuItemConstructorOptions[] = [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    { role: 'editMenu' },
    {
      label: 'View',
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        // Ctrl+= is what the key gives without Shift.
        { role: 'zoomIn', accelerator: 'CommandOrControl+=', visible: false },
        { role: 'zoomOut' },
        { role: 'togglefullscreen' },
        ...(devServer === undefined ? [] : [{ role: 'reload' } as const, { role: 'toggleDevTools' } as const]),
      ],
    },
  ];
  return Menu.buildFromTemplate(template);
}
