import type { ReactNode } from 'react';
import { Link, type LinkProps } from 'react-aria-components/Link';
import { classes } from './classes';

export interface LinkButtonProps extends Omit<LinkProps, 'children' | 'className' | 'style'> {
  /** Alone in its line: grows to a target of 24 px. */
  readonly alone?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}

/** An underlined word that goes to another place; what acts is a quiet Button. */
export function LinkButton({ alone = false, className, children, ...rest }: LinkButtonProps) {
  return (
    <Link {...rest} className={classes('link', alone && 'link-alone', className)}>
      {children}
    </Link>
  );
}
