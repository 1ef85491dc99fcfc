import { useId, type ReactNode } from 'react';
import { classes } from './classes';
import { Ruler } from './Ruler';
import type { RulerProps } from './rulerProps';

export interface CriterionLevel {
  readonly from: number;
  readonly to: number;
  /** «6–8» */
  readonly range: string;
  readonly text: string;
}

export interface CriterionCardProps extends Omit<RulerProps, 'labelledBy' | 'describedBy'> {
  readonly name: string;
  /** «no mark · 15 %» */
  readonly weight: ReactNode;
  readonly hint?: ReactNode;
  /** Shown while the criterion is current; the one that fits the mark is outlined. */
  readonly levels?: readonly CriterionLevel[];
}

const noLevels: readonly CriterionLevel[] = [];

/** A criterion on a juror's card: its name, the ruler, and what the figures mean. */
export function CriterionCard({ name, weight, hint, levels = noLevels, ...ruler }: CriterionCardProps) {
  const id = useId();
  const { current = false, value } = ruler;
  const open = current && (levels.length > 0 || hint !== undefined);
  return (
    <section className={classes('crit', current && 'crit-now')} aria-labelledby={id}>
      <div className="crit-head">
        <h3 id={id}>{name}</h3>
        <span className="w">{weight}</span>
      </div>
      <Ruler {...ruler} labelledBy={id} {...(open ? { describedBy: `${id}-levels` } : {})} />
      {open ? (
        <div id={`${id}-levels`}>
          {hint === undefined ? null : <p className="small t2">{hint}</p>}
          <ul className="levels">
            {levels.map((level) => (
              <li key={level.range} className={value !== null && value >= level.from && value <= level.to ? 'on' : ''}>
                <b>{level.range}</b>
                {level.text}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </section>
  );
}
