import { join } from 'node:path';
import { FileTokens } from '../../../electron/fileTokens';
import type { Desk } from '../../../electron/usecases/context';
import { Tasks } from '../../../electron/usecases/tasks';
import type { PasswordCost } from '../../../electron/vault/slots';
import { inlineHeavy } from '../../../electron/workers/inlineHeavy';
import type { Result } from '@shared/result';

/**
 * The least that a reader accepts: a harness opens the same file thousands of times. Guessing at the application's own
 * costs is a harness of its own (`guess`).
 */
export const cheapPassword: PasswordCost = { name: 'argon2id', memoryKiB: 8 * 1024, passes: 1 };
export const cheapWorkFactor = 4;
export const heavy = inlineHeavy();

/** A computer on which the application's use cases run, with real files in `folder`. */
export function deskIn(folder: string): Desk {
  return {
    dataDir: join(folder, 'data'),
    appVersion: '0.0.0',
    costs: { password: cheapPassword, packageWorkFactor: cheapWorkFactor },
    heavy,
    files: new FileTokens(() => undefined),
    tasks: new Tasks(),
    now: () => new Date(),
    emit: () => undefined,
    contest: null,
    ballot: null,
    results: null,
  };
}

export const tokenOf = (desk: Desk, path: string) => desk.files.grant(path).token;

/** The value of a result that can only be good here. */
export function must<T, F>(result: Result<T, F>): T {
  if (!result.ok) throw new Error(`unexpected failure: ${JSON.stringify(result.failure)}`);
  return result.value;
}
