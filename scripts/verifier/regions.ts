import { Doc } from './doc';
import { partOf, type Envelope } from './envelope';
import type { Finding } from './finding';
import { logLines } from './log';

/** A region's results file that brought nominees. */
export interface Region {
  readonly name: string;
  readonly fingerprint: string;
  /** Numbers of the nominees here. */
  readonly numbers: readonly number[];
}

/** Where nominees came from: one file per region, each told of by the log, and nobody who is not there. */
export function checkRegions(envelope: Envelope, contest: Doc, finding: Finding): readonly Region[] {
  // Files from before regions were taken in say nothing.
  const told = contest.get('regions');
  if (told.value === undefined) return [];
  const taken = new Set<string>();
  if (told.list.length > 0)
    for (const line of logLines(partOf(envelope, 'log.jsonl'))) {
      const read = Doc.parse(line, 'log');
      if (!['region_taken', 'region_replaced'].includes(read.get('action').text)) continue;
      const details = read.get('details');
      taken.add(`${details.get('region').text} ${details.get('fingerprint').text}`);
    }
  const numbers = new Map(contest.get('nominees').list.map((n) => [n.get('id').number, n.get('number').number]));
  const seen = new Set<string>();
  return told.list.map((region) => {
    const [name, fingerprint] = [region.get('region').text, region.get('fingerprint').text];
    finding.check('regions', !seen.has(name), 'regionTwice', name);
    finding.check('regions', taken.has(`${name} ${fingerprint}`), 'regionLog', name);
    seen.add(name);
    return {
      name,
      fingerprint,
      numbers: region.get('nominees').list.flatMap((id) => {
        const number = numbers.get(id.number);
        finding.check('regions', number !== undefined, 'regionNominee', name);
        return number === undefined ? [] : [number];
      }),
    };
  });
}
