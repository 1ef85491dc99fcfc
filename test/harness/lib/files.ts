import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

function filesUnder(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

/** What a killed process leaves and the next opening has to remove. */
export const temporaryFiles = (folder: string): readonly string[] =>
  filesUnder(folder).filter((path) => /\.tmp(-journal)?$/.test(path));
