import type { z } from 'zod';

/** One call: who answers it, what it takes, what it gives. */
export interface Call<Input, Output, Owner extends 'shell' | 'desk'> {
  readonly owner: Owner;
  readonly input: z.ZodType<Input>;
  /** Carries the output's type; never present at run time. */
  readonly output?: Output;
}

export const shell = <Input>(input: z.ZodType<Input>) => ({
  gives: <Output>(): Call<Input, Output, 'shell'> => ({ owner: 'shell', input }),
});
export const desk = <Input>(input: z.ZodType<Input>) => ({
  gives: <Output>(): Call<Input, Output, 'desk'> => ({ owner: 'desk', input }),
});
