import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, nativeTheme, shell } from 'electron';
import type { Application } from './application';
import { HandedOver } from './handedOver';
import { tellWhenAnswering } from './ipc/answering';
import { describe, logFile, logWarning, partsOf, startLog } from './log';
import { devServer, startUrl } from './origin';
import { PreferenceFile } from './preferences';
import { Pages, registerScheme, servePages } from './protocol';
import { hardenProcess, hardenSession } from './security';
import { TroubleWindow } from './trouble/troubleWindow';
import { createWindow } from './window';
import { readWindowState } from './windowState';

// Only what the window needs is in this file and those that it imports: the system starts the page's process while the
// rest, application.ts, is still being read. What stands here is what every start waits for.

const ownData = process.env['TARAZY_USER_DATA'];
if (ownData !== undefined) app.setPath('userData', ownData);
const dataDir = app.getPath('userData');

/** What the window for an unexpected error uses, as far as it is there when something fails. */
const made: { preferences?: PreferenceFile; application?: Application } = {};
const logs = join(dataDir, 'logs');
const showLog = () => shell.showItemInFolder(logFile(logs));
const trouble = new TroubleWindow({
  language: () => made.preferences?.current.language ?? 'kk',
  showLog,
  stop: async () => made.application?.stop(),
});
process.on('uncaughtException', (error) => trouble.tell('unexpected', partsOf(error)));
process.on('unhandledRejection', (reason) => trouble.tell('unexpected', partsOf(reason)));

mkdirSync(dataDir, { recursive: true });
startLog(logs);

registerScheme();
hardenProcess();

// Read while the engine starts.
const pages = devServer === undefined ? new Pages(join(import.meta.dirname, '../renderer')) : null;

// The dev server starts the new main process before the old one has gone.
if (devServer === undefined && !app.requestSingleInstanceLock()) app.exit(0);
else {
  const handedOver = new HandedOver();
  // Not awaited at top level: Electron holds `ready` back until the entry module has loaded.
  void app.whenReady().then(() => start(handedOver));
}

async function start(handedOver: HandedOver): Promise<void> {
  hardenSession();
  const preferences = new PreferenceFile(dataDir, app.getLocale());
  made.preferences = preferences;
  nativeTheme.themeSource = preferences.current.theme;
  const window = createWindow(readWindowState(dataDir), trouble.tell);
  // Read when the page has its files: before, this thread hands them out.
  const answering = once(window.webContents, 'dom-ready').then(async () => {
    const { startApplication } = await import('./application');
    made.application = startApplication({ window, preferences, dataDir, trouble, showLog, handedOver });
  });
  tellWhenAnswering(answering);
  if (pages !== null) servePages(pages, () => preferences.current);
  // A page whose process ends before it has loaded is loaded again by the window itself.
  await window.loadURL(startUrl).catch((error: unknown) => logWarning(`the page: ${describe(partsOf(error))}`));
}
