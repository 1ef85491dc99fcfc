import { wantedFuses, readFuses } from '../../e2e/support/fuses';
import { findPackagedBinary } from '../../e2e/support/packaged';
import type { Outcome } from '../lib/harness';
import { Tally } from '../lib/tally';

/** Read back from the binary that is shipped; where none was made there is nothing to read, which is said. */
export async function fuses(): Promise<Required<Outcome>> {
  const binary = findPackagedBinary();
  if (binary === undefined)
    return { figures: [], promises: [], skipped: ['fuses: there is no packaged binary, run `npm run package` first'] };
  const wrong = new Tally('fuses of the shipped binary that are not as they should be');
  const found = await readFuses(binary);
  for (const [name, wanted] of Object.entries(wantedFuses))
    wrong.check(found[name] === wanted ? null : `${name} is ${String(found[name])}`);
  const off = Object.entries(found).map(([name, state]) => `${name} ${String.fromCodePoint(state ?? 0x3f)}`);
  return { figures: [`fuses (0 off, 1 on): ${off.join(', ')}`], promises: [wrong.promised], skipped: [] };
}
