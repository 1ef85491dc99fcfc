import type { MenuItemConstructorOptions } from 'electron';
import { places, placesWithKeys, type MenuCommand, type ScreenName, type Showing } from '@shared/model/menu';
import type { Preferences, Recent } from '@shared/model/snapshot';
import { languages } from '@shared/model/language';
import type { MenuTexts } from './menuTexts';

export interface MenuState {
  readonly showing: Showing;
  readonly recents: readonly Recent[];
  readonly preferences: Preferences;
  readonly lock: 'nothing-open' | 'no-secret' | 'possible' | 'locked';
  readonly isMac: boolean;
  /** Reload and the developer tools, only while developing. */
  readonly isDeveloping: boolean;
}

export interface MenuActions {
  readonly send: (command: MenuCommand) => void;
  readonly showLog: () => void;
  readonly lock: () => void;
}

type Item = MenuItemConstructorOptions;
const line: Item = { type: 'separator' };

/**
 * The native menu as a value. No shortcut is a key that a juror marks with: those are bare figures, letters and arrows,
 * and Ctrl+Z, Ctrl+Y, which the page hears first.
 */
export function menuTemplate(texts: MenuTexts, given: MenuState, actions: MenuActions): Item[] {
  // A locked window is like one whose dialog waits for an answer, and names no other file either.
  const showing = { ...given.showing, asking: given.showing.asking || given.lock === 'locked' };
  const state = { ...given, showing };
  return [
    ...(state.isMac ? [macMenu(texts, state, actions)] : []),
    fileMenu(texts, state, actions),
    editMenu(texts),
    viewMenu(texts, state, actions),
    ...(state.isMac ? [macWindowMenu(texts)] : []),
    helpMenu(texts, state, actions),
  ];
}

function fileMenu(texts: MenuTexts, state: MenuState, { send, lock }: MenuActions): Item {
  const { file } = texts.menu;
  const { screen, asking } = state.showing;
  const isOpen = closable.has(screen) && !asking;
  return {
    label: file.title,
    submenu: [
      {
        id: 'new',
        label: file.new,
        accelerator: 'CmdOrCtrl+N',
        enabled: !asking && asksForFile(screen),
        click: () => send({ kind: 'new' }),
      },
      {
        id: 'open',
        label: file.open,
        accelerator: 'CmdOrCtrl+O',
        enabled: canOpen(state.showing),
        click: () => send({ kind: 'open', file: 'contest' }),
      },
      {
        id: 'openBallot',
        label: file.openBallot,
        accelerator: 'CmdOrCtrl+Shift+O',
        enabled: canOpen(state.showing),
        click: () => send({ kind: 'open', file: 'ballot' }),
      },
      {
        id: 'openResults',
        label: file.openResults,
        enabled: canOpen(state.showing),
        click: () => send({ kind: 'open', file: 'results' }),
      },
      {
        id: 'openSnapshot',
        label: file.openSnapshot,
        enabled: canOpen(state.showing),
        click: () => send({ kind: 'open', file: 'snapshot' }),
      },
      recentMenu(texts, state, send),
      line,
      {
        id: 'publish',
        label: texts.publish,
        accelerator: 'CmdOrCtrl+S',
        enabled: screen === 'contest' && !asking,
        click: () => send({ kind: 'publish' }),
      },
      {
        id: 'print',
        label: file.print,
        accelerator: 'CmdOrCtrl+P',
        enabled: isOpen,
        click: () => send({ kind: 'print' }),
      },
      line,
      {
        id: 'lock',
        label: texts.lock[state.lock === 'no-secret' ? 'noSecret' : 'now'],
        accelerator: 'CmdOrCtrl+L',
        // A dialog is no hindrance: it is there again after unlocking.
        enabled: state.lock === 'possible',
        click: () => lock(),
      },
      {
        id: 'locking',
        label: texts.lock.settings,
        enabled: !asking,
        click: () => send({ kind: 'locking' }),
      },
      line,
      {
        id: 'close',
        label: closing(texts, screen),
        accelerator: 'CmdOrCtrl+W',
        enabled: isOpen,
        click: () => send({ kind: 'close' }),
      },
      ...(state.isMac ? [] : [line, quit(texts)]),
    ],
  };
}

const closable: ReadonlySet<ScreenName> = new Set(['contest', 'ballot', 'results', 'snapshot']);

function closing({ menu: { file }, places: { closeContest } }: MenuTexts, screen: ScreenName): string {
  if (screen === 'ballot') return file.closeBallot;
  if (screen === 'results') return file.closeResults;
  return screen === 'snapshot' ? file.closeSnapshot : closeContest;
}

/** Nothing is open: a new contest closes nothing. */
const asksForFile = (screen: ScreenName): boolean =>
  screen === 'start' || screen === 'open' || screen === 'ballotOpen' || screen === 'resultsOpen';

const quit = (texts: MenuTexts): Item => ({
  id: 'quit',
  role: 'quit',
  label: texts.menu.file.quit,
  accelerator: 'CmdOrCtrl+Q',
});

