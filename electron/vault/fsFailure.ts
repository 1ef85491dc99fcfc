import { basename } from 'node:path';
import type { Failure } from '@shared/errors';
import { fail, ok, type Result } from '@shared/result';

/**
 * The one place where what the operating system says becomes what the user is told. `file` in a failure is the bare
 * name, never a path: it reaches the screen and the log.
 */
const byErrno: Readonly<Record<string, (file: string) => Failure>> = {
  ENOENT: (file) => ({ code: 'not-found', file }),
  ENOTDIR: (file) => ({ code: 'not-found', file }),
  EEXIST: (file) => ({ code: 'exists', file }),
  EROFS: (file) => ({ code: 'read-only', file }),
  EACCES: (file) => ({ code: 'no-permission', file }),
  EPERM: (file) => ({ code: 'no-permission', file }),
  ENOSPC: (file) => ({ code: 'disk-full', file }),
  EDQUOT: (file) => ({ code: 'disk-full', file }),
  EBUSY: (file) => ({ code: 'in-use', file }),
  ETXTBSY: (file) => ({ code: 'in-use', file }),
  // A stick pulled while it is in use, or a share that went away.
  ENODEV: (file) => ({ code: 'medium-gone', file }),
  ENXIO: (file) => ({ code: 'medium-gone', file }),
  ENOTCONN: (file) => ({ code: 'medium-gone', file }),
  EHOSTDOWN: (file) => ({ code: 'medium-gone', file }),
  EHOSTUNREACH: (file) => ({ code: 'medium-gone', file }),
  ESTALE: (file) => ({ code: 'medium-gone', file }),
};

/** The failure an errno stands for, or null when `error` does not come from the operating system (then it is a bug). */
function failureOf(error: unknown, path: string): Failure | null {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return null;
  const code = String(error.code);
  const file = basename(path);
  return byErrno[code]?.(file) ?? { code: 'io', file, detail: code };
}

/** `attempt` for work that must not be interrupted. */
export function attemptNow<T>(path: string, work: () => T): Result<T> {
  try {
    return ok(work());
  } catch (error) {
    const failure = failureOf(error, path);
    if (failure === null) throw error;
    return fail(failure);
  }
}

/** Runs file-system work on `path`; what the operating system refuses becomes a failure, everything else is thrown. */
export async function attempt<T>(path: string, work: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await work());
  } catch (error) {
    const failure = failureOf(error, path);
    if (failure === null) throw error;
    return fail(failure);
  }
}
