import { useState } from 'react';
import type { Failure } from '@shared/errors';
import { Button } from '../../components/Button';
import { toast } from '../../components/Toast';
import { useText } from '../../i18n';
import { useContest } from '../../stores/contest';
import { useSession } from '../../stores/session';
import { isGoodPassword, NewPasswordFields, noPassword } from '../access/NewPasswordFields';
import { FailureBanner } from '../FailureBanner';
import { Stand } from './Stand';

/** The contest was opened with the code from paper: the next step is a password that is known again. */
export function ForgottenPassword({ code }: { readonly code: string }) {
  const t = useText();
  const run = useContest((s) => s.run);
  const go = useSession((s) => s.go);
  const [next, setNext] = useState(noPassword);
  const [showErrors, setShowErrors] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isSaving, setSaving] = useState(false);

  const goOn = () => {
    go({ name: 'contest', place: 'overview', focus: {} });
  };
  const save = async () => {
    setShowErrors(true);
    if (isSaving || !isGoodPassword(next)) return;
    setSaving(true);
    const current = { kind: 'recovery', text: code } as const;
    const result = await run('access.changePassword', { current, next: next.password }, { quiet: true });
    setSaving(false);
    if (!result.ok) {
      setFailure(result.failure);
      return;
    }
    goOn();
    toast({ text: t('access:password.done') });
  };
  return (
    <Stand title={t('access:forgot.title')} sub={t('access:forgot.sub')} back={false}>
      {failure === null ? null : <FailureBanner failure={failure} />}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <NewPasswordFields
          label={t('access:password.label')}
          repeatLabel={t('access:password.repeat')}
          value={next}
          onChange={setNext}
          showErrors={showErrors}
        />
        <p className="t2">{t('access:password.note')}</p>
        <div className="stand-foot">
          <Button onPress={goOn}>{t('access:forgot.later')}</Button>
          <Button type="submit" variant="primary" isPending={isSaving}>
            {isSaving ? t('access:password.saving') : t('access:password.save')}
          </Button>
        </div>
      </form>
    </Stand>
  );
}
