import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readApart } from '../../../electron/workers/readApart';
import { forkReader } from '../lib/forkedReader';

const lookMs = 50;
/** Of processor time; a reader that works for so long hangs. */
const hangMs = 40_000;

/** What one reader was seen to use. */
export interface Used {
  cpuMs: number;
  peakMiB: number;
  /** It ended by itself before it had said anything. */
  died: boolean;
}

/** Reads a table as the application does, and watches the process that reads it, by what Linux tells of it. */
export async function readWatched(path: string, used: Used) {
  const reader = forkReader(fileURLToPath(new URL('reader.js', import.meta.url)));
  const look = () => {
    const seen = usedBy(reader.pid);
    used.cpuMs = Math.max(used.cpuMs, seen.cpuMs);
    used.peakMiB = Math.max(used.peakMiB, seen.peakMiB);
    if (used.cpuMs > hangMs) reader.kill();
  };
  const watch = setInterval(look, lookMs);
  let answered = false;
  const started = {
    ...reader,
    onMessage: (listener: Parameters<typeof reader.onMessage>[0]) =>
      reader.onMessage((message) => {
        look();
        answered ||= message.kind !== 'ready';
        listener(message);
      }),
    onEnd: (listener: () => void) =>
      reader.onEnd(() => {
        used.died = !answered;
        listener();
      }),
  };
  try {
    return await readApart(() => started, path);
  } finally {
    clearInterval(watch);
  }
}

/** Nothing where there is no such process any more. */
function usedBy(pid: number): { readonly cpuMs: number; readonly peakMiB: number } {
  try {
    // After the name, which may hold anything: state is field 3, the times in hundredths of a second are 14 and 15.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '0';
    return { cpuMs: (Number(fields[11]) + Number(fields[12])) * 10, peakMiB: Number(peak) / 1024 };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ENOENT' || code === 'ESRCH') return { cpuMs: 0, peakMiB: 0 };
    throw error;
  }
}
