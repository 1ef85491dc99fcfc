import { classes } from './classes';

export interface MarkCellProps {
  readonly value: number | null;
  readonly format?: (value: number) => string;
  /** The word for an empty cell: «no mark». */
  readonly blankLabel: string;
  readonly small?: boolean;
}

/** A mark in a table: figure, ringed zero, or a dashed hollow box. */
export function MarkCell({ value, format = String, blankLabel, small = false }: MarkCellProps) {
  return (
    <span className={classes('mk', small && 'mk-sm', value === 0 && 'mk-zero', value === null && 'mk-blank')}>
      {value === null ? <span className="vh">{blankLabel}</span> : <span>{format(value)}</span>}
    </span>
  );
}
