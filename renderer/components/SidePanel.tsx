import { useId, type ReactNode } from 'react';
import { X } from 'lucide-react';
import { IconButton } from './Button';
import { classes } from './classes';

export interface SidePanelProps {
  readonly title: string;
  readonly sub?: ReactNode;
  readonly children: ReactNode;
  readonly foot?: ReactNode;
  readonly closeLabel?: string;
  readonly onClose?: () => void;
}

/** Explains the chosen thing beside it; under 56 rem it stands below. Place it second inside <Split>. */
export function SidePanel({ title, sub, children, foot, closeLabel, onClose }: SidePanelProps) {
  const id = useId();
  return (
    <aside className="panel" aria-labelledby={id}>
      <div className="panel-head">
        <div>
          <h2 id={id}>{title}</h2>
          {sub === undefined ? null : <p>{sub}</p>}
        </div>
        {onClose === undefined || closeLabel === undefined ? null : (
          <IconButton aria-label={closeLabel} onPress={onClose}>
            <X className="ic" aria-hidden />
          </IconButton>
        )}
      </div>
      <div className="panel-body">{children}</div>
      {foot === undefined ? null : <div className="panel-foot">{foot}</div>}
    </aside>
  );
}

/** A page with a panel: the work scrolls at left, the panel at right. Without a panel use `<div className="page">`. */
export function Split({
  children,
  panel,
  wide = false,
}: {
  readonly children: ReactNode;
  readonly panel: ReactNode;
  /** A wider panel, for comparing. */
  readonly wide?: boolean;
}) {
  return (
    <div className={classes('split', wide && 'split-wide')}>
      <div className="split-main">{children}</div>
      {panel}
    </div>
  );
}
