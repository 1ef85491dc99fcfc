/**
 * Exact fractions: always reduced, `d` > 0, zero is 0/1. Two equal rationals have equal `n` and `d`, so comparing the
 * fields compares the values. Nothing here rounds except `toDecimal`, which is for the screen only.
 */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

export const zero: Rational = { n: 0n, d: 1n };

function gcd(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** n/d, reduced. A zero denominator is a bug and throws. */
export function rational(n: bigint | number, d: bigint | number = 1n): Rational {
  const top = BigInt(n);
  const bottom = BigInt(d);
  if (bottom === 0n) throw new RangeError('a fraction with denominator 0');
  if (bottom < 0n) return rational(-top, -bottom);
  if (bottom === 1n) return { n: top, d: 1n };
  const g = gcd(top, bottom);
  return { n: top / g, d: bottom / g };
}

export const add = (a: Rational, b: Rational): Rational =>
  a.d === b.d ? rational(a.n + b.n, a.d) : rational(a.n * b.d + b.n * a.d, a.d * b.d);
export const subtract = (a: Rational, b: Rational): Rational => add(a, { n: -b.n, d: b.d });
export const multiply = (a: Rational, b: Rational): Rational => rational(a.n * b.n, a.d * b.d);
/** Division by zero is a bug and throws. */
export const divide = (a: Rational, b: Rational): Rational => rational(a.n * b.d, a.d * b.n);
/** Reduced once at the end: long lists mostly share a denominator. */
export function sum(values: readonly Rational[]): Rational {
  let n = 0n;
  let d = 1n;
  for (const value of values) {
    if (value.d === d) n += value.n;
    else if (d % value.d === 0n) n += value.n * (d / value.d);
    else {
      const rest = value.d / gcd(d, value.d);
      n = n * rest + value.n * ((d * rest) / value.d);
      d *= rest;
    }
  }
  return rational(n, d);
}

/** Negative, zero or positive, as a sort comparator wants it. Exact. */
export function compare(a: Rational, b: Rational): number {
  const left = a.n * b.d;
  const right = b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
}

export const equal = (a: Rational, b: Rational): boolean => a.n === b.n && a.d === b.d;

const printed = /^([+-]?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i;

/**
 * The decimal exactly as it is printed: 0.1 is 1/10, not the double nearest to it. Takes what JavaScript prints for a
 * finite number (`1e-7` too) or a text with a decimal point; anything else is a bug and throws.
 */
export function fromDecimal(value: number | string): Rational {
  const match = printed.exec(String(value));
  if (match === null) throw new RangeError(`not a decimal: ${String(value)}`);
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  const digits = BigInt(whole + fraction) * (sign === '-' ? -1n : 1n);
  const shift = Number(exponent) - fraction.length;
  return shift >= 0 ? rational(digits * 10n ** BigInt(shift)) : rational(digits, 10n ** BigInt(-shift));
}

/**
 * Decimal text with a point and exactly `digits` decimals, rounded half away from zero. What rounds to zero has no
 * sign.
 */
export function toDecimal(value: Rational, digits: number): string {
  const positive = value.n < 0n ? -value.n : value.n;
  const scaled = positive * 10n ** BigInt(digits);
  const rounded = (scaled * 2n + value.d) / (value.d * 2n);
  const text = rounded.toString().padStart(digits + 1, '0');
  const sign = value.n < 0n && rounded !== 0n ? '-' : '';
  if (digits === 0) return sign + text;
  return `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** `n/d`, or `n` alone for a whole number. */
export const toFraction = (value: Rational): string => (value.d === 1n ? `${value.n}` : `${value.n}/${value.d}`);

/** Reads what `toFraction` wrote. */
export function fromFraction(text: string): Rational {
  const [n, d] = text.split('/');
  return rational(BigInt(n ?? ''), d === undefined ? 1n : BigInt(d));
}
