export interface RangePlotProps {
  /** Ends of the axis, the same for every row of a table. */
  readonly min: number;
  readonly max: number;
  readonly low: number;
  readonly high: number;
  readonly mark: number;
  /** Above the line of laureates. */
  readonly laureate?: boolean;
  /** What it shows, in words. */
  readonly label: string;
}

/** How far something may move: a line from its lowest to its highest, a disc where it stands. */
export function RangePlot({ min, max, low, high, mark, laureate = false, label }: RangePlotProps) {
  const at = (figure: number) => `${String(max === min ? 50 : 4 + (92 * (figure - min)) / (max - min))}%`;
  return (
    <svg className="range" role="img" aria-label={label}>
      <line className="range-axis" x1="0" x2="100%" y1="9" y2="9" />
      <line className="range-span" x1={at(low)} x2={at(high)} y1="9" y2="9" />
      <circle className={laureate ? 'range-disc range-gold' : 'range-disc'} cx={at(mark)} cy="9" r="4.5" />
    </svg>
  );
}
