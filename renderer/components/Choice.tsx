import type { ReactNode } from 'react';
import { Check, Minus } from 'lucide-react';
import { Checkbox as AriaCheckbox, type CheckboxProps as AriaCheckboxProps } from 'react-aria-components/Checkbox';
import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup as AriaRadioGroup } from 'react-aria-components/RadioGroup';
import { Switch as AriaSwitch, type SwitchProps as AriaSwitchProps } from 'react-aria-components/Switch';
import { classes } from './classes';
import { FieldNote, hasError } from './FieldFrame';

export interface CheckboxProps extends Omit<AriaCheckboxProps, 'children' | 'className' | 'style'> {
  /** Left out only in a table's row; then give `aria-label`. */
  readonly label?: ReactNode;
  readonly note?: ReactNode;
}

export function Checkbox({ label, note, ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox {...rest} className={classes('check', label === undefined && 'check-bare')}>
      {({ isIndeterminate }) => (
        <>
          <span className="box" aria-hidden>
            {isIndeterminate ? <Minus className="ic ic-14" /> : <Check className="ic ic-14" />}
          </span>
          {label === undefined ? null : <span>{label}</span>}
          {note === undefined ? null : <small>{note}</small>}
        </>
      )}
    </AriaCheckbox>
  );
}

export interface SwitchProps extends Omit<AriaSwitchProps, 'children' | 'className' | 'style'> {
  readonly label: ReactNode;
  readonly note?: ReactNode;
}

/** A setting that applies at once. */
export function Switch({ label, note, ...rest }: SwitchProps) {
  return (
    <AriaSwitch {...rest} className="switch">
      <span className="track" aria-hidden />
      <span>
        {label}
        {note === undefined ? null : <small>{note}</small>}
      </span>
    </AriaSwitch>
  );
}

export interface RadioOption<Id extends string> {
  readonly id: Id;
  readonly label: ReactNode;
  readonly note?: ReactNode;
  readonly isDisabled?: boolean;
}

export interface RadioGroupProps<Id extends string> {
  readonly label: string;
  readonly options: readonly RadioOption<Id>[];
  readonly value: Id | null;
  readonly onChange: (id: Id) => void;
  readonly help?: ReactNode;
  readonly error?: string | null;
  readonly isDisabled?: boolean;
  readonly className?: string;
}

/** One of few, with room to explain each. */
export function RadioGroup<Id extends string>({
  label,
  options,
  value,
  onChange,
  help,
  error,
  isDisabled = false,
  className,
}: RadioGroupProps<Id>) {
  const choose = (key: string) => {
    const chosen = options.find((option) => option.id === key);
    if (chosen !== undefined) onChange(chosen.id);
  };
  return (
    <AriaRadioGroup
      className={classes('field', className)}
      value={value}
      onChange={choose}
      isDisabled={isDisabled}
      isInvalid={hasError(error)}
    >
      <Label className="lab">{label}</Label>
      <div className="radios">
        {options.map((option) => (
          <Radio key={option.id} value={option.id} className="radio" isDisabled={option.isDisabled ?? false}>
            <span className="dot" aria-hidden />
            <span>{option.label}</span>
            {option.note === undefined ? null : <small>{option.note}</small>}
          </Radio>
        ))}
      </div>
      <FieldNote help={help} error={error ?? null} />
    </AriaRadioGroup>
  );
}
