import type { ReactNode } from 'react';
import { Check, Lock } from 'lucide-react';
import { classes } from './classes';
import { Disc } from './Disc';

export type BadgeTone = 'calm' | 'plain' | 'done' | 'wait' | 'wrong' | 'gold' | 'seal' | 'provisional';

export interface BadgeProps {
  readonly tone?: BadgeTone;
  /** calm and done bring a tick, gold a disc, seal a lock; give another where the word needs it, null for none. */
  readonly icon?: ReactNode;
  readonly children: ReactNode;
}

const own: Partial<Record<BadgeTone, ReactNode>> = {
  calm: <Check className="ic" aria-hidden />,
  done: <Check className="ic" aria-hidden />,
  gold: <Disc state="gold" />,
  seal: <Lock className="ic" aria-hidden />,
};

/** Icon and word. The normal whispers (calm), exceptions speak. */
export function Badge({ tone = 'plain', icon, children }: BadgeProps) {
  return (
    <span className={classes('badge', tone)}>
      {icon === undefined ? own[tone] : icon}
      {children}
    </span>
  );
}
