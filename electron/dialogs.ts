import { existsSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { app, dialog, type BrowserWindow } from 'electron';
import type { InputOf } from '@shared/ipc/contract';

type PickKind = InputOf<'files.pick'>['kind'];
type SaveKind = InputOf<'files.pickSave'>['kind'];

/** Names of filters are names of formats: they need no translation. */
const openFilters: Readonly<Record<PickKind, Electron.FileFilter>> = {
  contest: { name: 'Tarazy', extensions: ['tarazy'] },
  ballot: { name: 'Tarazy', extensions: ['tballot'] },
  'returned-ballot': { name: 'Tarazy', extensions: ['tscores'] },
  results: { name: 'Tarazy', extensions: ['tresults'] },
  spreadsheet: { name: 'Excel, CSV', extensions: ['xlsx', 'csv'] },
  snapshot: { name: 'JSON', extensions: ['json'] },
  attachment: { name: 'PDF, PNG, JPEG, WEBP, TXT', extensions: ['pdf', 'png', 'jpg', 'jpeg', 'webp', 'txt'] },
};
const saveFilters: Readonly<Record<SaveKind, Electron.FileFilter>> = {
  contest: openFilters.contest,
  'returned-ballot': openFilters['returned-ballot'],
  workbook: { name: 'Excel', extensions: ['xlsx'] },
  minutes: { name: 'Word', extensions: ['docx'] },
  snapshot: openFilters.snapshot,
  results: openFilters.results,
  csv: { name: 'CSV', extensions: ['csv'] },
  log: { name: 'JSON Lines', extensions: ['jsonl'] },
  pdf: { name: 'PDF', extensions: ['pdf'] },
  png: { name: 'PNG', extensions: ['png'] },
  jpeg: { name: 'JPEG', extensions: ['jpg', 'jpeg'] },
  webp: { name: 'WEBP', extensions: ['webp'] },
  text: { name: 'TXT', extensions: ['txt'] },
};

/** Paths of the files the user chose; empty when the dialog was cancelled. */
export async function pickFiles(window: BrowserWindow, kind: PickKind, multiple: boolean): Promise<readonly string[]> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    filters: [openFilters[kind]],
    properties: multiple ? ['openFile', 'multiSelections'] : ['openFile'],
  });
  return canceled ? [] : filePaths;
}

export async function pickFolder(window: BrowserWindow): Promise<string | undefined> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    properties: ['openDirectory', 'createDirectory'],
  });
  return canceled ? undefined : filePaths[0];
}

/** Where to save; always with the kind's ending. */
export async function pickSave(
  window: BrowserWindow,
  kind: SaveKind,
  suggestedName: string,
): Promise<string | undefined> {
  const filter = saveFilters[kind];
  let defaultPath = join(app.getPath('documents'), withEnding(safeName(suggestedName), filter));
  for (;;) {
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      defaultPath,
      filters: [filter],
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    });
    if (canceled || filePath === '') return undefined;
    const complete = withEnding(filePath, filter);
    // The system asked about the name as typed; with the ending added it may be another file that is already there.
    if (complete === filePath || !existsSync(complete)) return complete;
    defaultPath = complete;
  }
}

const withEnding = (path: string, { extensions }: Electron.FileFilter) =>
  extensions.some((one) => extname(path).toLowerCase() === `.${one}`) ? path : `${path}.${extensions[0] ?? ''}`;

/** A name that every file system takes; the page suggests it from a title that may hold anything. */
function safeName(name: string): string {
  const safe = basename(name.replace(/[\u0000-\u001f\u007f<>:"/\\|?*]+/g, ' '))
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  return safe.slice(0, 120) || 'Tarazy';
}
