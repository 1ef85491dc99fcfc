import { spawnSync } from 'node:child_process';
import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const sizeMiB = 24;

/** A small medium of its own, and a file on it that takes as much room as it is told to. */
export class Medium {
  readonly folder: string;
  readonly #filler: string;

  /** Why none can be made here, or null when one was mounted at `folder`. */
  static mount(folder: string): Medium | string {
    if (process.platform !== 'linux') return 'small media are made with mount, on Linux';
    if (process.getuid?.() !== 0) return 'small media are made with mount, as root';
    const done = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${sizeMiB}m,mode=700`, 'tmpfs', folder], {
      encoding: 'utf8',
    });
    if (done.error !== undefined) return `no medium can be mounted here: ${done.error.message}`;
    return done.status === 0 ? new Medium(folder) : `no medium can be mounted here: ${done.stderr.trim()}`;
  }

  private constructor(folder: string) {
    this.folder = folder;
    this.#filler = join(folder, 'filler');
    process.once('exit', () => this.unmount());
  }

  /** Fills the medium up to `free` bytes (whole pages). */
  leave(free: number): void {
    this.makeRoom();
    const { bavail, bsize } = statfsSync(this.folder);
    writeFileSync(this.#filler, Buffer.alloc(Math.max(0, bavail * bsize - Math.ceil(free / bsize) * bsize)));
  }

  makeRoom(): void {
    rmSync(this.#filler, { force: true });
  }

  unmount(): void {
    spawnSync('umount', ['-l', this.folder]);
  }
}
