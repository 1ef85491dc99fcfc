import type { ReactNode } from 'react';
import { Mark } from './Mark';

export interface EmptyStateProps {
  readonly title: string;
  /** What to do next. */
  readonly children?: ReactNode;
  /** One button that does it, at most one quiet one beside. */
  readonly actions?: ReactNode;
}

/** An empty place teaches its next step. */
export function EmptyState({ title, children, actions }: EmptyStateProps) {
  return (
    <div className="empty">
      <Mark size={40} />
      <h2 className="sec">{title}</h2>
      {children === undefined ? null : <p>{children}</p>}
      {actions === undefined ? null : <div className="btn-row">{actions}</div>}
    </div>
  );
}
