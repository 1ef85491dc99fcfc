import { useEffect, useId, useRef, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { classes } from './classes';
import { vars } from './style';
import { alignClass, SortButton, type Align, type SortDirection } from './Table';

export interface VirtualColumn<Item> {
  readonly id: string;
  readonly head: ReactNode;
  readonly cell: (item: Item, index: number) => ReactNode;
  /** A CSS grid track: `3rem`, `minmax(0, 1fr)`. */
  readonly width: string;
  readonly align?: Align;
  readonly sort?: SortDirection | null;
  readonly onSort?: () => void;
}

export interface VirtualTableProps<Item> {
  readonly label: string;
  readonly columns: readonly VirtualColumn<Item>[];
  readonly items: readonly Item[];
  readonly itemKey: (item: Item) => string;
  /** Least height of a row in px at 100 %; 52 for two lines. Rows grow with what wraps in them. */
  readonly rowHeight?: number;
  /** The row the user is on; arrows, Home, End, PageUp and PageDown move it. */
  readonly currentKey?: string | null;
  readonly onCurrent?: (item: Item) => void;
  /** Enter or double click on a row. */
  readonly onOpen?: (item: Item) => void;
  readonly isSelected?: (item: Item) => boolean;
  /** Narrowest width before it scrolls sideways, such as `40rem`. */
  readonly minWidth?: string;
  /** Shown instead of rows. */
  readonly empty?: ReactNode;
}

/**
 * A table of any length, of which only the visible rows are in the document. It fills its flex parent.
 * Rows are announced with their true number out of all.
 */
export function VirtualTable<Item>(props: VirtualTableProps<Item>) {
  const { label, columns, items, itemKey, rowHeight = 40, currentKey = null, onCurrent, onOpen } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
  const headHeight = 36 * rem;
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight * rem,
    overscan: 12,
    scrollPaddingStart: headHeight,
    getItemKey: (index) => {
      const item = items[index];
      return item === undefined ? index : itemKey(item);
    },
  });
  const currentIndex = currentKey === null ? -1 : items.findIndex((item) => itemKey(item) === currentKey);
  // Scrolls for a choice made elsewhere (search, import) as well as for the arrows.
  useEffect(() => {
    if (currentIndex >= 0) rows.scrollToIndex(currentIndex, { align: 'auto' });
  }, [currentIndex, rows]);

  const point = (event: MouseEvent, act: ((item: Item) => void) | undefined) => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null;
    const item = row === null ? undefined : items[Number(row.dataset['index'])];
    if (item !== undefined) act?.(item);
  };
  const move = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / (rowHeight * rem)) - 1);
    const to: Readonly<Record<string, number>> = {
      ArrowDown: currentIndex + 1,
      ArrowUp: currentIndex - 1,
      PageDown: currentIndex + page,
      PageUp: currentIndex - page,
      Home: 0,
      End: items.length - 1,
    };
    const current = items[currentIndex];
    if (event.key === 'Enter' && current !== undefined && onOpen !== undefined) {
      event.preventDefault();
      onOpen(current);
      return;
    }
    const target = to[event.key];
    if (target === undefined || onCurrent === undefined) return;
    event.preventDefault();
    const next = items[Math.max(0, Math.min(items.length - 1, target))];
    if (next !== undefined) onCurrent(next);
  };

  return (
    <div className="vt">
      <div
        ref={scroller}
        className="vt-scroll"
        role="grid"
        aria-label={label}
        aria-rowcount={items.length + 1}
        aria-colcount={columns.length}
        tabIndex={0}
        onKeyDown={move}
        onClick={(event) => point(event, onCurrent)}
        onDoubleClick={(event) => point(event, onOpen)}
        {...(currentIndex < 0 ? {} : { 'aria-activedescendant': `${id}-${String(currentIndex)}` })}
        style={vars({
          '--vt-columns': columns.map((column) => column.width).join(' '),
          '--vt-min': props.minWidth ?? '0',
        })}
      >
        <div className="vt-head" role="row" aria-rowindex={1}>
          {columns.map((column) => (
            <div
              key={column.id}
              role="columnheader"
              className={alignClass[column.align ?? 'left']}
              {...(column.sort === undefined ? {} : { 'aria-sort': column.sort ?? 'none' })}
            >
              {column.onSort === undefined ? (
                column.head
              ) : (
                <SortButton sort={column.sort ?? null} onSort={column.onSort}>
                  {column.head}
                </SortButton>
              )}
            </div>
          ))}
        </div>
        {items.length === 0 ? props.empty : null}
        <div className="vt-body" role="rowgroup" style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map((row) => {
            const item = items[row.index];
            if (item === undefined) return null;
            const selected = props.isSelected?.(item) ?? false;
            return (
              <div
                key={row.key}
                id={`${id}-${String(row.index)}`}
                role="row"
                aria-rowindex={row.index + 2}
                aria-selected={selected || row.index === currentIndex}
                className={classes('vt-row', selected && 'selected', row.index === currentIndex && 'current')}
                // Measured: a long name wraps and makes its row higher.
                ref={rows.measureElement}
                style={{ minHeight: rowHeight * rem, transform: `translateY(${String(row.start)}px)` }}
                data-index={row.index}
              >
                {columns.map((column) => (
                  <div key={column.id} role="gridcell" className={alignClass[column.align ?? 'left']}>
                    {column.cell(item, row.index)}
                  </div>
                ))}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
