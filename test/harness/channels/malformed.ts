import { alternatives, sample, type Shape } from './shape';

export interface Malformed {
  /** Where and how it differs from what is allowed. */
  readonly how: string;
  readonly value: unknown;
}

const wrongValues: readonly unknown[] = [
  undefined,
  null,
  true,
  42,
  0.5,
  NaN,
  Infinity,
  -Infinity,
  'text',
  [],
  {},
  [{}],
];

/**
 * Everything next to a good input that is not one, worked out from the shape and not by asking the schema: each place
 * of another type, over its cap, out of its range, missing; and a key too many, also those with a meaning of their own.
 */
export function malformedInputs(shape: Shape): readonly Malformed[] {
  const good = sample(shape);
  const inside = variants(shape, good);
  if (shape.type !== 'object') return inside;
  const extra = ['unexpected', 'constructor', 'toString'].map((key) => ({
    how: `a key too many: ${key}`,
    value: { ...Object(good), [key]: { unexpected: 'x'.repeat(100_000) } },
  }));
  return [...inside, ...extra];
}

/** The texts, lists and numbers that the shape does not bound. */
export function uncapped(shape: Shape, at = 'input'): readonly string[] {
  return alternatives(shape).flatMap((option) => {
    if (option.type === 'object') {
      const keys = Object.entries(option.properties ?? {}).flatMap(([key, inner]) => uncapped(inner, `${at}.${key}`));
      const rest = option.additionalProperties;
      if (rest === undefined || typeof rest === 'boolean') return keys;
      return [...keys, ...uncapped(rest, `${at}.*`), ...uncapped(option.propertyNames ?? {}, `${at}.key`)];
    }
    if (option.type === 'array')
      return [...(option.maxItems === undefined ? [at] : []), ...uncapped(option.items ?? {}, `${at}[]`)];
    const { maxLength, pattern, maxBytes } = option;
    const bounded = [maxLength, pattern, maxBytes, option.enum, option.const].some((bound) => bound !== undefined);
    return (option.type === 'string' || option.type === 'bytes') && !bounded ? [at] : [];
  });
}

function variants(shape: Shape, good: unknown, at = 'input'): readonly Malformed[] {
  const options = alternatives(shape);
  const wrong = wrongValues
    .filter((value) => !options.some((option) => mayBe(option, value)))
    .map((value) => ({ how: `${at} is ${describe(value)}`, value }));
  return [...wrong, ...options.flatMap((option) => beyond(option, at)), ...within(options, good, at)];
}

const madeUp = ['', '../../etc/passwd', '__proto__', 'ⅿ\u0000'];
const allowed = ({ pattern }: Shape, value: string) => pattern !== undefined && new RegExp(pattern).test(value);

/** Over the caps and out of the range. */
function beyond({ type, ...option }: Shape, at: string): readonly Malformed[] {
  const found: Malformed[] = [];
  if (type === 'string') {
    if (option.maxLength !== undefined) found.push({ how: `${at} too long`, value: 'x'.repeat(option.maxLength + 1) });
    if ((option.minLength ?? 0) > 0) found.push({ how: `${at} empty`, value: '' });
    if (option.pattern !== undefined || option.enum !== undefined || 'const' in option)
      found.push(
        ...madeUp.filter((value) => !allowed(option, value)).map((value) => ({ how: `${at} made up`, value })),
      );
  }
  if (type === 'bytes') found.push({ how: `${at} empty`, value: new Uint8Array() });
  if (type === 'array') {
    const { maxItems, minItems = 0, items = {} } = option;
    if (maxItems !== undefined)
      found.push({ how: `${at} too many`, value: Array.from({ length: maxItems + 1 }, () => sample(items)) });
    if (minItems > 0) found.push({ how: `${at} empty`, value: [] });
  }
  if (type === 'integer' || type === 'number') {
    if (option.maximum !== undefined) found.push({ how: `${at} too great`, value: option.maximum + 1 });
    if (option.minimum !== undefined) found.push({ how: `${at} too small`, value: option.minimum - 1 });
  }
  return found;
}

/** One place inside is malformed, or a key is missing. */
function within(options: readonly Shape[], good: unknown, at: string): readonly Malformed[] {
  const shape = options.find(({ type }) => type === 'object' || type === 'array');
  if (shape === undefined) return [];
  if (shape.type === 'array') {
    const item = sample(shape.items ?? {});
    const least = Math.max((shape.minItems ?? 0) - 1, 0);
    return variants(shape.items ?? {}, item, `${at}[]`).map(({ how, value }) => ({
      how,
      value: [value, ...Array.from({ length: least }, () => item)],
    }));
  }
  // A good value that is null here has an inside all the same.
  const whole = Object(good ?? sample({ ...shape }));
  const missing = (shape.required ?? []).map((key) => ({ how: `${at}.${key} missing`, value: without(whole, key) }));
  const changed = Object.entries(shape.properties ?? {}).flatMap(([key, inner]) => {
    const optional = !(shape.required ?? []).includes(key);
    return variants(inner, whole[key], `${at}.${key}`)
      .filter(({ value }) => !(optional && value === undefined))
      .map(({ how, value }) => ({ how, value: { ...whole, [key]: value } }));
  });
  return [...missing, ...changed];
}

/** Whether the value may be of this shape; what is inside an object or a list is looked at elsewhere. */
function mayBe(option: Shape, value: unknown): boolean {
  if ('const' in option) return option.const === value;
  if (option.enum !== undefined) return option.enum.includes(value);
  switch (option.type) {
    case 'null':
      return value === null;
    case 'string':
      return typeof value === 'string';
    case 'bytes':
      return value instanceof Uint8Array;
    case 'boolean':
      return typeof value === 'boolean';
    case 'integer':
    case 'number':
      return (
        typeof value === 'number' && Number.isFinite(value) && (option.type === 'number' || Number.isInteger(value))
      );
    case 'array':
      return Array.isArray(value);
    case 'object':
      // An object without any of the required keys is malformed; else it is one of those that are tried key by key.
      return (
        typeof value === 'object' && value !== null && !Array.isArray(value) && (option.required ?? []).length === 0
      );
    default:
      return true;
  }
}

const without = (whole: object, key: string) =>
  Object.fromEntries(Object.entries(whole).filter(([own]) => own !== key));

const describe = (value: unknown): string =>
  typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? 'missing');
