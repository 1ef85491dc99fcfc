export interface LaureateLineProps {
  /** Number of columns of the table. */
  readonly columns: number;
  /** «Laureates: 10 of 60» */
  readonly text: string;
  /** A tie crosses it: nobody is a laureate by it yet. */
  readonly open?: boolean;
}

/** A row of a ranking between the last laureate and the next. Solid when decided, dashed while a tie crosses it. */
export function LaureateLine({ columns, text, open = false }: LaureateLineProps) {
  return (
    <tr className={open ? 'lau-line open plain' : 'lau-line plain'}>
      <td colSpan={columns}>
        <span>{text}</span>
      </td>
    </tr>
  );
}
