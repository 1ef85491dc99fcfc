const motif = 'M24 4H12.5a8.5 8.5 0 0 0 0 17a5 5 0 0 0 5-5v-1M24 4H35.5a8.5 8.5 0 0 1 0 17a5 5 0 0 1-5-5v-1M24 43V4';

export interface OrnamentProps {
  /** How many marks stand side by side. */
  readonly repeats?: number;
  readonly className?: string;
}

/** A band of the mark, upright and turned, for the head of printed documents. */
export function Ornament({ repeats = 8, className }: OrnamentProps) {
  const width = repeats * 48;
  const upright = Array.from({ length: repeats }, (_, index) => index * 48);
  return (
    <svg className={`ornament ${className ?? ''}`} viewBox={`0 0 ${String(width)} 44`} aria-hidden>
      <path d={`M0 .5H${String(width)}M0 43.5H${String(width)}`} />
      {upright.map((x) => (
        <path key={x} d={motif} transform={`translate(${String(x)} 0)`} />
      ))}
      {upright.slice(1).map((x) => (
        <path key={x} d={motif} transform={`translate(${String(x - 24)} 44) scale(1 -1)`} />
      ))}
    </svg>
  );
}

const arm = 'M24 80V9H12.5a8.5 8.5 0 0 0 0 17a5 5 0 0 0 5-5v-1';
const widths = [5.2, 4.4, 3.6, 2.8, 2, 1.2, 0.4];

/** Half of the mark in hairlines, as on a banknote: start screen and ceremony. Fills its positioned parent. */
export function Engraving({ className }: { readonly className?: string }) {
  return (
    <svg
      className={`engraving ${className ?? ''}`}
      viewBox="0 4.2 24 40"
      preserveAspectRatio="xMaxYMin slice"
      aria-hidden
    >
      {widths.map((width) => (
        <g key={width}>
          <path d={arm} stroke="var(--engraving-line, var(--cover-line))" strokeWidth={width} />
          <path d={arm} stroke="var(--engraving-ground, var(--cover))" strokeWidth={width - 0.06} />
        </g>
      ))}
    </svg>
  );
}
