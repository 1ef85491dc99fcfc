import type { ReactNode, Ref } from 'react';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { TextArea } from 'react-aria-components/TextArea';
import { TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from 'react-aria-components/TextField';
import { classes } from './classes';
import { FieldLabel, FieldNote, hasError, type FieldTexts } from './FieldFrame';

export interface TextFieldProps
  extends
    FieldTexts,
    Omit<AriaTextFieldProps, 'children' | 'className' | 'style' | 'isInvalid' | 'validate' | 'placeholder'> {
  /** Rows of a multi-line field; a single line when left out. */
  readonly rows?: number;
  /** A short unit after the text: «%», «₸». */
  readonly unit?: ReactNode;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly className?: string;
}

/** Label above, help below, an error as a sentence. There are no placeholders: they vanish when they are needed. */
export function TextField({ label, labelNote, help, error, rows, unit, inputRef, className, ...rest }: TextFieldProps) {
  return (
    <AriaTextField {...rest} className={classes('field', className)} isInvalid={hasError(error)}>
      <FieldLabel label={label} {...(labelNote === undefined ? {} : { labelNote })} />
      {rows !== undefined ? (
        <TextArea className="input" rows={rows} />
      ) : unit !== undefined ? (
        <Group className="input input-box">
          <Input ref={inputRef ?? null} />
          <span className="unit">{unit}</span>
        </Group>
      ) : (
        <Input className="input" ref={inputRef ?? null} />
      )}
      <FieldNote help={help} error={error ?? null} />
    </AriaTextField>
  );
}
