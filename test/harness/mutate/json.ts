import type { Random } from '../lib/random';

/** A JSON text with one to three changes that somebody who knows the format would try. */
export function changedJson(text: string, random: Random): string {
  const value: unknown = JSON.parse(text);
  for (let n = random.between(1, 3); n > 0; n -= 1) change(value, random);
  const changed = JSON.stringify(value);
  return random.chance(0.1) ? disguised(changed, random) : changed;
}

type Holder = Record<string, unknown>;

function change(root: unknown, random: Random): void {
  const holders = holdersIn(root);
  if (holders.length === 0) return;
  const holder = random.pick(holders);
  const keys = Object.keys(holder);
  if (keys.length === 0) return;
  const key = random.pick(keys);
  const value = holder[key];
  const kind = random.below(10);
  if (kind === 0) remove(holder, key);
  else if (kind === 1) add(holder, random, value);
  else if (kind === 2) holder[key] = holder[random.pick(keys)];
  else if (kind <= 6) holder[key] = alike(value, random);
  else holder[key] = strange(random);
}

/** Every object and array in the value, itself included. */
function holdersIn(value: unknown): readonly Holder[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value as Holder, ...Object.values(value).flatMap(holdersIn)];
}

function remove(holder: Holder, key: string): void {
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else Reflect.deleteProperty(holder, key);
}

function add(holder: Holder, random: Random, value: unknown): void {
  if (Array.isArray(holder)) holder.push(structuredClone(value));
  else
    Object.defineProperty(holder, random.pick(['__proto__', 'constructor', 'extra', 'format', 'toString']), {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
}

/** Another value of the same kind: what a forger would want to write. */
function alike(value: unknown, random: Random): unknown {
  if (typeof value === 'number') return value + random.pick([1, -1, 0.5, 1000, -value, 2 ** 31, 2 ** 53]);
  if (typeof value === 'boolean') return !value;
  if (typeof value !== 'string' || value === '') return strange(random);
  const at = random.below(value.length);
  if (/^[0-9a-f]{8,}$/.test(value)) {
    const digit = (Number.parseInt(value[at] ?? '0', 16) ^ random.between(1, 15)).toString(16);
    return value.slice(0, at) + digit + value.slice(at + 1);
  }
  return random.pick([
    `${value}x`,
    value.slice(0, at),
    value.toUpperCase(),
    `${value.slice(0, at)}\u0000${value.slice(at)}`,
  ]);
}

function strange(random: Random): unknown {
  const deep: unknown = JSON.parse('['.repeat(500) + ']'.repeat(500));
  return random.pick([null, 0, -1, 1e308, -0.1, '', 'x'.repeat(20_000), [], {}, true, deep, '\ud800', [[]], { a: 1 }]);
}

/** The same or nearly the same value in other clothes. */
const disguised = (text: string, random: Random): string =>
  random.pick([
    ` ${text}`,
    `${text}\n`,
    `\ufeff${text}`,
    text.replace('{', '{"format":1,'),
    text.replace(/"/, String.raw`"\u0000`),
    `${text}${text}`,
    text.slice(0, -1),
  ]);
