import { useState, type ReactNode } from 'react';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from 'react-aria-components/TextField';
import { classes } from './classes';
import { FieldLabel, FieldNote, hasError, type FieldTexts } from './FieldFrame';
import { parseFigure } from './figureText';
import { vars } from './style';

export interface FigureFieldProps
  extends
    Omit<FieldTexts, 'label'>,
    Omit<AriaTextFieldProps, 'children' | 'className' | 'style' | 'value' | 'defaultValue' | 'onChange' | 'isInvalid'> {
  /** Left out only where a table's header names the field; then give `aria-label`. */
  readonly label?: string;
  readonly value: number | null;
  /** Called with a figure, or with null when the field is empty. Never with what cannot be read. */
  readonly onChange: (value: number | null) => void;
  /** Said while what is typed is not a figure. */
  readonly notAFigure: string;
  readonly format?: (value: number) => string;
  readonly unit?: ReactNode;
  /** CSS width of the box. */
  readonly width?: string;
  readonly className?: string;
}

/** A figure typed with comma or point. Keeps what was typed until the field is left, then shows it as written here. */
export function FigureField({
  label,
  labelNote,
  help,
  error,
  value,
  onChange,
  notAFigure,
  format = String,
  unit,
  width = '5rem',
  className,
  onBlur,
  ...rest
}: FigureFieldProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const unreadable = draft !== null && draft.trim() !== '' && parseFigure(draft) === null;
  const sentence = unreadable ? notAFigure : (error ?? null);
  const type = (text: string) => {
    setDraft(text);
    const figure = parseFigure(text);
    if (figure !== null || text.trim() === '') onChange(figure);
  };
  return (
    <AriaTextField
      {...rest}
      inputMode="decimal"
      autoComplete="off"
      className={classes('field', 'figure-field', label === undefined && 'figure-bare', className)}
      style={vars({ '--figure-width': width })}
      isInvalid={hasError(sentence)}
      value={draft ?? (value === null ? '' : format(value))}
      onChange={type}
      onBlur={(event) => {
        if (!unreadable) setDraft(null);
        onBlur?.(event);
      }}
    >
      {label === undefined ? null : <FieldLabel label={label} {...(labelNote === undefined ? {} : { labelNote })} />}
      <Group className="input input-box">
        <Input />
        {unit === undefined ? null : <span className="unit">{unit}</span>}
      </Group>
      <FieldNote help={help} error={sentence} />
    </AriaTextField>
  );
}
