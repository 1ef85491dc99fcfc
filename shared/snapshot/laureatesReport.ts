import type { Rational } from '../domain/rational';
import type { RowReason } from '../model/standing';
import { written, type Json } from './result';

/** Why somebody's status is another than the place alone would give; nominees, categories and rounds by their ids. */
export interface Reason {
  readonly by: RowReason['by'];
  readonly quota?: string;
  readonly value?: string;
  readonly holders?: readonly string[];
  readonly category?: string;
  readonly round?: string;
  readonly reason?: string;
}

export interface LaureateRow {
  readonly nominee: string;
  readonly status: 'laureate' | 'out' | 'undecided' | 'no_score';
  /** The prize of a laureate; null where laureates are not ranked, and of those whom people added. */
  readonly prize: number | null;
  readonly reason: Reason | null;
  readonly grant: Rational | null;
}

export interface LaureateList {
  readonly after: string;
  readonly categories: ReadonlyMap<string, readonly LaureateRow[]>;
  /** What the fund still holds; null without a fund. */
  readonly left: Rational | null;
}

/** The lists as JSON. */
export const laureatesReport = (lists: readonly LaureateList[], digits: number): Json =>
  lists.map(({ after, left, categories }) => ({
    after,
    ...(left === null ? {} : { left: written(left, digits) }),
    categories: Object.fromEntries(
      [...categories].map(([key, rows]) => [
        key,
        rows.map(({ nominee, status, prize, reason, grant }) => ({
          nominee,
          status,
          prize,
          reason: reason === null ? null : { ...reason },
          grant: grant === null ? null : written(grant, digits),
        })),
      ]),
    ),
  }));
