import { rename, writeFile } from 'node:fs/promises';
import { app, clipboard, nativeTheme, shell, type BrowserWindow } from 'electron';
import type { InputOf } from '@shared/ipc/contract';
import type { Showing } from '@shared/model/menu';
import type { Preferences } from '@shared/model/snapshot';
import { fail, ok } from '@shared/result';
import { about } from './about';
import { pickFiles, pickFolder, pickSave } from './dialogs';
import type { FileTokens } from './fileTokens';
import type { ShellHandlers } from './ipc/register';
import type { ScreenLock } from './locking/screenLock';
import { logBug } from './log';
import type { PreferenceFile } from './preferences';
import { attempt } from './vault/fsFailure';

export interface ShellParts {
  readonly window: BrowserWindow;
  readonly files: FileTokens;
  readonly preferences: PreferenceFile;
  /** The page has asked for its state, so it listens to events from now on. */
  readonly pageReady: () => void;
  /** Closes the window without asking again. */
  readonly closeUnwritten: () => void;
  readonly showLog: () => void;
  readonly lock: ScreenLock;
  /** The page shows something else now, or in another language. */
  readonly menu: { show(showing: Showing): void; rebuild(): void };
}

/** The calls that the main process answers itself: windows, dialogs, preferences. */
export function shellCalls(parts: ShellParts): ShellHandlers {
  const { window, files, preferences, menu, pageReady, showLog, closeUnwritten, lock } = parts;
  return {
    'app.state': () => {
      pageReady();
      return ok({ version: app.getVersion(), platform: process.platform, preferences: preferences.current });
    },
    'app.setPreferences': async (change) => {
      if (change.theme !== undefined) nativeTheme.themeSource = change.theme;
      const changed = await attempt('preferences.json', async () => preferences.change(given(change)));
      menu.rebuild();
      return changed;
    },
    'app.copyText': async ({ text }) => {
      await clipboard.writeText(text);
      return ok(null);
    },
    'app.print': () =>
      new Promise((done) => {
        window.webContents.print({ printBackground: true }, (printed, reason) => {
          const cancelled = printed || /cancel/i.test(reason);
          done(cancelled ? ok(null) : fail({ code: 'io', file: '', detail: reason }));
        });
      }),
    'app.printToPdf': async ({ file }) => {
      const path = files.path(file);
      if (path === undefined) return fail({ code: 'file-forgotten' });
      const pdf = await onWhite(window, () =>
        window.webContents.printToPDF({ pageSize: 'A4', printBackground: true, preferCSSPageSize: true }),
      );
      const written = await attempt(path, async () => {
        await writeFile(`${path}.new`, pdf);
        await rename(`${path}.new`, path);
      });
      return written.ok ? ok(files.grant(path)) : written;
    },
    'app.closeUnwritten': () => {
      closeUnwritten();
      return ok(null);
    },
    'app.reportError': ({ message, stack }) => {
      const name = /^(\w+): /.exec(stack)?.[1] ?? 'Error';
      return ok({ reference: logBug('page', { name, message, stack }) });
    },
    'app.showing': (showing) => {
      menu.show(showing);
      return ok(null);
    },
    'app.showLog': () => {
      showLog();
      return ok(null);
    },
    'app.about': async () => ok(await about()),
    'lock.start': () => {
      lock.lock();
      return ok(null);
    },
    'lock.ready': () => {
      lock.handedIn();
      return ok(null);
    },
    'files.pick': async ({ kind, multiple }) =>
      ok((await pickFiles(window, kind, multiple)).map((path) => files.grant(path))),
    'files.pickSave': async ({ kind, suggestedName }) => {
      const path = await pickSave(window, kind, suggestedName);
      return ok(path === undefined ? null : files.grant(path));
    },
    'files.pickFolder': async () => {
      const path = await pickFolder(window);
      return ok(path === undefined ? null : files.grant(path));
    },
    'files.reveal': ({ file }) => {
      const path = files.path(file);
      if (path === undefined) return fail({ code: 'file-forgotten' });
      shell.showItemInFolder(path);
      return ok(null);
    },
  };
}

/** What was named; what was not stays as it is. */
const given = ({ language, theme, lockAfter, lockOnSleep }: InputOf<'app.setPreferences'>): Partial<Preferences> => ({
  ...(language === undefined ? {} : { language }),
  ...(theme === undefined ? {} : { theme }),
  ...(lockAfter === undefined ? {} : { lockAfter }),
  ...(lockOnSleep === undefined ? {} : { lockOnSleep }),
});

/** The margins of a printed page have the window's own ground, which is dark in the dark theme. */
async function onWhite<T>(window: BrowserWindow, print: () => Promise<T>): Promise<T> {
  const ground = window.getBackgroundColor();
  window.setBackgroundColor('#ffffff');
  try {
    return await print();
  } finally {
    window.setBackgroundColor(ground);
  }
}
