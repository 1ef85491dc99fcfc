import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { rankSnapshot } from '@shared/snapshot/rank';
import type { CategoryReport, Json, RankResult, RoundReport, StandingReport } from '@shared/snapshot/result';

/** A published problem with its known answer, as it lies in the reference folder. */
export interface ReferenceCase {
  readonly id: string;
  readonly method: string;
  readonly input: Data;
  readonly expected: Data;
  readonly tolerance: Data;
}
/** JSON of cases: read by path, so that a case that is not as expected fails where it is read. */
export type Data = Readonly<Record<string, Json>>;

export const folder =
  process.env['TARAZY_REFERENCE'] ?? resolve(import.meta.dirname, '../../../../../shared/reference');

export const cases: readonly ReferenceCase[] = existsSync(folder)
  ? readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .toSorted()
      .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as ReferenceCase)
  : [];

/** A snapshot as a person would write it: plain JSON. */
export type Snapshot = Readonly<Record<string, unknown>>;

export function ranked(snapshot: unknown): RankResult {
  const result = rankSnapshot(structuredClone(snapshot));
  if (!result.ok) throw new Error(result.problems.map((p) => `${p.path}: ${p.message}`).join('\n'));
  return result.value;
}

export const list = (value: Json | undefined): readonly Json[] => {
  if (!Array.isArray(value)) throw new TypeError(`not a list: ${JSON.stringify(value)}`);
  return value as readonly Json[];
};
export const object = (value: Json | undefined): Data => {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new TypeError(`not an object: ${JSON.stringify(value)}`);
  return value as Data;
};
export const numbers = (value: Json | undefined): readonly number[] => list(value).map(Number);
export const text = (value: Json | undefined): string => {
  if (typeof value !== 'string') throw new TypeError(`not a text: ${JSON.stringify(value)}`);
  return value;
};
export const texts = (value: Json | undefined): readonly string[] => list(value).map(text);

export function category(result: RankResult): CategoryReport {
  const [only] = result.categories;
  if (only === undefined) throw new Error('no category');
  return only;
}
export function round(result: RankResult, id?: string): RoundReport {
  const found = category(result).rounds.find((r) => id === undefined || r.round === id);
  if (found === undefined) throw new Error(`no round ${id}`);
  return found;
}
export function standing(result: RankResult, after?: string): StandingReport {
  const { standings } = category(result);
  const found = after === undefined ? standings.at(-1) : standings.find((s) => s.after === after);
  if (found === undefined) throw new Error(`no standing after ${after}`);
  return found;
}

export const placesIn = (report: StandingReport): Readonly<Record<string, number | null>> =>
  Object.fromEntries(report.rows.map((row) => [row.nominee, row.place]));
export const totalsIn = (report: StandingReport): Readonly<Record<string, number | null>> =>
  Object.fromEntries(report.rows.map((row) => [row.nominee, row.total?.value ?? null]));
export const scoresIn = (report: RoundReport): Readonly<Record<string, number | null>> =>
  Object.fromEntries(report.rows.map((row) => [row.nominee, row.score?.value ?? null]));
export const zipped = <T>(keys: readonly string[], values: readonly T[]): Readonly<Record<string, T>> =>
  Object.fromEntries(keys.map((key, i) => [key, values[i] as T]));

/** Walks into the quality report of the first round. */
export function quality(result: RankResult, ...path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>((at, key) => object(at)[key], round(result).quality);
}
