import { PasswordField } from '../../components/PasswordField';
import { useText } from '../../i18n';
import { OfferedPassphrase } from './OfferedPassphrase';
import { StrengthMeter } from './StrengthMeter';
import { usePasswordStrength } from './usePasswordStrength';

export interface NewPassword {
  readonly password: string;
  readonly repeated: string;
}
export const noPassword: NewPassword = { password: '', repeated: '' };

/** The container accepts no shorter password; letters are counted as it counts them. */
const shortestPassword = 8;
const isShort = (password: string) => [...password.normalize('NFC')].length < shortestPassword;

export const isGoodPassword = ({ password, repeated }: NewPassword): boolean =>
  !isShort(password) && password === repeated;

/** A new password, judged as it is typed, and once more against slips of the hand; or one that chance thought up. */
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
  const strength = usePasswordStrength(password);
  const short = isShort(password);
  // The error says the same as the judgement would.
  const isRefused = showErrors && short;
  const judgement = () => {
    if (strength === null) return t('start:password.help');
    if (short) return t('start:password.short');
    if (strength.level !== 'weak') return t(`start:password.${strength.level}`);
    return t(strength.because === null ? 'start:password.weak' : `start:password.weak_${strength.because}`);
  };
  return (
    <>
      <div className="form-2">
        <PasswordField
          label={label}
          help={
            <>
              <StrengthMeter strength={short && strength !== null ? { level: 'weak', because: null } : strength} />
              {isRefused ? null : judgement()}
            </>
          }
          error={isRefused ? t('start:password.short') : null}
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
      <OfferedPassphrase
        onTake={(taken) => {
          onChange({ password: taken, repeated: '' });
        }}
      />
    </>
  );
}
