import { z } from 'zod';
import { sortKey } from '@shared/domain/collation';
import type { NomineeId } from '@shared/model/ids';
import { logPeople } from '@shared/model/log';
import type { DocumentRegion } from '../documents/input';
import type { ScoringData } from './scoring';

interface RegionFile {
  readonly region: string;
  readonly seal: number;
  readonly fingerprint: string;
  readonly nominees: readonly NomineeId[];
}

const taking = z.object({
  at: z.string(),
  who: z.enum(logPeople).nullable().default(null),
  action: z.enum(['region_taken', 'region_replaced']),
  details: z.object({ fingerprint: z.string() }),
});

/**
 * The regions' results files that are in, by region; who took each in and when is what the log says of it last. `lines`:
 * the log as it was hashed, also with an empty line at its end.
 */
export function documentRegions(
  files: readonly RegionFile[],
  lines: readonly string[],
  nominees: ScoringData['nominees'],
): readonly DocumentRegion[] {
  if (files.length === 0) return [];
  const names = new Map(nominees.map((n) => [n.id, `№ ${n.number} ${n.name}`]));
  const takings = lines.flatMap((line) => {
    const read = line === '' ? null : taking.safeParse(JSON.parse(line));
    return read?.success === true ? [read.data] : [];
  });
  return files
    .map(({ region, seal, fingerprint, nominees: brought }): DocumentRegion => {
      const own = takings.findLast(({ details }) => details.fingerprint === fingerprint);
      const taken = own === undefined ? null : { at: own.at, who: own.who };
      return { region, seal, fingerprint, taken, nominees: brought.flatMap((id) => names.get(id) ?? []) };
    })
    .toSorted((a, b) => (sortKey(a.region) < sortKey(b.region) ? -1 : 1));
}
