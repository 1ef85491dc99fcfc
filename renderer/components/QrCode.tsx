/** Empty modules around the code: without them readers do not find it. */
const quiet = 4;

export interface QrCodeProps {
  /** Rows of `1` (dark) and `0`, without the quiet zone. */
  readonly rows: readonly string[];
  readonly label: string;
}

/** A QR code as one path. Dark on light in both themes: many readers know no other. */
export function QrCode({ rows, label }: QrCodeProps) {
  const size = rows.length + 2 * quiet;
  const path = rows.flatMap((row, y) =>
    [...row.matchAll(/1+/g)].map(
      ({ index, 0: run }) =>
        `M${String(index + quiet)} ${String(y + quiet)}h${String(run.length)}v1h-${String(run.length)}z`,
    ),
  );
  return (
    <svg
      className="qr"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${String(size)} ${String(size)}`}
      shapeRendering="crispEdges"
    >
      <rect className="qr-paper" width={size} height={size} />
      <path className="qr-ink" d={path.join('')} />
    </svg>
  );
}
