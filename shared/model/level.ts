/** Of which level a contest is where regions hold their own: theirs, or the national one that takes their laureates in. */
export const levels = ['regional', 'national'] as const;
export type Level = (typeof levels)[number];

/** As `opensAs` of templates and rules says it. */
export const levelNames = { regional: 'regional contest', national: 'national contest' } as const satisfies Readonly<
  Record<Level, string>
>;

/** What a template may be opened as. A contest of one level has that one; one with the stages of all has all of them. */
export const levelsOf = (opensAs: readonly string[]): readonly Level[] =>
  levels.filter((level) => opensAs.includes(levelNames[level]));

export const isOfLevel = (opensAs: readonly string[], level: Level): boolean =>
  opensAs.length === 1 && opensAs[0] === levelNames[level];
