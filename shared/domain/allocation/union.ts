/** Who a list adds to a union of separate lists. */
export interface UnionPart {
  readonly list: string;
  readonly taken: readonly number[];
  /** Already taken by an earlier list, so the seat went further down. */
  readonly already: readonly number[];
  readonly undecided: readonly number[];
}

/**
 * Two or more separate lists united, as a public vote's first 25 and the jury's first 7: each list in turn gives its
 * best `seats` who are not in yet. Equals who do not all fit stay undecided.
 */
export function uniteLists(
  lists: readonly { readonly name: string; readonly groups: readonly (readonly number[])[]; readonly seats: number }[],
): readonly UnionPart[] {
  const taken = new Set<number>();
  return lists.map(({ name, groups, seats }) => {
    const own: number[] = [];
    const already: number[] = [];
    let undecided: readonly number[] = [];
    for (const group of groups) {
      if (own.length >= seats) break;
      already.push(...group.filter((i) => taken.has(i)));
      const fresh = group.filter((i) => !taken.has(i));
      if (own.length + fresh.length > seats) {
        undecided = fresh;
        break;
      }
      own.push(...fresh);
    }
    for (const i of own) taken.add(i);
    return { list: name, taken: own, already, undecided };
  });
}
