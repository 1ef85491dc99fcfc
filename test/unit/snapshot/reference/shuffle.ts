import type { Snapshot } from './case';

type Any = Record<string, unknown>;
const isRecord = (value: unknown): value is Any => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A permutation that depends on the seed alone. */
function order(size: number, seed: number): readonly number[] {
  const keys = Array.from({ length: size }, (_, i) => ({
    i,
    key: Math.imul((i + 1) * 2_654_435_761, seed * 40_503 + 7) >>> 0,
  }));
  return keys.toSorted((a, b) => a.key - b.key || a.i - b.i).map((k) => k.i);
}
const permute = <T>(values: readonly T[], by: readonly number[]): readonly T[] => by.map((i) => values[i] as T);
const mixed = <T>(values: readonly T[], seed: number): readonly T[] => permute(values, order(values.length, seed));
const mixedKeys = (value: Any, seed: number): Any => Object.fromEntries(mixed(Object.entries(value), seed));

/**
 * The same snapshot with nominees, jurors, ballots, cards and rows in another order. What bears no name gets one first,
 * so that it still means the same; the running order is written down.
 */
export function shuffled(snapshot: Snapshot, seed: number): Snapshot {
  const nominees = (snapshot['nominees'] as readonly unknown[]).map((n, i) =>
    isRecord(n) ? { order: i, ...n } : { id: n, order: i },
  );
  const ids = nominees.map((n) => String((n as Any)['id']));
  const jurors = snapshot['jurors'] as readonly string[] | undefined;
  const rounds = (snapshot['rounds'] as readonly Any[] | undefined)?.map((round) => ({
    ...round,
    input: input(round['input'] as Any, ids, jurors, seed),
  }));
  return {
    ...snapshot,
    nominees: mixed(nominees, seed),
    ...(jurors === undefined ? {} : { jurors: mixed(jurors, seed + 1) }),
    ...(rounds === undefined ? {} : { rounds }),
  };
}

function input(own: Any, ids: readonly string[], jurors: readonly string[] | undefined, seed: number): Any {
  switch (own['kind']) {
    case 'scores':
    case 'places':
    case 'dances': {
      const tables = (own['kind'] === 'dances' ? own['dances'] : [own['table']]) as readonly (readonly unknown[])[][];
      const [first] = tables;
      const byJuror = own['rows'] === 'jurors';
      const [height, width] = [first?.length ?? 0, first?.[0]?.length ?? 0];
      const named = (own['jurors'] as readonly string[] | undefined) ?? jurors;
      const labels = named ?? Array.from({ length: byJuror ? height : width }, (_, j) => String(j + 1));
      const [rows, columns] = [order(height, seed + 2), order(width, seed + 3)];
      const table = tables.map((t) => permute(t, rows).map((row) => permute(row, columns)));
      return {
        ...own,
        nominees: permute(ids, byJuror ? columns : rows),
        jurors: permute(labels, byJuror ? rows : columns),
        ...(own['kind'] === 'dances' ? { dances: table } : { table: table[0] }),
      };
    }
    case 'rankings':
      return { ...own, ballots: mixed(own['ballots'] as readonly unknown[], seed) };
    case 'performances':
      return {
        ...own,
        performances: mixed(own['performances'] as readonly Any[], seed).map((p) => ({
          ...p,
          parts: (p['parts'] as readonly Any[]).map((part) => ({
            ...part,
            marks: mixed(part['marks'] as readonly unknown[], seed + 4),
          })),
        })),
      };
    case 'points':
      return { ...own, points: mixedKeys(own['points'] as Any, seed) };
    case 'figures':
      return { ...own, figures: mixedKeys(own['figures'] as Any, seed) };
    case 'grades':
      return { ...own, tallies: mixedKeys(own['tallies'] as Any, seed) };
    default:
      return own;
  }
}
