import { z } from 'zod';
import type { CarriedDifference, CarriedResult } from '../model/openSnapshot';
import type { CategoryReport, RankResult } from './result';

/** Of a carried result only what decides something: places, exact totals, who is chosen. Other members may change. */
const carriedSchema = z.object({
  categories: z.array(
    z.object({
      category: z.string().nullable(),
      standings: z.array(
        z.object({
          after: z.string(),
          rows: z.array(
            z.object({
              nominee: z.string(),
              place: z.number().nullable(),
              total: z.object({ exact: z.string(), text: z.string() }).nullable(),
              status: z.string(),
            }),
          ),
        }),
      ),
    }),
  ),
});
type Carried = z.infer<typeof carriedSchema>;
type Standing = Carried['categories'][number]['standings'][number];
type Row = Standing['rows'][number];

const shown = 50;

/** Holds the result that a snapshot carries (`undefined`: none) against the one computed from it. Order plays no part. */
export function compareCarried(given: unknown, computed: RankResult): CarriedResult {
  if (given === undefined) return { kind: 'none' };
  const parsed = carriedSchema.safeParse(given);
  if (!parsed.success) return { kind: 'unreadable' };
  const rows = differences(parsed.data.categories, computed.categories);
  return rows.length === 0
    ? { kind: 'same' }
    : { kind: 'differs', rows: rows.slice(0, shown), more: Math.max(0, rows.length - shown) };
}

function differences(
  given: Carried['categories'],
  computed: readonly Pick<CategoryReport, 'category' | 'standings'>[],
): CarriedDifference[] {
  const names = [...new Set([...computed, ...given].map(({ category }) => category))];
  return names.flatMap((category) => {
    const theirs = given.find((each) => each.category === category)?.standings ?? [];
    const ours = computed.find((each) => each.category === category)?.standings ?? [];
    const last = differing(theirs.at(-1), ours.at(-1));
    // A difference before the last round that changed nothing in the end is still one.
    const rounds = [...new Set([...ours, ...theirs].map(({ after }) => after))];
    const earlier = rounds.flatMap((after) =>
      differing(
        theirs.find((each) => each.after === after),
        ours.find((each) => each.after === after),
      ),
    );
    return (last.length > 0 ? last : earlier).map((each) => ({ category: category ?? '', ...each }));
  });
}

function differing(
  theirs: { readonly rows: readonly Row[] } | undefined,
  ours: { readonly rows: readonly Row[] } | undefined,
): Omit<CarriedDifference, 'category'>[] {
  const inFile = new Map(theirs?.rows.map((row) => [row.nominee, row]));
  const computed = new Map(ours?.rows.map((row) => [row.nominee, row]));
  const nominees = [...new Set([...computed.keys(), ...inFile.keys()])];
  return nominees
    .filter((nominee) => essence(inFile.get(nominee)) !== essence(computed.get(nominee)))
    .map((nominee) => ({ nominee, inFile: written(inFile.get(nominee)), computed: written(computed.get(nominee)) }));
}

const essence = (row: Row | undefined): string =>
  row === undefined ? '' : JSON.stringify([row.place, row.total?.exact ?? null, row.status]);

const written = (row: Row | undefined) =>
  row === undefined ? null : { place: row.place, total: row.total?.text ?? null };
