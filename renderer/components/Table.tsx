import type { ReactNode } from 'react';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { classes } from './classes';

export interface TableProps {
  /** Name of the table for screen readers. */
  readonly label: string;
  /** Rows of two lines (52 px) instead of one (40 px). */
  readonly twoLine?: boolean;
  readonly stickyHead?: boolean;
  /** Fixed layout: widths come from <ColumnHead width>. */
  readonly fixed?: boolean;
  readonly className?: string;
  /** <thead> and <tbody>. */
  readonly children: ReactNode;
}

/** A plain table with hairlines. Put it into `.table-scroll` where it may be wider than its place. */
export function Table({ label, twoLine = false, stickyHead = false, fixed = false, className, children }: TableProps) {
  return (
    <table
      aria-label={label}
      className={classes('table', twoLine && 'table-2', stickyHead && 'table-sticky', className)}
      {...(fixed ? { style: { tableLayout: 'fixed' as const } } : {})}
    >
      {children}
    </table>
  );
}

export type Align = 'left' | 'right' | 'center';
export const alignClass: Readonly<Record<Align, string>> = { left: '', right: 'r', center: 'c' };

export interface ColumnHeadProps {
  readonly children: ReactNode;
  readonly align?: Align;
  /** CSS width, with a fixed table. */
  readonly width?: string;
  /** How the rows are sorted by this column; null: they could be. Left out: they cannot. */
  readonly sort?: SortDirection | null;
  readonly onSort?: () => void;
}
export type SortDirection = 'ascending' | 'descending';

export function ColumnHead({ children, align = 'left', width, sort, onSort }: ColumnHeadProps) {
  return (
    <th
      scope="col"
      className={alignClass[align]}
      {...(width === undefined ? {} : { style: { width } })}
      {...(sort === undefined ? {} : { 'aria-sort': sort ?? 'none' })}
    >
      {onSort === undefined ? (
        children
      ) : (
        <SortButton sort={sort ?? null} onSort={onSort}>
          {children}
        </SortButton>
      )}
    </th>
  );
}

export function SortButton({
  sort,
  onSort,
  children,
}: {
  readonly sort: SortDirection | null;
  readonly onSort: () => void;
  readonly children: ReactNode;
}) {
  return (
    <AriaButton className={classes('sort', sort !== null && 'sort-on')} onPress={onSort}>
      {children}
      {sort === 'ascending' ? <ArrowUp className="ic" aria-hidden /> : null}
      {sort === 'descending' ? <ArrowDown className="ic" aria-hidden /> : null}
    </AriaButton>
  );
}

export interface RowProps {
  readonly selected?: boolean;
  /** Where the user is: a rail at left. */
  readonly current?: boolean;
  readonly laureate?: boolean;
  /** An open tie. */
  readonly tie?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}

export function Row({
  selected = false,
  current = false,
  laureate = false,
  tie = false,
  className,
  children,
}: RowProps) {
  return (
    <tr
      className={classes(selected && 'selected', current && 'current', laureate && 'laureate', tie && 'tie', className)}
      {...(current ? { 'aria-current': 'true' as const } : {})}
    >
      {children}
    </tr>
  );
}

/** Two lines: a name, and what tells it from another of the same name. */
export function TwoLines({ title, note }: { readonly title: ReactNode; readonly note?: ReactNode }) {
  return (
    <div className="two">
      <b>{title}</b>
      {note === undefined || note === null || note === '' ? null : <small>{note}</small>}
    </div>
  );
}
