import type { ReactNode } from 'react';
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components/RadioGroup';
import { classes } from './classes';

export interface Segment<Id extends string> {
  readonly id: Id;
  readonly label: ReactNode;
  readonly icon?: ReactNode;
  readonly count?: string | number;
  readonly isDisabled?: boolean;
}

export interface SegmentedProps<Id extends string> {
  /** Read out, not shown: the segments explain themselves. */
  readonly label: string;
  readonly segments: readonly Segment<Id>[];
  readonly value: Id;
  readonly onChange: (id: Id) => void;
  readonly wide?: boolean;
  readonly className?: string;
}

/** Another view of the same data, applied at once. */
export function Segmented<Id extends string>({
  label,
  segments,
  value,
  onChange,
  wide = false,
  className,
}: SegmentedProps<Id>) {
  const choose = (key: string) => {
    const chosen = segments.find((segment) => segment.id === key);
    if (chosen !== undefined) onChange(chosen.id);
  };
  return (
    <RadioGroup
      aria-label={label}
      orientation="horizontal"
      className={classes('seg', wide && 'seg-wide', className)}
      value={value}
      onChange={choose}
    >
      {segments.map((segment) => (
        <RadioField key={segment.id} value={segment.id} isDisabled={segment.isDisabled ?? false} className="seg-field">
          <RadioButton className="seg-item">
            {segment.icon}
            {segment.label}
            {segment.count === undefined ? null : <span className="count">{segment.count}</span>}
          </RadioButton>
        </RadioField>
      ))}
    </RadioGroup>
  );
}
