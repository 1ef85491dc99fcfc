import type { Failure } from '@shared/errors';
import { PasswordField } from '../../components/PasswordField';
import { useText } from '../../i18n';

export const signerRoles = ['secretary', 'chair'] as const;
type Role = (typeof signerRoles)[number];

export type Passwords = Readonly<Record<Role, string>>;
export const noPasswords: Passwords = { secretary: '', chair: '' };

/** What is said beside each field. */
export type PasswordProblems = Readonly<Partial<Record<Role, 'missing' | 'wrong'>>>;

export const missingOf = (passwords: Passwords): PasswordProblems =>
  Object.fromEntries(signerRoles.filter((role) => passwords[role] === '').map((role) => [role, 'missing']));

/** The problem of one field; null: it is none of theirs and stands at the head of the form. */
export const problemOf = (failure: Failure): PasswordProblems | null =>
  failure.code === 'wrong-password-of' ? { [failure.who]: 'wrong' } : null;

/** Both people type at the same desk, one after the other; each hides from the other what is typed. */
export function TwoPasswords({
  value,
  onChange,
  problems,
}: {
  readonly value: Passwords;
  readonly onChange: (value: Passwords) => void;
  readonly problems: PasswordProblems;
}) {
  const t = useText();
  return (
    <div className="form-2">
      {signerRoles.map((role) => {
        const problem = problems[role];
        return (
          <PasswordField
            key={role}
            label={t(`seal:password.${role}`)}
            help={t(`seal:password.${role}Help`)}
            error={problem === undefined ? null : t(`seal:password.${problem}`)}
            showLabel={t('start:password.show')}
            hideLabel={t('start:password.hide')}
            value={value[role]}
            onChange={(text) => {
              onChange({ ...value, [role]: text });
            }}
          />
        );
      })}
    </div>
  );
}
