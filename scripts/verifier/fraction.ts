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

export function order(a: Fraction, b: Fraction): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export const text = ({ n, d }: Fraction): string => (d === 1n ? String(n) : `${n}/${d}`);
