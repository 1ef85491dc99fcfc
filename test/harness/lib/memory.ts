import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';

/**
 * A folder in memory for files that are written by the thousand and need not outlive the run; `otherwise` where there
 * is none.
 */
export async function inMemory<T>(name: string, otherwise: string, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = hasSharedMemory() ? mkdtempSync(`/dev/shm/harness-${name}-`) : otherwise;
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  process.once('exit', remove);
  try {
    return await use(folder);
  } finally {
    remove();
  }
}

function hasSharedMemory(): boolean {
  try {
    accessSync('/dev/shm', constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
