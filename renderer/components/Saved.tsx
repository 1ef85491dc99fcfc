import type { ReactNode } from 'react';
import { Check, CircleAlert, Hourglass } from 'lucide-react';
import { classes } from './classes';

export type SavedState = 'saved' | 'saving' | 'failed';

/** «Saved, 14:32»: where the data is. A live region, so that a screen reader hears each change once. */
export function Saved({ state, children }: { readonly state: SavedState; readonly children: ReactNode }) {
  return (
    <span className={classes('saved', state === 'failed' && 'wrong')} role="status">
      {state === 'saved' ? <Check className="ic" aria-hidden /> : null}
      {state === 'saving' ? <Hourglass className="ic" aria-hidden /> : null}
      {state === 'failed' ? <CircleAlert className="ic" aria-hidden /> : null}
      {children}
    </span>
  );
}
