import type { Recent } from './snapshot';
import type { Language } from './language';

/** The places of an open contest, in the order of the navigation and of the menu's numbers. */
export const places = [
  'overview',
  'setup',
  'nominees',
  'jury',
  'ballots',
  'ranking',
  'documents',
  'seal',
  'access',
  'log',
] as const;
export type Place = (typeof places)[number];

/** The first places are also reached by Ctrl and a figure; Ctrl+0 is the usual size. */
export const placesWithKeys = 9;

export const screenNames = [
  'start',
  'create',
  'open',
  'ballotOpen',
  'resultsOpen',
  'newCode',
  'contest',
  'ballot',
  'results',
  'snapshot',
] as const;
export type ScreenName = (typeof screenNames)[number];

/** What the window shows, as far as the menu follows it. */
export interface Showing {
  readonly screen: ScreenName;
  readonly place: Place | null;
  /** A dialog waits for an answer: what would lead away from it is not to be had. */
  readonly asking: boolean;
}

/** What the native menu asks the page to do; the page does it by the same actions as its own buttons. */
export type MenuCommand =
  | { readonly kind: 'new' }
  | { readonly kind: 'open'; readonly file: 'contest' | 'ballot' | 'results' | 'snapshot' }
  | { readonly kind: 'recent'; readonly recent: Recent }
  | { readonly kind: 'forgetMissing' }
  | { readonly kind: 'publish' }
  | { readonly kind: 'print' }
  | { readonly kind: 'close' }
  | { readonly kind: 'place'; readonly place: Place }
  | { readonly kind: 'language'; readonly language: Language }
  | { readonly kind: 'theme'; readonly theme: 'system' | 'light' | 'dark' }
  /** When the program locks itself. */
  | { readonly kind: 'locking' }
  | { readonly kind: 'keys' }
  | { readonly kind: 'about' };
