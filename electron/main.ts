import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, nativeTheme, shell, type BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import type { EventName, Events } from '@shared/ipc/contract';
import type { OpenedFile } from '@shared/model/snapshot';
import { fail, ok, type Result } from '@shared/result';
import { Closing } from './closing';
import { kindOfFile } from './fileKinds';
import { FileTokens } from './fileTokens';
import { registerCalls } from './ipc/register';
import { logFile, logInfo, partsOf, startLog } from './log';
import { AppMenu } from './menu/appMenu';
import { OpenRequests } from './openRequests';
import { devServer, isOwnUrl } from './origin';
import { PreferenceFile } from './preferences';
import { registerScheme, servePages } from './protocol';
import { RecentDocuments } from './recentDocuments';
import { hardenProcess, hardenSession } from './security';
import { shellCalls } from './shellCalls';
import { TroubleWindow } from './trouble/troubleWindow';
import { createWindow } from './window';
import { readWindowState, writeWindowState } from './windowState';
import { DeskClient } from './workers/deskClient';

const ownData = process.env['TARAZY_USER_DATA'];
if (ownData !== undefined) app.setPath('userData', ownData);
const dataDir = app.getPath('userData');

/** What the window for an unexpected error uses, as far as it is there when something fails. */
const made: { preferences?: PreferenceFile; desk?: DeskClient } = {};
const logs = join(dataDir, 'logs');
const showLog = () => shell.showItemInFolder(logFile(logs));
const trouble = new TroubleWindow({
  language: () => made.preferences?.current.language ?? 'kk',
  showLog,
  stop: async () => made.desk?.stop(),
});
process.on('uncaughtException', (error) => trouble.tell('unexpected', partsOf(error)));
process.on('unhandledRejection', (reason) => trouble.tell('unexpected', partsOf(reason)));

mkdirSync(dataDir, { recursive: true });
startLog(logs);

registerScheme();
hardenProcess();

// The dev server starts the new main process before the old one has gone.
if (devServer === undefined && !app.requestSingleInstanceLock()) app.exit(0);
// Not awaited at top level: Electron holds `ready` back until the entry module has loaded.
else void app.whenReady().then(start);

function start(): void {
  hardenSession();
  if (devServer === undefined) servePages(join(import.meta.dirname, '../renderer'));
  const preferences = new PreferenceFile(dataDir, app.getLocale());
  made.preferences = preferences;
  nativeTheme.themeSource = preferences.current.theme;
  const window = createWindow(readWindowState(dataDir), trouble.tell);

  const tell = <K extends EventName>(name: K, payload: Events[K]) => {
    if (!window.isDestroyed()) window.webContents.send(`event:${name}`, payload);
  };
  const desk = new DeskClient(
    new URL('./workers/desk.js', import.meta.url),
    { dataDir, appVersion: app.getVersion() },
    {
      event: tell,
      grant: (token, path) => files.remember(token, path),
      died: (reference, error) => {
        tell('deskDied', { reference });
        void trouble.show('desk', reference, error);
      },
    },
  );
  made.desk = desk;
  const files = new FileTokens((token, path) => desk.grant(token, path));
  const requests = new OpenRequests(files, ({ files: taken, refused }) => {
    if (taken.length > 0) tell('opened', taken);
    if (refused !== null) tell('notOpened', refused);
  });
  const menu = new AppMenu({
    isDeveloping: devServer !== undefined,
    preferences: () => preferences.current,
    recents: () => desk.run('start.recents', {}),
    send: (command) => tell('menu', command),
    showLog,
  });
  const recents = new RecentDocuments(files, () => menu.readRecents());

  const closing = new Closing(window, {
    desk,
    ask: (failure) => tell('closing', failure),
    remember: () => writeWindowState(dataDir, window),
  });
  registerCalls({
    isTrusted: (event) => isFromOwnPage(event, window),
    shell: shellCalls({
      window,
      files,
      preferences,
      menu,
      pageReady: () => requests.pageListens(),
      showLog,
      closeUnwritten: () => closing.closeUnwritten(),
    }),
    desk: (name, input) => recents.after(name, input, desk.run(name, input)),
    dropped: (paths) => takeDropped(paths, files),
  });

  requests.listen();
  void requests.fromCommandLine(process.argv.slice(app.isPackaged ? 1 : 2), process.cwd());
  app.on('second-instance', () => bringToFront(window));
  logInfo(`started ${app.getVersion()}, Electron ${process.versions.electron}, ${process.platform}-${process.arch}`);
}

function isFromOwnPage(event: IpcMainInvokeEvent, window: BrowserWindow): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame === window.webContents.mainFrame && isOwnUrl(frame.url);
}

/** Checks every file before any is granted: a drop is taken as a whole or not at all. */
async function takeDropped(paths: readonly string[], files: FileTokens): Promise<Result<readonly OpenedFile[]>> {
  const kinds = [];
  for (const path of paths) {
    const kind = path === '' ? fail({ code: 'file-forgotten' } as const) : await kindOfFile(path);
    if (!kind.ok) return kind;
    kinds.push({ path, kind: kind.value });
  }
  return ok(kinds.map(({ path, kind }) => ({ kind, file: files.grant(path) })));
}

function bringToFront(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
