import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname, uptime } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { exists, isErrno, privateFile } from './files';

/**
 * One process at a time works in a working copy. The lock names its holder exactly enough that what a killed process
 * or a power loss left behind is recognised: process id with its start time, and the boot it belongs to. SQLite's own
 * EXCLUSIVE lock on the database stands behind it.
 */
const holderSchema = z.object({
  pid: z.number().int().positive(),
  startedAt: z.string(),
  host: z.string(),
  boot: z.string(),
  token: z.string(),
});
type Holder = z.output<typeof holderSchema>;

export interface Lock {
  release(): Promise<void>;
}

/** Tokens of the locks that this thread holds. */
const held = new Set<string>();

/** The lock of `folder` (which must exist), or null while another living process holds it. */
export async function takeLock(folder: string): Promise<Lock | null> {
  const path = join(folder, 'lock');
  const me: Holder = {
    pid: process.pid,
    startedAt: processStart(process.pid) ?? '',
    host: hostname(),
    boot: bootId(),
    token: randomBytes(12).toString('hex'),
  };
  // Two rounds: one to find and remove what a dead process left, one to take the lock.
  for (let round = 0; round < 2; round++) {
    if (await create(path, me)) {
      held.add(me.token);
      return { release: () => release(path, me.token) };
    }
    const text = await readIfThere(path);
    if (text !== null && isAlive(parseHolder(text))) return null;
    if (text !== null) await removeStale(path, text);
  }
  return null;
}

/** Appears whole or not at all: a reader must never see half a lock and take it for a stale one. */
async function create(path: string, holder: Holder): Promise<boolean> {
  const draft = `${path}.${holder.token}`;
  await writeFile(draft, JSON.stringify(holder), { mode: privateFile, flag: 'wx' });
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if (isErrno(error, 'EEXIST')) return false;
    // File systems without hard links.
    if (!isErrno(error, 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS')) throw error;
    if (await exists(path)) return false;
    await rename(draft, path);
    return true;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Moves the stale lock aside; when somebody was faster and it is theirs by now, puts it back. */
async function removeStale(path: string, stale: string): Promise<void> {
  const aside = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return;
    throw error;
  }
  const moved = await readIfThere(aside);
  if (moved === stale) await rm(aside, { force: true });
  else await rename(aside, path);
}

async function release(path: string, token: string): Promise<void> {
  held.delete(token);
  const text = await readIfThere(path);
  if (text !== null && parseHolder(text)?.token === token) await rm(path, { force: true });
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return null;
    throw error;
  }
}

function parseHolder(text: string): Holder | null {
  try {
    const holder = holderSchema.safeParse(JSON.parse(text));
    return holder.success ? holder.data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function isAlive(holder: Holder | null): boolean {
  if (holder === null || holder.boot !== bootId()) return false;
  // Own process: alive only where this thread really holds it; a thread that died leaves its lock behind.
  if (holder.pid === process.pid) return held.has(holder.token);
  if (!processExists(holder.pid)) return false;
  const started = processStart(holder.pid);
  return started === null || holder.startedAt === '' || started === holder.startedAt;
}

function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    if (isErrno(error, 'ESRCH')) return false;
    if (isErrno(error, 'EPERM')) return true;
    throw error;
  }
}

/** Start time in clock ticks since boot where /proc tells it: a reused process id has another one. */
function processStart(pid: number): string | null {
  const text = readProc(`/proc/${pid}/stat`);
  // The second field is the program's name in parentheses and may hold spaces.
  return text?.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? null;
}

/** Elsewhere than on Linux the boot is known by its time, to ten minutes: clocks are set while a computer runs. */
function bootId(): string {
  const id = readProc('/proc/sys/kernel/random/boot_id');
  return id?.trim() ?? `${hostname()}/${Math.round((Date.now() / 1000 - uptime()) / 600)}`;
}

function readProc(path: string): string | null {
  if (process.platform !== 'linux') return null;
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (isErrno(error, 'ENOENT', 'EACCES', 'ESRCH')) return null;
    throw error;
  }
}
