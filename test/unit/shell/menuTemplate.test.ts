import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, test } from 'vitest';
import { places, type MenuCommand, type ScreenName } from '@shared/model/menu';
import { recentId } from '@shared/model/ids';
import type { Recent } from '@shared/model/snapshot';
import { languages } from '@shared/model/language';
import { menuTemplate, type MenuState } from '../../../electron/menu/menuTemplate';
import { menuTexts } from '../../../electron/menu/menuTexts';

const recent: Recent = {
  id: recentId.parse('c-0123456789abcdef0123456789abcdef'),
  kind: 'contest',
  name: 'Марапат & сыйлық.tarazy',
  folderName: 'Құжаттар',
  openedAt: '2026-11-25T10:00:00.000Z',
  missing: false,
  unpublished: false,
};
const state = (screen: ScreenName, more: Partial<MenuState> = {}): MenuState => ({
  showing: { screen, place: screen === 'contest' ? 'jury' : null, asking: false },
  recents: [recent],
  preferences: { language: 'kk', theme: 'dark', lockAfter: 15, lockOnSleep: true },
  lock: screen === 'contest' || screen === 'ballot' || screen === 'results' ? 'possible' : 'nothing-open',
  isMac: false,
  isDeveloping: false,
  ...more,
});

function itemsOf(menu: MenuState, send: (command: MenuCommand) => void = () => undefined) {
  const flat = (items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
    items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);
  return flat(
    menuTemplate(menuTexts(menu.preferences.language), menu, { send, showLog: () => undefined, lock: () => undefined }),
  );
}
const enabled = (menu: MenuState) =>
  itemsOf(menu).flatMap(({ id, enabled: on }) => (id !== undefined && on ? [id] : []));

describe('what can be chosen follows what the window shows', () => {
  test.each([
    ['start', ['new', 'open', 'openBallot', 'openResults', 'openSnapshot', `recent-${recent.id}`, 'locking']],
    ['create', ['open', 'openBallot', 'openResults', 'openSnapshot', `recent-${recent.id}`, 'locking']],
    [
      'results',
      ['open', 'openBallot', 'openResults', 'openSnapshot', `recent-${recent.id}`, 'print', 'lock', 'locking', 'close'],
    ],
    [
      'snapshot',
      ['open', 'openBallot', 'openResults', 'openSnapshot', `recent-${recent.id}`, 'print', 'locking', 'close'],
    ],
    [
      'ballot',
      ['open', 'openBallot', 'openResults', 'openSnapshot', `recent-${recent.id}`, 'print', 'lock', 'locking', 'close'],
    ],
    [
      'contest',
      [
        'open',
        'openBallot',
        'openResults',
        'openSnapshot',
        `recent-${recent.id}`,
        'publish',
        'print',
        'lock',
        'locking',
        'close',
        ...places.map((id) => `place-${id}`),
      ],
    ],
  ] as const)('%s', (screen, expected) => {
    expect(enabled(state(screen))).toEqual([...expected, 'keys', 'about']);
  });

  test('while a dialog waits for an answer nothing leads away from it', () => {
    const asking = { screen: 'contest', place: 'jury', asking: true } as const;
    expect(enabled(state('contest', { showing: asking }))).toEqual(['lock']);
  });

  test('a locked window offers the way out and the log, and names no other file', () => {
    const items = itemsOf(state('contest', { lock: 'locked' }));
    const offered = items.filter(
      ({ enabled: on, click, role, type }) => type !== 'separator' && on !== false && (click || role),
    );
    const unlike = new Set([
      'help',
      'undo',
      'redo',
      'cut',
      'copy',
      'paste',
      'selectAll',
      'zoomIn',
      'zoomOut',
      'resetZoom',
      'togglefullscreen',
    ]);
    expect(offered.flatMap(({ id, role }) => (unlike.has(role ?? '') ? [] : [id]))).toEqual(['quit', 'showLog']);
    expect(items.find(({ id }) => id === 'recent')).toMatchObject({ enabled: false });
  });

  test('what has no password is not locked, and says why', () => {
    const lock = itemsOf(state('contest', { lock: 'no-secret' })).find(({ id }) => id === 'lock');
    expect(lock).toMatchObject({ enabled: false, label: 'Құлыптау (үлгі байқаудың құпиясөзі жоқ)' });
  });

  test('the place, the language and the theme in force are ticked', () => {
    const ticked = itemsOf(state('contest')).flatMap(({ id, checked }) => (checked === true ? [id] : []));
    expect(ticked).toEqual(['place-jury', 'language-kk', 'theme-dark']);
  });
});

test('missing files can be taken off the list, except where only this computer has the work', () => {
  const offer = (found: Partial<Recent>) =>
    enabled(state('start', { recents: [{ ...recent, ...found }] })).includes('forgetMissing');
  expect(offer({})).toBe(false);
  expect(offer({ missing: true })).toBe(true);
  expect(offer({ missing: true, unpublished: true })).toBe(false);
});

test('the name of a file is shown as it is', () => {
  const item = itemsOf(state('start')).find(({ id }) => id === `recent-${recent.id}`);
  expect(item).toMatchObject({ label: 'Марапат && сыйлық.tarazy', sublabel: 'Құжаттар' });
});

describe('shortcuts', () => {
  const roles: Readonly<Record<string, string>> = {
    undo: 'CmdOrCtrl+Z',
    redo: 'CmdOrCtrl+Y',
    cut: 'CmdOrCtrl+X',
    copy: 'CmdOrCtrl+C',
    paste: 'CmdOrCtrl+V',
    selectAll: 'CmdOrCtrl+A',
    zoomIn: 'CmdOrCtrl+Plus',
    zoomOut: 'CmdOrCtrl+-',
    resetZoom: 'CmdOrCtrl+0',
    togglefullscreen: 'F11',
  };
  const shortcuts = itemsOf(state('contest')).flatMap(({ accelerator, role }) => {
    const keys = accelerator ?? (role === undefined ? undefined : roles[role]);
    return keys === undefined ? [] : [keys];
  });

  test('none is given twice', () => {
    expect(shortcuts).toHaveLength(new Set(shortcuts).size);
    expect(shortcuts.length).toBeGreaterThan(20);
  });

  test('none is a key that a juror marks with: all have Ctrl or are a function key', () => {
    expect(shortcuts.filter((keys) => !/^(CmdOrCtrl\+|F\d+$)/.test(keys))).toEqual([]);
  });
});

test.each(languages)('every entry has words in %s, also on a Mac', (language) => {
  for (const isMac of [false, true]) {
    const items = itemsOf(
      state('contest', { isMac, preferences: { language, theme: 'system', lockAfter: 15, lockOnSleep: true } }),
    );
    const wordless = items.filter(({ type, label, visible }) => type !== 'separator' && visible !== false && !label);
    expect(wordless).toEqual([]);
  }
});

test('File and Help are in the language, and differ between languages', () => {
  const titles = languages.map((language) =>
    menuTemplate(menuTexts(language), state('start'), {
      send: () => undefined,
      showLog: () => undefined,
      lock: () => undefined,
    }).map(({ label }) => label),
  );
  expect(titles).toEqual([
    ['Файл', 'Өңдеу', 'Көрініс', 'Анықтама'],
    ['Файл', 'Правка', 'Вид', 'Справка'],
    ['File', 'Edit', 'View', 'Help'],
  ]);
});
