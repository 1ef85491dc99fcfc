import { PasswordField } from '../../components/PasswordField';
import { useText } from '../../i18n';
import { passwordStrength } from '../start/passwordStrength';

export interface NewPassword {
  readonly password: string;
  readonly repeated: string;
}
export const noPassword: NewPassword = { password: '', repeated: '' };

export const isGoodPassword = ({ password, repeated }: NewPassword): boolean =>
  passwordStrength(password) !== 'short' && password === repeated;

/** A new password, judged as it is typed, and once more against slips of the hand. */
export function NewPasswordFields({
  label,
  repeatLabel,
  value,
  onChange,
  showErrors,
}: {
  readonly label: string;
  readonly repeatLabel: string;
  readonly value: NewPassword;
  readonly onChange: (value: NewPassword) => void;
  readonly showErrors: boolean;
}) {
  const t = useText();
  const { password, repeated } = value;
  const strength = passwordStrength(password);
  return (
    <div className="form-2">
      <PasswordField
        label={label}
        help={password === '' ? t('start:password.help') : t(`start:password.${strength}`)}
        error={showErrors && strength === 'short' ? t('start:password.short') : null}
        showLabel={t('start:password.show')}
        hideLabel={t('start:password.hide')}
        value={password}
        onChange={(text) => {
          onChange({ ...value, password: text });
        }}
      />
      <PasswordField
        label={repeatLabel}
        error={
          (showErrors || repeated.length >= password.length) && repeated !== '' && repeated !== password
            ? t('start:password.different')
            : showErrors && repeated === ''
              ? t('start:password.repeatMissing')
              : null
        }
        showLabel={t('start:password.show')}
        hideLabel={t('start:password.hide')}
        value={repeated}
        onChange={(text) => {
          onChange({ ...value, repeated: text });
        }}
      />
    </div>
  );
}
