import type { InputOf } from '@shared/ipc/contract';
import type { Failure } from '@shared/errors';
import { PasswordField } from '../../components/PasswordField';
import { Segmented } from '../../components/Segmented';
import { useText } from '../../i18n';

export type Secret = InputOf<'access.changePassword'>['current'];
export const noSecret: Secret = { kind: 'password', text: '' };

/** What the field itself says; every other failure stands at the head of the form. */
export type SecretProblem = 'missing' | 'wrong' | 'mistyped';
export function secretProblem(failure: Failure): SecretProblem | null {
  if (failure.code === 'wrong-secret') return 'wrong';
  return failure.code === 'code-mistyped' ? 'mistyped' : null;
}

/** Whoever changes a key shows one that opens the file today: the password, or the code on paper. */
export function CurrentSecret({
  value,
  onChange,
  problem,
}: {
  readonly value: Secret;
  readonly onChange: (value: Secret) => void;
  readonly problem: SecretProblem | null;
}) {
  const t = useText();
  return (
    <>
      <Segmented
        label={t('access:current.with')}
        value={value.kind}
        segments={[
          { id: 'password', label: t('access:current.password') },
          { id: 'recovery', label: t('access:current.recovery') },
        ]}
        onChange={(kind) => {
          onChange({ kind, text: '' });
        }}
      />
      <PasswordField
        key={value.kind}
        autoFocus
        label={t(`access:current.${value.kind}`)}
        error={problem === null ? null : t(`access:current.${problem}`)}
        showLabel={t('start:password.show')}
        hideLabel={t('start:password.hide')}
        value={value.text}
        onChange={(text) => {
          onChange({ ...value, text });
        }}
      />
    </>
  );
}
