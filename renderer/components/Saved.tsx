import type { ReactNode } from 'react';
import { Check, CircleAlert, Hourglass } from 'lucide-react';
import { classes } from './classes';

export type SavedState = 'saved' | 'saving' | 'failed';

/** «Saved, 14:32»: where the data is. Whoever shows it keeps a live region around it, also while there is nothing to say. */
export function Saved({ state, children }: { readonly state: SavedState; readonly children: ReactNode }) {
  return (
    <span className={classes('saved', state === 'failed' && 'wrong')}>
      {state === 'saved' ? <Check className="ic" aria-hidden /> : null}
      {state === 'saving' ? <Hourglass className="ic" aria-hidden /> : null}
      {state === 'failed' ? <CircleAlert className="ic" aria-hidden /> : null}
      {children}
    </span>
  );
}
