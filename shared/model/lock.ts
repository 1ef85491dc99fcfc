/** Minutes without a sign of life after which the program locks itself. */
export const lockTimes = ['never', 5, 15, 30, 60] as const;
export type LockTime = (typeof lockTimes)[number];

/** What is open, as far as it may be said while the window is locked: no more than the file's own name. */
export interface OpenedName {
  readonly kind: 'contest' | 'ballot' | 'results';
  readonly name: string;
}

/** What the desk has open. */
export interface Opened extends OpenedName {
  /** A password or a code that somebody knows; the demo contest has none. */
  readonly hasSecret: boolean;
}

export type LockState =
  | {
      readonly kind: 'open';
      /** Something is open that has a password or a code; the demo contest has none. */
      readonly canLock: boolean;
      /** What was locked is not open any more: the page lets go of it. */
      readonly closed: boolean;
    }
  /** The page hides what it shows and hands in what was typed. */
  | { readonly kind: 'locking'; readonly file: OpenedName; readonly since: string }
  /** Nothing is answered but the password. */
  | { readonly kind: 'locked'; readonly file: OpenedName; readonly since: string };
