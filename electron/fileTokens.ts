import { randomBytes } from 'node:crypto';
import { basename, dirname } from 'node:path';
import type { FileToken } from '@shared/model/ids';
import type { FileRef } from '@shared/model/snapshot';

/**
 * Which files the user has chosen in this session. The page holds tokens; the paths behind them stay in this process
 * and in the desk, so no message from the page can name a file.
 */
export class FileTokens {
  readonly #paths = new Map<FileToken, string>();
  readonly #tokens = new Map<string, FileToken>();
  readonly #onGrant: (token: FileToken, path: string) => void;

  /** @param onGrant told of every new token, so that the desk knows it before a call can name it */
  constructor(onGrant: (token: FileToken, path: string) => void) {
    this.#onGrant = onGrant;
  }

  /** A path that came from a dialog, from the operating system, or was dropped and checked. */
  grant(path: string): FileRef {
    const known = this.#tokens.get(path);
    const token = known ?? (randomBytes(16).toString('base64url') as FileToken);
    if (known === undefined) {
      this.remember(token, path);
      this.#onGrant(token, path);
    }
    return { token, name: basename(path), folderName: basename(dirname(path)) };
  }

  /** A token that the desk has given to a file it wrote. */
  remember(token: FileToken, path: string): void {
    this.#paths.set(token, path);
    this.#tokens.set(path, token);
  }

  path(token: FileToken): string | undefined {
    return this.#paths.get(token);
  }
}
