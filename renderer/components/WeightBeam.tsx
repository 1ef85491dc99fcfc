import type { ReactNode } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { classes } from './classes';
import { TiltingMark } from './Mark';

export interface WeightSegment {
  readonly id: string;
  readonly name: string;
  readonly weight: number;
  /** The weight as shown: «25». */
  readonly text: string;
}

export interface WeightBeamProps {
  readonly label: string;
  readonly segments: readonly WeightSegment[];
  /** What the weights must come to: 100, or 10 000 basis points. */
  readonly whole: number;
  /** Ticks under the beam, from 0 to the whole: ['0', '25', '50', '75', '100']. */
  readonly ticks: readonly string[];
  readonly selectedId?: string | null;
  readonly onSelect?: (id: string) => void;
  /** «95 %» */
  readonly sum: string;
  /** What is missing or too much, in words, for the dashed piece: «5 % are missing». */
  readonly restLabel?: string;
  /** Under the sum: a button that shares out the rest. */
  readonly action?: ReactNode;
}

/** Weights as pieces of one beam. The scales lean until they come to the whole. */
export function WeightBeam(props: WeightBeamProps) {
  const { segments, whole, selectedId = null, onSelect } = props;
  const sum = segments.reduce((total, segment) => total + segment.weight, 0);
  const rest = whole - sum;
  return (
    <div className="weights-head">
      <TiltingMark lean={-rest / whole} />
      <div>
        <div className="w-bar" role="group" aria-label={props.label}>
          {segments.map((segment) => (
            <ToggleButton
              key={segment.id}
              className="w-seg"
              style={{ flexGrow: segment.weight }}
              aria-label={`${segment.name}: ${segment.text}`}
              isSelected={segment.id === selectedId}
              onChange={() => onSelect?.(segment.id)}
            >
              {segment.weight / Math.max(whole, sum) < 0.04 ? null : segment.text}
            </ToggleButton>
          ))}
          {rest > 0 ? (
            <span className="w-seg w-rest" style={{ flexGrow: rest }} role="img" aria-label={props.restLabel ?? ''} />
          ) : null}
        </div>
        <div className="w-ticks" aria-hidden>
          {rest < 0 ? null : props.ticks.map((tick) => <span key={tick}>{tick}</span>)}
        </div>
      </div>
      <div className={classes('w-sum', rest !== 0 && 'uneven')}>
        <b>{props.sum}</b>
        {rest === 0 ? null : <span className="vh">{props.restLabel}</span>}
        {props.action}
      </div>
    </div>
  );
}
