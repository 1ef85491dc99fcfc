import { writeFile } from 'node:fs/promises';
import type { Result } from '@shared/result';
import type { DocumentInput } from '../input';
import type { Progress } from '../winnersWorkbook';
import { writeWhole } from '../wholeFile';
import { minutesFile } from './docx';
import { planMinutes } from './minutesPlan';

/**
 * Writes the minutes as a .docx file to `path`, replacing what is there, whole or not at all. `progress` counts parts of
 * the text, all of them at the end: the format is made in one piece.
 *
 * Fails with `cancelled`, or with what the disk says.
 */
export async function writeMinutes(
  input: DocumentInput,
  path: string,
  progress: Progress = () => undefined,
  signal?: AbortSignal,
): Promise<Result<null>> {
  const plan = planMinutes(input);
  const total = plan.blocks.length;
  progress(0, total);
  return writeWhole(
    path,
    async (temporary) => {
      if (signal?.aborted === true) return false;
      await writeFile(temporary, await minutesFile(plan, input.language));
      progress(total, total);
      return true;
    },
    signal,
  );
}
