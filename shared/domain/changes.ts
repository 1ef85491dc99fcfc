import type { LogTexts } from '../model/log';

/** What differs between two versions of a thing, for the log; null when nothing does. */
export interface Changes {
  readonly before: LogTexts;
  readonly after: LogTexts;
}

/** Compares two flat records; a name that one of them lacks is an empty text there and is left out of that side. */
export function changesBetween(before: LogTexts, after: LogTexts): Changes | null {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => (before[name] ?? '') !== (after[name] ?? ''),
  );
  if (names.length === 0) return null;
  return { before: only(before, names), after: only(after, names) };
}

const only = (texts: LogTexts, names: readonly string[]): LogTexts =>
  Object.fromEntries(names.flatMap((name) => (texts[name] === undefined ? [] : [[name, texts[name]]])));

/**
 * A definition as flat texts with dotted names, `criteria.11.weight`. Things with an id are named by it, so that a new
 * order changes only the places of its list.
 */
export function flatTexts(value: unknown, name = ''): LogTexts {
  if (Array.isArray(value)) {
    const items = value as readonly unknown[];
    const ids = items.map(idOf);
    const named = ids.every((id) => id !== null) && ids.length > 0;
    return Object.assign(
      named ? { [under(name, 'order')]: ids.join(', ') } : {},
      ...items.map((item, i) => flatTexts(item, under(name, String(named ? (ids[i] ?? i) : i + 1)))),
    ) as LogTexts;
  }
  if (typeof value === 'object' && value !== null) {
    return Object.assign(
      {},
      ...Object.entries(value).map(([key, member]) => flatTexts(member, under(name, key))),
    ) as LogTexts;
  }
  return value === null || value === undefined || value === ''
    ? {}
    : { [name]: typeof value === 'string' ? value : JSON.stringify(value) };
}

const under = (name: string, key: string): string => (name === '' ? key : `${name}.${key}`);

function idOf(item: unknown): number | null {
  if (typeof item !== 'object' || item === null || !('id' in item)) return null;
  return typeof item.id === 'number' ? item.id : null;
}
