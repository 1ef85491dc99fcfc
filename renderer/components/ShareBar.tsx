export interface ShareBarProps {
  /** Ends of the axis, the same for every row; `min` is at most 0. */
  readonly min: number;
  readonly max: number;
  readonly share: number;
  /** A tick to compare with. */
  readonly beside: number;
  /** What it shows, in words. */
  readonly label: string;
}

/** A part of a whole as a bar from zero, which may point the other way, and a tick beside it. */
export function ShareBar({ min, max, share, beside, label }: ShareBarProps) {
  const at = (figure: number) => (max === min ? 0 : (100 * (figure - min)) / (max - min));
  const [from, to] = [at(Math.min(0, share)), at(Math.max(0, share))];
  return (
    <svg className="share" role="img" aria-label={label}>
      <line className="range-axis" x1="0" x2="100%" y1="9" y2="9" />
      <rect className="share-bar" x={`${String(from)}%`} width={`${String(to - from)}%`} y="4" height="10" />
      <line className="share-tick" x1={`${String(at(beside))}%`} x2={`${String(at(beside))}%`} y1="1" y2="17" />
    </svg>
  );
}
