/** Exact fractions, always reduced, the denominator above zero. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

export function fraction(n: bigint, d = 1n): Fraction {
  let [a, b] = [n < 0n ? -n : n, d < 0n ? -d : d];
  while (b !== 0n) [a, b] = [b, a % b];
  const by = d < 0n ? -a : a;
  return { n: n / by, d: d / by };
}

/** A number of a JSON text, as it is printed: 0.1 is one tenth. */
export function printed(value: number): Fraction {
  const [, sign = '', whole = '0', decimals = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/.exec(String(value)) ?? [];
  const shift = BigInt(Number(exponent) - decimals.length);
  const digits = BigInt(`${sign}${whole}${decimals}`);
  return shift < 0n ? fraction(digits, 10n ** -shift) : fraction(digits * 10n ** shift);
}

export const zero = fraction(0n);
export const plus = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d + b.n * a.d, a.d * b.d);
export const minus = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d - b.n * a.d, a.d * b.d);
export const times = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.n, a.d * b.d);
export const over = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d, a.d * b.n);
export const total = (all: readonly Fraction[]): Fraction => all.reduce(plus, zero);
export const mean = (all: readonly Fraction[]): Fraction => over(total(all), fraction(BigInt(all.length)));

/** To so many decimals, halves away from zero. */
export function nearest({ n, d }: Fraction, digits: number): Fraction {
  const scale = 10n ** BigInt(digits);
  const size = ((n < 0n ? -n : n) * scale * 2n + d) / (d * 2n);
  return fraction(n < 0n ? -size : size, scale);
}

/** The square root, to 40 decimals. */
export function root({ n, d }: Fraction): Fraction {
  const scale = 10n ** 40n;
  const square = (n * scale * scale) / d;
  let guess = square === 0n ? 0n : 1n << BigInt(Math.ceil(square.toString(2).length / 2));
  for (let next = guess; guess > 0n; guess = next) {
    next = (guess + square / guess) / 2n;
    if (next >= guess) break;
  }
  return fraction(guess, scale);
}

export function order(a: Fraction, b: Fraction): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export const text = ({ n, d }: Fraction): string => (d === 1n ? String(n) : `${n}/${d}`);
