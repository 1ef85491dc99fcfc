import { useState, type Ref } from 'react';
import { Eye, EyeOff } from 'lucide-react';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from 'react-aria-components/TextField';
import { IconButton } from './Button';
import { classes } from './classes';
import { FieldLabel, FieldNote, hasError, type FieldTexts } from './FieldFrame';

export interface PasswordFieldProps
  extends FieldTexts, Omit<AriaTextFieldProps, 'children' | 'className' | 'style' | 'type' | 'isInvalid' | 'validate'> {
  readonly showLabel: string;
  readonly hideLabel: string;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly className?: string;
}

/** A secret that may be looked at: a wrong keyboard layout is the most usual error. Nothing is offered to be stored. */
export function PasswordField({
  label,
  labelNote,
  help,
  error,
  showLabel,
  hideLabel,
  inputRef,
  className,
  ...rest
}: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  return (
    <AriaTextField
      autoComplete="off"
      spellCheck="false"
      {...rest}
      type={shown ? 'text' : 'password'}
      className={classes('field', className)}
      isInvalid={hasError(error)}
    >
      <FieldLabel label={label} {...(labelNote === undefined ? {} : { labelNote })} />
      <Group className="input input-box">
        <Input ref={inputRef ?? null} className="secret" />
        <IconButton size="small" aria-label={shown ? hideLabel : showLabel} onPress={() => setShown(!shown)}>
          {shown ? <EyeOff className="ic" aria-hidden /> : <Eye className="ic" aria-hidden />}
        </IconButton>
      </Group>
      <FieldNote help={help} error={error ?? null} />
    </AriaTextField>
  );
}
