import { app, type BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import type { EventName, Events } from '@shared/ipc/events';
import { Closing } from './closing';
import { takeDropped, takeDroppedOnNominee } from './dropped';
import { FileTokens } from './fileTokens';
import type { HandedOver } from './handedOver';
import { registerCalls } from './ipc/register';
import { lockByItself } from './locking/lockByItself';
import { ScreenLock } from './locking/screenLock';
import { logInfo } from './log';
import { AppMenu } from './menu/appMenu';
import { OpenRequests } from './openRequests';
import { devServer, isOwnUrl } from './origin';
import type { PreferenceFile } from './preferences';
import { startReader } from './readerProcess';
import { RecentDocuments } from './recentDocuments';
import { shellCalls } from './shellCalls';
import type { TroubleWindow } from './trouble/troubleWindow';
import { writeWindowState } from './windowState';
import { DeskClient } from './workers/deskClient';
import { readApart } from './workers/readApart';

interface Surroundings {
  readonly window: BrowserWindow;
  readonly preferences: PreferenceFile;
  readonly dataDir: string;
  readonly trouble: TroubleWindow;
  readonly showLog: () => void;
  readonly handedOver: HandedOver;
}

export interface Application {
  /** Writes out what can be written and ends the desk. */
  stop(): Promise<void>;
}

/** Everything behind the window: the calls that the page may make, the desk, the menu, files handed over. */
export function startApplication(around: Surroundings): Application {
  const { window, preferences, dataDir, trouble, showLog, handedOver } = around;
  const lock = new ScreenLock({
    tell: (name, payload) => {
      if (!window.isDestroyed()) window.webContents.send(`event:${name}`, payload);
    },
    changed: () => menu.rebuild(),
    now: () => new Date(),
  });
  const tell = <K extends EventName>(name: K, payload: Events[K]) => lock.tell(name, payload);
  const desk = new DeskClient(
    new URL('./workers/desk.js', import.meta.url),
    { dataDir, appVersion: app.getVersion() },
    {
      event: tell,
      grant: (token, path) => files.remember(token, path),
      opened: (opened) => lock.opened(opened),
      readTable: (path) => readApart(startReader, path),
      died: (reference, error) => {
        tell('deskDied', { reference });
        void trouble.show('desk', reference, error);
      },
    },
  );
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
    lock,
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
      pageReady: () => {
        lock.tellState();
        requests.pageListens();
      },
      showLog,
      lock,
      closeUnwritten: () => closing.closeUnwritten(),
    }),
    desk: async (name, input) => {
      const result = await recents.after(name, input, desk.run(name, input));
      if (name === 'lock.open' && result.ok) lock.unlock();
      return result;
    },
    isLocked: () => lock.state.kind === 'locked',
    dropped: (paths) => takeDropped(paths, files),
    droppedOnNominee: (paths) => takeDroppedOnNominee(paths, files),
  });

  handedOver.giveTo((handed) => void requests.take(handed));
  void requests.fromCommandLine(process.argv.slice(app.isPackaged ? 1 : 2), process.cwd());
  lockByItself(lock, window, () => preferences.current);
  app.on('second-instance', () => bringToFront(window));
  logInfo(`started ${app.getVersion()}, Electron ${process.versions.electron}, ${process.platform}-${process.arch}`);
  return desk;
}

function isFromOwnPage(event: IpcMainInvokeEvent, window: BrowserWindow): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame === window.webContents.mainFrame && isOwnUrl(frame.url);
}

function bringToFront(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
