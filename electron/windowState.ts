import { readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { screen, type BrowserWindow, type Rectangle } from 'electron';
import { logWarning } from './log';
import { attempt } from './vault/fsFailure';
import { usualSize, visiblePlace, windowStateIn, type WindowState } from './windowPlace';

const fileIn = (folder: string) => join(folder, 'window.json');

/** A missing or unreadable file is none: the window opens at its usual size. */
export function readWindowState(folder: string): WindowState | undefined {
  try {
    return windowStateIn(JSON.parse(readFileSync(fileIn(folder), 'utf8')));
  } catch {
    return undefined;
  }
}

/** Where it cannot be written the window merely opens elsewhere next time: that is worth a line in the log. */
export async function writeWindowState(folder: string, window: BrowserWindow): Promise<void> {
  const state: WindowState = { ...window.getNormalBounds(), maximised: window.isMaximized() };
  const file = fileIn(folder);
  const written = await attempt(file, async () => {
    await writeFile(`${file}.new`, JSON.stringify(state));
    await rename(`${file}.new`, file);
  });
  if (!written.ok) logWarning(`window.json was not written: ${written.failure.code}`);
}

/** Bounds to open with; without a position the system puts the window in the middle. */
export function openingBounds(state: WindowState | undefined): Partial<Rectangle> & typeof usualSize {
  if (state === undefined) return usualSize;
  const areas = screen.getAllDisplays().map(({ workArea }) => workArea);
  return visiblePlace(state, areas) ?? usualSize;
}
