/**
 * The entry at a position that is known to be there. A hole is a bug and throws: standing in for it with a zero would
 * decide a place without anybody noticing.
 */
export function at<T>(list: readonly T[], position: number): T {
  const entry = list[position];
  if (entry === undefined) throw new RangeError(`no entry ${position} of ${list.length}`);
  return entry;
}
