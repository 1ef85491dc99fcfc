import type { ReactNode, RefAttributes } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import { classes } from './classes';

export type ButtonVariant = 'primary' | 'second' | 'quiet' | 'danger';

type Base = Omit<AriaButtonProps, 'children' | 'className' | 'style'> & RefAttributes<HTMLButtonElement>;

export interface ButtonProps extends Base {
  /** One primary per view. */
  readonly variant?: ButtonVariant;
  readonly size?: 'normal' | 'small';
  /** A 16 px icon before the word. */
  readonly icon?: ReactNode;
  /** An icon after the word, for "goes on" and "opens a list". */
  readonly iconEnd?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

// Not react-aria's own `isPending`: it announces the button itself, and most of ours are gone once the work is done.
const waiting = { type: 'button', onPress: () => undefined, 'aria-disabled': true, 'data-pending': true } as const;

export function Button({
  variant = 'second',
  size = 'normal',
  icon,
  iconEnd,
  className,
  children,
  isPending = false,
  ...rest
}: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      {...(isPending ? waiting : {})}
      className={classes('btn', `btn-${variant}`, size === 'small' && 'btn-sm', className)}
    >
      {icon}
      {children}
      {iconEnd}
    </AriaButton>
  );
}

export interface IconButtonProps extends Base {
  /** The icon says nothing to a screen reader. */
  readonly 'aria-label': string;
  readonly variant?: 'second' | 'quiet';
  readonly size?: 'normal' | 'small';
  readonly className?: string;
  readonly children: ReactNode;
}

export function IconButton({ variant = 'quiet', size = 'normal', className, children, ...rest }: IconButtonProps) {
  return (
    <AriaButton
      {...rest}
      className={classes('btn', 'btn-icon', `btn-${variant}`, size === 'small' && 'btn-sm', className)}
    >
      {children}
    </AriaButton>
  );
}

/** Buttons in a line; the last is the one that moves on. */
export function ButtonRow({ children, className }: { readonly children: ReactNode; readonly className?: string }) {
  return <div className={classes('btn-row', className)}>{children}</div>;
}
