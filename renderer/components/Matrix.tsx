import { Fragment, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { classes } from './classes';
import { cellRuns, isTick, type MatrixState } from './matrixRuns';
import { vars } from './style';

/** none: the ballot has not come back; absent: the juror does not mark this nominee. */

export interface MatrixGroup {
  readonly id: string;
  /** «Best student · 60» */
  readonly title: string;
  /** Nominees in order: number in the list and name. */
  readonly columns: readonly { readonly id: string; readonly number: number; readonly name: string }[];
}
export interface MatrixRow {
  readonly id: string;
  readonly name: string;
  /** «chair» */
  readonly note?: string;
  /** One state for each column of all groups in order. */
  readonly cells: readonly MatrixState[];
  /** «70 / 72», «no ballot» */
  readonly end: string;
  readonly waits?: boolean;
}
export interface MatrixProps {
  readonly label: string;
  readonly corner: string;
  readonly endLabel: string;
  readonly groups: readonly MatrixGroup[];
  readonly rows: readonly MatrixRow[];
  readonly words: Readonly<Record<MatrixState, string>>;
  /** Enter or press on a cell. */
  readonly onOpen?: (rowId: string, columnId: string) => void;
  /** Enter or press on a juror. */
  readonly onOpenRow?: (rowId: string) => void;
}

/** Above this many nominees equal neighbours are drawn as one piece: a cell would be thinner than a line. */
const mostCells = 240;

/**
 * Juror × nominee: what is done and what is missing, at a glance. A grid for screen readers and keys: arrows move over the
 * cells, a line below says whose cell it is, Enter opens it.
 */
export function Matrix(props: MatrixProps) {
  const { groups, rows, words } = props;
  const columns = groups.flatMap((group) => group.columns);
  const dense = columns.length > mostCells;
  const body = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<{ readonly row: number; readonly column: number } | null>(null);
  // The pointer is read apart from the focus: resting over the matrix it must not lead the arrows astray.
  const [over, setOver] = useState<{ readonly row: number; readonly column: number } | null>(null);
  const told = over ?? at;
  const here = told === null ? undefined : rows[told.row];
  const column = told === null ? undefined : columns[told.column];
  const state = told === null ? undefined : here?.cells[told.column];

  const move = (event: KeyboardEvent) => {
    if (at === null || dense) return;
    const to: Readonly<Record<string, readonly [number, number]>> = {
      ArrowRight: [at.row, at.column + 1],
      ArrowLeft: [at.row, at.column - 1],
      ArrowDown: [at.row + 1, at.column],
      ArrowUp: [at.row - 1, at.column],
      Home: [at.row, 0],
      End: [at.row, columns.length - 1],
    };
    const target = to[event.key];
    const [focusedRow, focusedColumn] = [rows[at.row], columns[at.column]];
    if (event.key === 'Enter' && focusedRow !== undefined && focusedColumn !== undefined) {
      props.onOpen?.(focusedRow.id, focusedColumn.id);
    }
    if (target === undefined) return;
    event.preventDefault();
    const row = Math.max(0, Math.min(rows.length - 1, target[0]));
    const next = Math.max(0, Math.min(columns.length - 1, target[1]));
    body.current?.querySelector<HTMLElement>(`[data-cell="${String(row)}-${String(next)}"]`)?.focus();
  };

  const used = (Object.keys(words) as MatrixState[]).filter((word) => rows.some((row) => row.cells.includes(word)));
  return (
    <figure className="matrix">
      <div
        className={classes('mx', dense && 'mx-dense')}
        role="grid"
        aria-label={props.label}
        aria-colcount={columns.length + 2}
        tabIndex={dense ? 0 : -1}
        onKeyDown={move}
        onPointerLeave={() => setOver(null)}
      >
        <div className="mx-inner" ref={body} style={vars({ '--mx-columns': columns.length })}>
          <div className="mx-row mx-head" aria-hidden>
            <span />
            <span className="mx-cells">
              {betweenGroups(groups, (group) => (
                <span className="mx-group" title={group.title} style={{ flex: `${String(group.columns.length)} 1 0` }}>
                  {group.title}
                </span>
              ))}
            </span>
            <span />
          </div>
          <div className="mx-row mx-ticks num" role="row">
            <span role="columnheader">{props.corner}</span>
            <span className="mx-cells" aria-hidden>
              {betweenGroups(groups, (group) =>
                group.columns.map((one, index) => (
                  <span key={one.id} className="mx-tick">
                    {isTick(index, group.columns.length, columns.length) ? one.number : null}
                  </span>
                )),
              )}
            </span>
            <span className="mx-end" role="columnheader">
              {props.endLabel}
            </span>
          </div>
          {rows.map((row, rowIndex) => (
            <div className="mx-row" role="row" key={row.id}>
              <span className="mx-name" role="rowheader">
                {props.onOpenRow === undefined ? (
                  row.name
                ) : (
                  <button type="button" className="mx-open" onClick={() => props.onOpenRow?.(row.id)}>
                    {row.name}
                  </button>
                )}
                {row.note === undefined ? null : <small> {row.note}</small>}
              </span>
              <span className="mx-cells" role="presentation">
                {cellRuns(
                  groups.map((group) => group.columns.length),
                  row.cells,
                  dense,
                ).map((run) =>
                  run.kind === 'gap' ? (
                    <span key={run.key} className="mx-gap" aria-hidden />
                  ) : (
                    <span
                      key={run.key}
                      role="gridcell"
                      className={`mx-cell mx-${run.state}`}
                      aria-label={
                        dense
                          ? `${words[run.state]}: ${String(run.length)}`
                          : `${columns[run.from]?.name ?? ''}: ${words[run.state]}`
                      }
                      aria-colindex={run.from + 2}
                      {...(dense
                        ? { style: { flexGrow: run.length } }
                        : {
                            'data-cell': `${String(rowIndex)}-${String(run.from)}`,
                            tabIndex: (at?.row ?? 0) === rowIndex && (at?.column ?? 0) === run.from ? 0 : -1,
                            onFocus: () => setAt({ row: rowIndex, column: run.from }),
                            onPointerEnter: () => setOver({ row: rowIndex, column: run.from }),
                            onClick: () => {
                              const open = columns[run.from];
                              if (open !== undefined) props.onOpen?.(row.id, open.id);
                            },
                          })}
                    />
                  ),
                )}
              </span>
              <span className={classes('mx-end', row.waits === true && 'wait')} role="gridcell">
                {row.end}
              </span>
            </div>
          ))}
        </div>
      </div>
      <div className="mx-foot">
        <MatrixLegend states={used} words={words} />
        <span className="caption" aria-hidden>
          {here === undefined || column === undefined || state === undefined
            ? null
            : `${here.name} · № ${String(column.number)} ${column.name}: ${words[state]}`}
        </span>
      </div>
    </figure>
  );
}

function betweenGroups(groups: readonly MatrixGroup[], draw: (group: MatrixGroup) => ReactNode): ReactNode {
  return groups.map((group, index) => (
    <Fragment key={group.id}>
      {index === 0 ? null : <span className="mx-gap" />}
      {draw(group)}
    </Fragment>
  ));
}

function MatrixLegend({
  states,
  words,
}: {
  readonly states: readonly MatrixState[];
  readonly words: Readonly<Record<MatrixState, string>>;
}) {
  return (
    <figcaption className="legend">
      {states.map((state) => (
        <span key={state}>
          <i className={`mx-cell mx-${state}`} aria-hidden />
          {words[state]}
        </span>
      ))}
    </figcaption>
  );
}
