import { vars } from './style';

export interface ArmsSide {
  readonly name: string;
  /** Total as shown: «85,57». */
  readonly total: string;
}
export interface ArmsRow {
  readonly id: string;
  readonly label: string;
  /** What the criterion adds to A over B, in points; negative speaks for B. */
  readonly difference: number;
}
export interface ArmsPlotProps {
  readonly a: ArmsSide;
  readonly b: ArmsSide;
  readonly rows: readonly ArmsRow[];
  /** A positive figure with its sign: «+2,14». */
  readonly format: (difference: number) => string;
  readonly evenWord: string;
}

/** Why A stands above B: scales, and each criterion on the arm for which it speaks. A is filled, B hollow. */
export function ArmsPlot({ a, b, rows, format, evenWord }: ArmsPlotProps) {
  const largest = Math.max(...rows.map((row) => Math.abs(row.difference)), Number.MIN_VALUE);
  const forA = rows.reduce((sum, row) => sum + Math.max(0, row.difference), 0);
  const forB = rows.reduce((sum, row) => sum + Math.max(0, -row.difference), 0);
  const lean = forA + forB === 0 ? 0 : (forB - forA) / (forA + forB);
  return (
    <div>
      <div className="arms-vs">
        <div>
          <b>{a.name}</b>
          <span className="num">{a.total}</span>
        </div>
        <div>
          <b>{b.name}</b>
          <span className="num">{b.total}</span>
        </div>
      </div>
      <svg
        className="arms-beam"
        viewBox="0 0 320 40"
        style={vars({ '--deg': `${String(Math.sign(lean) * (1 + 3 * Math.abs(lean)))}deg` })}
        aria-hidden
      >
        <path d="M160 22V40" />
        <g>
          <path d="M16 22H304" />
          <circle className="wa" cx="44" cy="14" r="8" />
          <circle className="wb" cx="276" cy="15" r="6.5" />
        </g>
      </svg>
      <ul className="arms">
        {rows.map((row) => (
          <li key={row.id}>
            <span className="arms-lab">
              <span>{row.label}</span>
            </span>
            <Arm
              difference={row.difference}
              share={Math.abs(row.difference) / largest}
              names={[a.name, b.name]}
              format={format}
              evenWord={evenWord}
            />
          </li>
        ))}
      </ul>
      <div className="arms-sum num">
        <span>{format(forA)}</span>
        <span>{format(forB)}</span>
      </div>
    </div>
  );
}

function Arm({
  difference,
  share,
  names,
  format,
  evenWord,
}: {
  readonly difference: number;
  readonly share: number;
  readonly names: readonly [string, string];
  readonly format: (difference: number) => string;
  readonly evenWord: string;
}) {
  if (difference === 0) return <span className="arm arm-even">{evenWord}</span>;
  const bar = <i style={vars({ '--w': share })} />;
  const figure = (
    <b>
      <span className="vh">{difference > 0 ? names[0] : names[1]}: </span>
      {format(Math.abs(difference))}
    </b>
  );
  return difference > 0 ? (
    <span className="arm arm-a">
      {figure}
      {bar}
    </span>
  ) : (
    <span className="arm arm-b">
      {bar}
      {figure}
    </span>
  );
}
