/** Whole weights in basis points: 10 000 = 100 %. Apart from the schemas: the first window reads it, and none of them. */
export const fullWeight = 10_000;
