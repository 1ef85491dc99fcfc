import type { Plain } from '../domain/methods/outcome';
import { plain, type Json } from './result';

const perNominee = new Set(['votes', 'paths']);
const perJuror = new Set(['marks', 'z', 'severities', 'residuals']);

/**
 * What a figure is made of, with the names of nominees and jurors in place of positions. Lists of marks that belong to
 * nobody by name (a panel) stay lists, and their dropped marks positions from 0.
 */
export function explanation(detail: Plain, nominees: readonly string[], jurors: readonly string[]): Json {
  const named = (names: readonly string[], values: readonly Json[]): Json =>
    values.length === names.length ? Object.fromEntries(names.map((name, i) => [name, values[i] ?? null])) : values;
  const walk = (value: Json): Json => {
    if (isList(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    const byName = Array.isArray(value['marks']) && value['marks'].length === jurors.length;
    return Object.fromEntries(
      Object.entries(value).map(([key, own = null]): [string, Json] => {
        if (!isList(own)) return [key, walk(own)];
        if (perNominee.has(key)) return [key, named(nominees, own)];
        if (perJuror.has(key) && jurors.length > 0) return [key, named(jurors, own)];
        if (key === 'dropped' && byName) return [key, own.map((j) => jurors[Number(j)] ?? j)];
        return [key, own.map(walk)];
      }),
    );
  };
  return walk(plain(detail));
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
