import { useId, useState } from 'react';
import type { Failure } from '@shared/errors';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { toast } from '../../components/Toast';
import { useText } from '../../i18n';
import { useContest } from '../../stores/contest';
import { FailureBanner } from '../FailureBanner';
import { CurrentSecret, noSecret, secretProblem, type SecretProblem } from './CurrentSecret';
import { isGoodPassword, NewPasswordFields, noPassword } from './NewPasswordFields';

/**
 * A role's own password. Mounted while open only: nothing typed here outlives it. The chair's is set with any key that
 * opens the file, and its key for the seal with it.
 */
export function ChangePassword({
  of: role,
  onClose,
}: {
  readonly of: 'secretary' | 'chair';
  readonly onClose: () => void;
}) {
  const t = useText();
  const run = useContest((s) => s.run);
  const form = useId();
  const [current, setCurrent] = useState(noSecret);
  const [next, setNext] = useState(noPassword);
  const [showErrors, setShowErrors] = useState(false);
  const [problem, setProblem] = useState<SecretProblem | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isSaving, setSaving] = useState(false);

  const save = async () => {
    if (isSaving) return;
    setShowErrors(true);
    if (current.text === '') setProblem('missing');
    if (current.text === '' || !isGoodPassword(next)) return;
    setSaving(true);
    setFailure(null);
    const input = { current, next: next.password };
    const result =
      role === 'chair'
        ? await run('access.setChairPassword', input, { quiet: true })
        : await run('access.changePassword', input, { quiet: true });
    setSaving(false);
    if (result.ok) {
      toast({ text: t(role === 'chair' ? 'access:chair.done' : 'access:password.done') });
      onClose();
      return;
    }
    const beside = secretProblem(result.failure);
    setProblem(beside);
    if (beside === null) setFailure(result.failure);
  };
  return (
    <Dialog
      isOpen
      wide
      onClose={onClose}
      title={t(role === 'chair' ? 'access:chair.title' : 'access:password.title')}
      actions={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button type="submit" form={form} variant="primary" isPending={isSaving}>
            {isSaving
              ? t('access:password.saving')
              : t(role === 'chair' ? 'access:chair.save' : 'access:password.save')}
          </Button>
        </>
      }
    >
      {failure === null ? null : <FailureBanner failure={failure} />}
      <form
        id={form}
        className="key-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <CurrentSecret
          value={current}
          onChange={(value) => {
            setCurrent(value);
            setProblem(null);
          }}
          problem={problem}
        />
        <NewPasswordFields
          label={t('access:password.label')}
          repeatLabel={t('access:password.repeat')}
          value={next}
          onChange={setNext}
          showErrors={showErrors}
        />
      </form>
      <p className="t2">{t(role === 'chair' ? 'access:chair.note' : 'access:password.note')}</p>
    </Dialog>
  );
}
