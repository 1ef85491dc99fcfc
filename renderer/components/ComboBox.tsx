import { ChevronDown } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { ComboBox as AriaComboBox } from 'react-aria-components/ComboBox';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { Popover } from 'react-aria-components/Popover';
import { classes } from './classes';
import { FieldLabel, FieldNote, hasError, type FieldTexts } from './FieldFrame';
import { OptionList, type Option } from './Select';

export interface ComboBoxProps<Id extends string> extends FieldTexts {
  readonly options: readonly Option<Id>[];
  readonly value: Id | null;
  readonly onChange: (id: Id | null) => void;
  /** For values outside the list, such as a university that is not in the reference. */
  readonly text?: string;
  readonly onText?: (text: string) => void;
  readonly isDisabled?: boolean;
  readonly className?: string;
}

/** A long list to type into: region, university. With `onText` anything may be written. */
export function ComboBox<Id extends string>({
  options,
  value,
  onChange,
  text,
  onText,
  isDisabled = false,
  label,
  labelNote,
  help,
  error,
  className,
}: ComboBoxProps<Id>) {
  return (
    <AriaComboBox
      className={classes('field', className)}
      value={value}
      onChange={(key) => onChange(options.find((option) => option.id === key)?.id ?? null)}
      allowsCustomValue={onText !== undefined}
      isDisabled={isDisabled}
      isInvalid={hasError(error)}
      {...(text === undefined ? {} : { inputValue: text })}
      {...(onText === undefined ? {} : { onInputChange: onText })}
    >
      <FieldLabel label={label} {...(labelNote === undefined ? {} : { labelNote })} />
      <Group className="input input-box">
        <Input />
        <AriaButton className="btn btn-icon btn-quiet btn-sm">
          <ChevronDown className="ic" aria-hidden />
        </AriaButton>
      </Group>
      <FieldNote help={help} error={error ?? null} />
      <Popover className="pop pop-list">
        <OptionList options={options} />
      </Popover>
    </AriaComboBox>
  );
}
