// The rooms of the house, from the top: who stands higher may import who stands lower. A folder that is not here is an
// error of the diagram, so that a new room is described on the day it is built.

export const houses = [
  {
    name: 'renderer',
    what: 'the page, in a sandbox',
    rooms: {
      App: 'first file, which screen stands',
      screens: 'one folder for each place',
      stores: 'slices as the main process gave them',
      components: 'controls and charts, no data',
      api: 'the only file that calls the preload',
      locale: 'languages, texts of failures',
    },
  },
  {
    name: 'electron',
    what: 'the main process and its threads',
    rooms: {
      preload: 'one function between page and main',
      main: 'window, dialogs, security',
      menu: 'the native menu, three languages',
      trouble: 'what an unexpected error opens',
      ipc: 'the one door: check, parse, route',
      locking: 'when the window locks, what is answered then',
      workers: 'threads, a process for tables, the port for heavy work',
      usecases: 'one action each, one transaction',
      documents: 'writes workbook and minutes',
      files: 'reads spreadsheets',
      exchange: 'ballots, signatures, import rules',
      db: 'rows to model and back',
      vault: 'container, keys, working copy',
      tokens: 'a path never leaves, a token does',
      log: 'bugs, without personal data',
    },
  },
  {
    name: 'shared',
    what: 'no Electron, no Node, no DOM',
    rooms: {
      snapshot: 'a contest as one open JSON',
      ipc: 'the only list of calls and events',
      domain: 'pure rules of a contest',
      model: 'branded ids, entities, parsing',
      errors: 'everything that can go wrong, Result',
    },
  },
];

/** Files beside the folders belong to a room too. */
const files = {
  'renderer/api.ts': 'api',
  'renderer/ErrorBoundary.tsx': 'screens',
  'renderer/i18n.ts': 'locale',
  'renderer/failure.ts': 'locale',
  'renderer/reference.ts': 'locale',
  'electron/preload.ts': 'preload',
  'electron/fileTokens.ts': 'tokens',
  'electron/log.ts': 'log',
};
const otherwise = { renderer: 'App', electron: 'main', shared: 'errors' };

/** The room of a source file as `house/room`, or nothing for what is no code of ours. */
export function roomOf(path) {
  if (!/^(renderer|electron|shared)\/.*\.tsx?$/.test(path)) return undefined;
  const [house, folder, inside] = path.split('/');
  return `${house}/${files[path] ?? (inside === undefined ? otherwise[house] : folder)}`;
}
