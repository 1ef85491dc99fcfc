import type { ReactNode } from 'react';

export interface PageHeadProps {
  /** How things stand, as a sentence. */
  readonly title: ReactNode;
  readonly sub?: ReactNode;
  /** At most one primary button. */
  readonly actions?: ReactNode;
}

/** Every page begins with its state. */
export function PageHead({ title, sub, actions }: PageHeadProps) {
  return (
    <header className="page-head">
      <div>
        <h1>{title}</h1>
        {sub === undefined ? null : <p className="sub">{sub}</p>}
      </div>
      {actions === undefined ? null : <div className="btn-row">{actions}</div>}
    </header>
  );
}
