import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What the system's own browser keeps beside the application's data, and the log of what was refused. */
const notOurs =
  /^(logs|Cache|Code Cache|GPUCache|Dawn\w*|Local Storage|Session Storage|Network|blob_storage|Shared Dictionary|Crashpad|DIPS.*|Preferences|Local State|Singleton\w*|.*Cookies.*|Trust Tokens.*|TransportSecurity|Network Persistent State)(\/|$)/;

/** The SHA-256 of each file that the application itself keeps, by name. */
export function stateOf(...folders: readonly string[]): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const folder of folders.filter((each) => existsSync(each)))
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      const path = join(folder, name);
      if (notOurs.test(name) || !statSync(path, { throwIfNoEntry: false })?.isFile()) continue;
      found[path] = createHash('sha256').update(readFileSync(path)).digest('hex');
    }
  return found;
}

/** The files that are not as they were. */
export const changes = (before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>) =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((path) => before[path] !== after[path]);
