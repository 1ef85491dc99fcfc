/** The value below which the share `p` of `values` lies (nearest rank). */
export function percentile(values, p) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)];
}

export const median = (values) => percentile(values, 0.5);

/** A figure of a bench; `goal` is the most it may be, or null where nothing is promised. */
export function figure(name, value, unit, goal = null) {
  return { name, value, unit, goal };
}

export const isReached = ({ value, goal }) => goal === null || value <= goal;
