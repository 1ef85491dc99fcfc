import { classes } from './classes';
import { vars } from './style';

export interface StripPlotProps {
  /** Ends of the axis, the same for every row of a table. */
  readonly min: number;
  readonly max: number;
  /** One figure per juror. */
  readonly ticks: readonly number[];
  readonly result: number | null;
  /** Where a hairline crosses the axis: what the ticks are measured from. */
  readonly zero?: number;
  readonly laureate?: boolean;
  /** What it shows, in words: «7 jurors, from 82 to 96, result 91,21». */
  readonly label: string;
}

/** How far the jurors agree: a tick each, the result as a disc. */
export function StripPlot({ min, max, ticks, result, zero, laureate = false, label }: StripPlotProps) {
  const at = (figure: number) => (max === min ? 0.5 : Math.max(0, Math.min(1, (figure - min) / (max - min))));
  return (
    <span className="strip" role="img" aria-label={label}>
      {zero === undefined ? null : <i className="strip-zero" style={vars({ '--at': at(zero) })} />}
      {ticks.map((tick, index) => (
        <i key={`${String(index)}-${String(tick)}`} className="strip-tick" style={vars({ '--at': at(tick) })} />
      ))}
      {result === null ? null : (
        <i className={classes('strip-disc', laureate && 'strip-gold')} style={vars({ '--at': at(result) })} />
      )}
    </span>
  );
}
