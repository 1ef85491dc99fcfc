import type { Random } from '../lib/random';

/** What became of changed bytes that were handed to the application. */
export type Verdict =
  | { readonly kind: 'refused'; readonly reason: string }
  /** Opened, and says exactly what a genuine file says: nothing that anybody reads was changed. */
  | { readonly kind: 'same' }
  | { readonly kind: 'accepted'; readonly what: string };

/** A kind of file: a genuine one, how it is changed, and the way it is really read. */
export interface Target {
  readonly genuine: Buffer;
  /** Changed bytes: always others than the genuine ones. */
  changed(random: Random): Promise<Buffer>;
  read(bytes: Buffer): Promise<Verdict>;
  /** Whether these bytes ask for as costly a key derivation as a reader allows: then a genuine file's time is the limit. */
  isCostly?(bytes: Buffer): boolean;
  close(): Promise<void>;
}
