import { classes } from './classes';

export interface LaureateLineProps {
  /** Number of columns of the table. */
  readonly columns: number;
  /** «Laureates: 10 of 60» */
  readonly text: string;
  /** A tie crosses it: nobody is a laureate by it yet. */
  readonly open?: boolean;
  /** Only a cut-off to the next round: gold is for laureates. */
  readonly cutOff?: boolean;
}

/** A row of a ranking between the last laureate and the next. Solid when decided, dashed while a tie crosses it. */
export function LaureateLine({ columns, text, open = false, cutOff = false }: LaureateLineProps) {
  return (
    <tr className={classes('lau-line', open && 'open', cutOff && 'cut-off', 'plain')}>
      <td colSpan={columns}>
        <span>{text}</span>
      </td>
    </tr>
  );
}
