import { digitsFor } from '../domain/figure';
import type { Plain } from '../domain/methods/outcome';
import { toDouble } from '../domain/methods/standardised';
import type { SnapshotStatus } from '../model/openSnapshot';
import { toDecimal, toFraction, type Rational } from '../domain/rational';

/**
 * A figure of the result: `exact` the reduced fraction, `text` rounded half away from zero to the display digits (more
 * where unequal neighbours of its column would look equal), `value` the nearest double, for programs.
 */
export type WrittenFigure = {
  readonly exact: string;
  readonly text: string;
  readonly value: number;
};

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

export interface RoundRow {
  readonly nominee: string;
  readonly score: WrittenFigure | null;
  readonly place: number | null;
  /** Only with `explain`: what the figure is made of. */
  readonly explanation?: Json;
}

export interface RoundReport {
  readonly round: string;
  readonly method: string;
  /** What a method became on a table with gaps: a sum is then the mean times the number of jurors. */
  readonly computedAs?: string;
  readonly direction: 'higher' | 'lower';
  readonly jurors: readonly string[];
  readonly rows: readonly RoundRow[];
  readonly order: readonly (readonly string[])[];
  readonly notices: readonly Json[];
  readonly quality?: Json;
}

/** Why a row stands above the next one. */
export interface AboveNext {
  readonly by: string;
  readonly upper: readonly number[];
  readonly lower: readonly number[];
}

export interface StandingRow {
  readonly nominee: string;
  readonly name: string;
  readonly place: number | null;
  readonly tied: boolean;
  readonly total: WrittenFigure | null;
  readonly status: SnapshotStatus;
  readonly aboveNext: AboveNext | null;
}

export interface StandingReport {
  /** The round after which this is the standing. */
  readonly after: string;
  /** The rounds that count in the total. */
  readonly counts: readonly string[];
  readonly direction: 'higher' | 'lower';
  /** Something is still to come. */
  readonly provisional: boolean;
  readonly rows: readonly StandingRow[];
  readonly order: readonly (readonly string[])[];
  readonly openTies: readonly { readonly nominees: readonly string[]; readonly tried: readonly string[] }[];
  /** Who would have gone on but for a quota of the cut. */
  readonly blocked?: readonly { readonly nominee: string; readonly quota: string; readonly value: string }[];
}

export interface CategoryReport {
  readonly category: string | null;
  readonly rounds: readonly RoundReport[];
  /** One after each round, the last being the result. */
  readonly standings: readonly StandingReport[];
  /** Everybody: who was cut earlier stands behind those who went on. */
  readonly overall: readonly { readonly nominee: string; readonly place: number | null }[];
  readonly selection?: Json;
  readonly budget?: Json;
  readonly union?: Json;
}

export interface RankResult {
  readonly format: 'tarazy-result';
  readonly version: 1;
  readonly title?: string;
  readonly categories: readonly CategoryReport[];
  readonly awards?: Json;
  /** List by list, where the rules name laureates as the application does. */
  readonly laureates?: Json;
}

/** Writes the figures of one column. */
export function columnWriter(
  values: readonly (Rational | null)[],
  digits: number,
): (value: Rational | null) => WrittenFigure | null {
  const needed = digitsFor(
    values.filter((v) => v !== null),
    digits,
  );
  return (value) =>
    value === null ? null : { exact: toFraction(value), text: toDecimal(value, needed), value: toDouble(value) };
}

export const written = (value: Rational, digits: number): WrittenFigure => ({
  exact: toFraction(value),
  text: toDecimal(value, digits),
  value: toDouble(value),
});

/** A statistic: a double that is a number, or null. */
export const statistic = (value: number | null): number | null =>
  value === null || !Number.isFinite(value) ? null : value;

/** Explanations as JSON: exact figures become `{exact, value}`. */
export function plain(value: Plain): Json {
  if (value === null || typeof value !== 'object') return value;
  if (isList(value)) return value.map(plain);
  if (isRational(value)) return { exact: toFraction(value), value: toDouble(value) };
  const object: Record<string, Json> = {};
  for (const [key, own] of Object.entries(value)) if (own !== undefined) object[key] = plain(own);
  return object;
}

const isList = (value: object): value is readonly Plain[] => Array.isArray(value);
const isRational = (value: object): value is Rational =>
  'n' in value && 'd' in value && typeof value.n === 'bigint' && typeof value.d === 'bigint';
