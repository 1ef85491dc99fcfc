declare const brand: unique symbol;

/** A number or string that cannot be mistaken for another kind of number or string. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
