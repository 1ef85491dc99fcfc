import type { Harness } from './lib/harness';
import { channels } from './channels';
import { guess } from './guess';
import { imports } from './imports';
import { kill } from './kill';
import { outside } from './outside';
import { fullDisk } from './fullDisk';
import { mutate } from './mutate';
import { packages } from './packages';
import { plaintext } from './plaintext';
import { power } from './power';
import { scripts } from './scripts';
import { recompute } from './recompute';
import { splice } from './splice';
import { tamper } from './tamper';
import { workbooks } from './workbooks';

/** Every harness, in the order in which `all` runs them. */
export const harnesses: readonly Harness[] = [
  kill,
  power,
  fullDisk,
  mutate,
  splice,
  guess,
  channels,
  scripts,
  recompute,
  tamper,
  workbooks,
  imports,
  outside,
  packages,
  plaintext,
];
