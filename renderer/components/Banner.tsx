import { useRef, type ReactNode } from 'react';
import { CircleAlert, Hourglass, Info, Trophy } from 'lucide-react';
import { useAnnouncedContent } from './Announcer';
import { classes } from './classes';

export type BannerTone = 'info' | 'wait' | 'wrong' | 'gold';

const icons: Readonly<Record<BannerTone, ReactNode>> = {
  info: <Info className="ic" aria-hidden />,
  wait: <Hourglass className="ic" aria-hidden />,
  wrong: <CircleAlert className="ic" aria-hidden />,
  gold: <Trophy className="ic" aria-hidden />,
};

export interface BannerProps {
  readonly tone?: BannerTone;
  readonly icon?: ReactNode;
  /** What happened, what was kept, what to do. */
  readonly children: ReactNode;
  /** Buttons at the end. */
  readonly actions?: ReactNode;
  /** Read out at once when it appears: errors are by themselves. */
  readonly announce?: boolean;
  readonly className?: string;
}

/** A rail and a sentence beside its subject. */
export function Banner({ tone = 'info', icon, children, actions, announce, className }: BannerProps) {
  // An alert is read as soon as it is there; news of any other kind waits until what is being read is over.
  const role = tone === 'wrong' && announce !== false ? { role: 'alert' } : {};
  const text = useRef<HTMLDivElement>(null);
  useAnnouncedContent(text, tone !== 'wrong' && announce === true);
  return (
    <div className={classes('banner', tone, className)} {...role}>
      {icon ?? icons[tone]}
      <div className="banner-text" ref={text}>
        {children}
      </div>
      {actions === undefined ? null : <div className="btn-row">{actions}</div>}
    </div>
  );
}
