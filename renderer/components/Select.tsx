import type { Key } from 'react-aria-components';
import { Check, ChevronDown } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import { classes } from './classes';
import { FieldLabel, FieldNote, hasError, type FieldTexts } from './FieldFrame';

export interface Option<Id extends string> {
  readonly id: Id;
  readonly label: string;
  /** A second, quieter line. */
  readonly note?: string;
  readonly isDisabled?: boolean;
}

export interface SelectProps<Id extends string> extends FieldTexts {
  readonly options: readonly Option<Id>[];
  readonly value: Id | null;
  readonly onChange: (id: Id) => void;
  /** Shown while nothing is chosen. */
  readonly emptyLabel?: string;
  readonly isDisabled?: boolean;
  readonly className?: string;
}

export function Select<Id extends string>({
  options,
  value,
  onChange,
  emptyLabel,
  isDisabled = false,
  label,
  labelNote,
  help,
  error,
  className,
}: SelectProps<Id>) {
  const choose = (key: Key | null) => {
    const chosen = options.find((option) => option.id === key);
    if (chosen !== undefined) onChange(chosen.id);
  };
  return (
    <AriaSelect
      className={classes('field', className)}
      value={value}
      onChange={choose}
      isDisabled={isDisabled}
      isInvalid={hasError(error)}
      {...(emptyLabel === undefined ? {} : { placeholder: emptyLabel })}
    >
      <FieldLabel label={label} {...(labelNote === undefined ? {} : { labelNote })} />
      <AriaButton className="input select-btn">
        <SelectValue className="cut">
          {({ selectedText, defaultChildren }) => selectedText || defaultChildren}
        </SelectValue>
        <ChevronDown className="ic" aria-hidden />
      </AriaButton>
      <FieldNote help={help} error={error ?? null} />
      <Popover className="pop pop-list">
        <OptionList options={options} />
      </Popover>
    </AriaSelect>
  );
}

/** The list that opens under a Select or a ComboBox. */
export function OptionList<Id extends string>({ options }: { readonly options: readonly Option<Id>[] }) {
  return (
    <ListBox className="options">
      {options.map((option) => (
        <ListBoxItem
          key={option.id}
          id={option.id}
          textValue={option.label}
          className="option"
          isDisabled={option.isDisabled ?? false}
        >
          {option.note === undefined ? (
            <span>{option.label}</span>
          ) : (
            <span className="two">
              <b>{option.label}</b>
              <small>{option.note}</small>
            </span>
          )}
          <Check className="ic" aria-hidden />
        </ListBoxItem>
      ))}
    </ListBox>
  );
}
