import type { Harness } from './lib/harness';
import { kill } from './kill';
import { power } from './power';

/** Every harness, in the order in which `all` runs them. */
export const harnesses: readonly Harness[] = [kill, power];
