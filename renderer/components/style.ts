import type { CSSProperties } from 'react';

/** Custom properties for CSS (`--at`, `--w` …). They are set through the CSSOM, which the content policy allows. */
export function vars(values: Readonly<Record<`--${string}`, string | number>>): CSSProperties {
  return values;
}
