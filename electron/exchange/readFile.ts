import { open } from 'node:fs/promises';

/** The bytes of the file, or null when it holds more than `most`: what came from outside is measured before reading. */
export async function readAtMost(path: string, most: number): Promise<Uint8Array | null> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    return size > most ? null : new Uint8Array(await handle.readFile());
  } finally {
    await handle.close();
  }
}
