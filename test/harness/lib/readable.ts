import { lstatSync, readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Shorter ones would be found by chance in what is encrypted. */
const fewestBytes = 6;
/** Clocks of file systems are coarse: what was just written may be written again under the same time. */
const settledMs = 200;

interface Pattern {
  readonly what: string;
  readonly how: string;
  readonly bytes: Buffer;
}

/** Texts and keys that must not be readable, and the search for them in files, in every way in which they might be written. */
export class Secrets {
  readonly #patterns = new Map<string, Pattern>();
  readonly #searched = new Map<string, { readonly stamp: string; readonly patterns: number }>();

  /** As UTF-8, UTF-16LE, in JSON's and addresses' escapes, and each of them in base64 and in hex. */
  addText(what: string, text: string): void {
    if (Buffer.byteLength(text) < fewestBytes) throw new Error(`too short to be looked for: ${what}`);
    this.#addInside(what, 'UTF-8', Buffer.from(text));
    this.#addInside(what, 'UTF-16LE', Buffer.from(text, 'utf16le'));
    this.#add(what, 'JSON', Buffer.from(JSON.stringify(text).slice(1, -1)));
    this.#add(what, 'an address', Buffer.from(encodeURIComponent(text)));
    const escaped = [...text.matchAll(/[\s\S]/g)].map(
      ([unit]) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
    this.#add(what, 'escaped UTF-16', Buffer.from(escaped.join('')));
  }

  /** As bytes, in base64 and in hex. */
  addKey(what: string, key: Uint8Array): void {
    this.#addInside(what, 'bytes', Buffer.from(key));
  }

  get size(): number {
    return this.#patterns.size;
  }

  /** All that can be read there, in words. */
  inBytes(bytes: Buffer, from = 0): readonly string[] {
    const found = [...this.#patterns.values()].slice(from).filter((pattern) => bytes.includes(pattern.bytes));
    return found.map(({ what, how }) => `${what} (${how})`);
  }

  /** The same of a file. One that has lain there unchanged is not searched again for what was not found in it. */
  inFile(path: string): readonly string[] {
    const bytes = attempt(() => {
      const { ino, size, mtimeMs } = statSync(path);
      const stamp = `${ino} ${size} ${mtimeMs}`;
      const known = this.#searched.get(path);
      const from = known?.stamp === stamp ? known.patterns : 0;
      return { from, stamp, isSettled: Date.now() - mtimeMs > settledMs, read: readFileSync(path) };
    });
    if (bytes === null) return [];
    const found = this.inBytes(bytes.read, bytes.from);
    if (found.length === 0 && bytes.isSettled) this.#searched.set(path, { stamp: bytes.stamp, patterns: this.size });
    return found;
  }

  /** One of each way in which one is looked for: what a search finds that sees them all. */
  get samples(): readonly Buffer[] {
    return [...this.#patterns.values()].map(({ bytes }) => bytes);
  }

  #addInside(what: string, how: string, bytes: Buffer): void {
    this.#add(what, how, bytes);
    this.#add(what, `${how} in hex`, Buffer.from(bytes.toString('hex')));
    this.#add(what, `${how} in hex`, Buffer.from(bytes.toString('hex').toUpperCase()));
    // What stands before it shifts base64 by none, one or two bytes; the characters that neighbours share are left out.
    for (const shift of [0, 1, 2]) {
      const whole = Buffer.concat([Buffer.alloc(shift), bytes]);
      const from = shift === 0 ? 0 : shift + 1;
      const text = whole.toString('base64url').slice(from, Math.floor((whole.length * 8) / 6));
      this.#add(what, `${how} in base64`, Buffer.from(text));
      this.#add(what, `${how} in base64`, Buffer.from(text.replaceAll('-', '+').replaceAll('_', '/')));
    }
  }

  #add(what: string, how: string, bytes: Buffer): void {
    const name = bytes.toString('latin1');
    if (!this.#patterns.has(name)) this.#patterns.set(name, { what, how, bytes });
  }
}

export interface Looked {
  readonly files: number;
  /** File and what can be read in it or in its name. */
  readonly found: readonly string[];
}

/** Looks into every file under the folder, and at its name. `except`: what is made to be read, by path from the folder. */
export function lookInto(folder: string, secrets: Secrets, except: (path: string) => boolean = () => false): Looked {
  let files = 0;
  const found: string[] = [];
  for (const path of filesUnder(folder)) {
    const name = relative(folder, path);
    if (except(name)) continue;
    files += 1;
    const read = [...secrets.inBytes(Buffer.from(name)).map((what) => `in the name: ${what}`), ...secrets.inFile(path)];
    found.push(...read.map((what) => `${name}: ${what}`));
  }
  return { files, found };
}

/**
 * Looks into files that these processes have open and that have no name any more, as temporary files of databases have
 * none. Memory that processes share is no file. Only Linux tells.
 */
export function lookIntoUnnamed(processes: readonly number[], secrets: Secrets): Looked {
  let files = 0;
  const found: string[] = [];
  for (const pid of processes) {
    for (const handle of listed(`/proc/${pid}/fd`)) {
      const path = `/proc/${pid}/fd/${handle}`;
      const target = attempt(() => readlinkSync(path)) ?? '';
      if (!target.endsWith(' (deleted)') || /^\/(memfd:|dev\/shm\/)/.test(target)) continue;
      if (attempt(() => statSync(path))?.isFile() !== true) continue;
      files += 1;
      found.push(...secrets.inFile(path).map((what) => `${target}: ${what}`));
    }
  }
  return { files, found };
}

/** The process and all that descend from it. */
export function processesOf(pid: number): readonly number[] {
  const children = listed(`/proc/${pid}/task`).flatMap((task) =>
    (attempt(() => readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8')) ?? '')
      .split(' ')
      .filter((id) => id !== ''),
  );
  return [pid, ...children.flatMap((id) => processesOf(Number(id)))];
}

/** Sockets and links lead elsewhere or nowhere; what goes while it is looked at is gone. */
function filesUnder(folder: string): readonly string[] {
  return listed(folder).flatMap((name) => {
    const path = join(folder, name);
    const kind = attempt(() => lstatSync(path));
    if (kind?.isDirectory() === true) return filesUnder(path);
    return kind?.isFile() === true ? [path] : [];
  });
}

const listed = (folder: string): readonly string[] => attempt(() => readdirSync(folder)) ?? [];

/** Null: it is not there any more. */
function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error && 'code' in error && ['ENOENT', 'ESRCH', 'ENOTDIR'].includes(String(error.code)))
      return null;
    throw error;
  }
}
