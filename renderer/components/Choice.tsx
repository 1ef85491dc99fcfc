import type { ReactNode } from 'react';
import { Check, Minus } from 'lucide-react';
import { CheckboxButton, CheckboxField, type CheckboxFieldProps } from 'react-aria-components/Checkbox';
import { Label } from 'react-aria-components/Label';
import { RadioButton, RadioField, RadioGroup as AriaRadioGroup } from 'react-aria-components/RadioGroup';
import { SwitchButton, SwitchField, type SwitchFieldProps } from 'react-aria-components/Switch';
import { Text } from 'react-aria-components/Text';
import { classes } from './classes';
import { FieldNote, hasError } from './FieldFrame';

export interface CheckboxProps extends Omit<CheckboxFieldProps, 'children' | 'className' | 'style'> {
  /** Left out only in a table's row; then give `aria-label`. */
  readonly label?: ReactNode;
  readonly note?: ReactNode;
}

export function Checkbox({ label, note, ...rest }: CheckboxProps) {
  return (
    <CheckboxField {...rest} className="choice">
      <CheckboxButton className={classes('check', label === undefined && 'check-bare')}>
        {({ isIndeterminate }) => (
          <>
            <span className="box" aria-hidden>
              {isIndeterminate ? <Minus className="ic ic-14" /> : <Check className="ic ic-14" />}
            </span>
            {label === undefined ? null : <span>{label}</span>}
          </>
        )}
      </CheckboxButton>
      <ChoiceNote note={note} />
    </CheckboxField>
  );
}

export interface SwitchProps extends Omit<SwitchFieldProps, 'children' | 'className' | 'style'> {
  readonly label: ReactNode;
  readonly note?: ReactNode;
}

/** A setting that applies at once. */
export function Switch({ label, note, ...rest }: SwitchProps) {
  return (
    <SwitchField {...rest} className="choice choice-switch">
      <SwitchButton className="switch">
        <span className="track" aria-hidden />
        <span>{label}</span>
      </SwitchButton>
      <ChoiceNote note={note} />
    </SwitchField>
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
          <RadioField key={option.id} value={option.id} className="choice" isDisabled={option.isDisabled ?? false}>
            <RadioButton className="radio">
              <span className="dot" aria-hidden />
              <span>{option.label}</span>
            </RadioButton>
            <ChoiceNote note={option.note} />
          </RadioField>
        ))}
      </div>
      <FieldNote help={help} error={error ?? null} />
    </AriaRadioGroup>
  );
}

// Outside the label: it describes the choice and is not part of its name.
function ChoiceNote({ note }: { readonly note: ReactNode }) {
  return note === undefined || note === null ? null : (
    <Text slot="description" className="choice-note">
      {note}
    </Text>
  );
}
