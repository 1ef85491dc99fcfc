import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The prebuilt addon needs Node-API 10 and crashes the process on a runtime that has less, instead of refusing to
 * load. There the addon compiled for Node-API 9 is used: from TARAZY_NATIVE_BINDING, or out of the packaged resources.
 * Undefined means: the library's own prebuilt one.
 */
export function nativeBinding(): string | undefined {
  if (Number(process.versions['napi']) >= 10) return undefined;
  const places = [process.env['TARAZY_NATIVE_BINDING'], packagedAddon()];
  const found = places.find((path) => path != null && path !== '' && existsSync(path));
  if (found != null) return found;
  throw new Error('no SQLite addon for this runtime: set TARAZY_NATIVE_BINDING to the one compiled for Node-API 9');
}

function packagedAddon(): string | null {
  if (!('resourcesPath' in process) || typeof process.resourcesPath !== 'string') return null;
  return join(process.resourcesPath, 'native', 'better_sqlite3.node');
}