function recentMenu(texts: MenuTexts, { recents, showing, lock }: MenuState, send: MenuActions['send']): Item {
  const { file } = texts.menu;
  const entries = recents.map((recent): Item => ({
    id: `recent-${recent.id}`,
    label: escaped(recent.missing ? file.missing.replace('{{file}}', () => recent.name) : recent.name),
    // Two files of one name are told apart by their folders.
    sublabel: recent.folderName,
    toolTip: recent.folderName,
    enabled: canOpen(showing),
    click: () => send({ kind: 'recent', recent }),
  }));
  const none: Item = { label: file.noRecent, enabled: false };
  return {
    id: 'recent',
    label: file.recent,
    ...(lock === 'locked' ? { enabled: false } : {}),
    submenu: [
      ...(entries.length === 0 ? [none] : entries),
      line,
      {
        id: 'forgetMissing',
        label: file.forgetMissing,
        enabled: recents.some(isLost),
        click: () => send({ kind: 'forgetMissing' }),
      },
    ],
  };
}

/** A new recovery code is shown only once: nothing leads away from it but its own button. */
const canOpen = ({ screen, asking }: Showing): boolean => !asking && screen !== 'newCode';

/** A missing file with work that only this computer has stays on the list: the entry is the way to that work. */
const isLost = (recent: Recent): boolean => recent.missing && !recent.unpublished;

/** In a native menu `&` marks the letter to press. */
const escaped = (name: string): string => name.replaceAll('&', '&&');

function editMenu({ menu: { edit } }: MenuTexts): Item {
  return {
    label: edit.title,
    submenu: [
      { role: 'undo', label: edit.undo },
      { role: 'redo', label: edit.redo },
      line,
      { role: 'cut', label: edit.cut },
      { role: 'copy', label: edit.copy },
      { role: 'paste', label: edit.paste },
      { role: 'selectAll', label: edit.selectAll },
    ],
  };
}

function viewMenu(texts: MenuTexts, state: MenuState, { send }: MenuActions): Item {
  const { view } = texts.menu;
  const { showing, preferences } = state;
  const isFree = state.lock === 'locked' ? { enabled: false } : {};
  return {
    label: view.title,
    submenu: [
      ...places.map((place, index): Item => ({
        id: `place-${place}`,
        label: texts.places[place],
        ...(index < placesWithKeys ? { accelerator: `CmdOrCtrl+${index + 1}` } : {}),
        type: 'checkbox',
        checked: showing.place === place,
        enabled: showing.screen === 'contest' && !showing.asking,
        click: () => send({ kind: 'place', place }),
      })),
      line,
      { role: 'zoomIn', label: view.zoomIn },
      // Ctrl+= is what the key gives without Shift.
      { role: 'zoomIn', accelerator: 'CmdOrCtrl+=', visible: false },
      { role: 'zoomOut', label: view.zoomOut },
      { role: 'resetZoom', label: view.actualSize },
      { role: 'togglefullscreen', label: view.fullScreen },
      line,
      {
        label: texts.language,
        submenu: languages.map((language) => ({
          id: `language-${language}`,
          label: texts.languages[language],
          type: 'radio' as const,
          checked: preferences.language === language,
          ...isFree,
          click: () => send({ kind: 'language', language }),
        })),
      },
      {
        label: view.theme,
        submenu: (['system', 'light', 'dark'] as const).map((theme) => ({
          id: `theme-${theme}`,
          label: texts.theme[theme],
          type: 'radio' as const,
          checked: preferences.theme === theme,
          ...isFree,
          click: () => send({ kind: 'theme', theme }),
        })),
      },
      ...(state.isDeveloping ? [line, { role: 'reload' as const }, { role: 'toggleDevTools' as const }] : []),
    ],
  };
}

function helpMenu(texts: MenuTexts, { isMac, showing }: MenuState, actions: MenuActions): Item {
  const { help } = texts.menu;
  return {
    role: 'help',
    label: help.title,
    submenu: [
      {
        id: 'keys',
        label: help.keys,
        accelerator: 'F1',
        enabled: !showing.asking,
        click: () => actions.send({ kind: 'keys' }),
      },
      { id: 'showLog', label: help.showLog, click: () => actions.showLog() },
      ...(isMac ? [] : [line, about(texts, showing, actions)]),
    ],
  };
}

const about = (texts: MenuTexts, { asking }: Showing, { send }: MenuActions): Item => ({
  id: 'about',
  label: texts.menu.help.about,
  enabled: !asking,
  click: () => send({ kind: 'about' }),
});

function macMenu(texts: MenuTexts, state: MenuState, actions: MenuActions): Item {
  const { mac } = texts.menu;
  return {
    label: texts.app,
    submenu: [
      about(texts, state.showing, actions),
      line,
      { role: 'services', label: mac.services },
      line,
      { role: 'hide', label: mac.hide },
      { role: 'hideOthers', label: mac.hideOthers },
      { role: 'unhide', label: mac.unhide },
      line,
      quit(texts),
    ],
  };
}

function macWindowMenu({ menu: { mac, view } }: MenuTexts): Item {
  return {
    role: 'window',
    label: mac.window,
    submenu: [
      { role: 'minimize', label: mac.minimize },
      { role: 'zoom', label: view.fullScreen },
    ],
  };
}
