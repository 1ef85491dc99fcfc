import { useId, useState } from 'react';
import type { Failure } from '@shared/errors';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { useText } from '../../i18n';
import { useContest } from '../../stores/contest';
import { useSession } from '../../stores/session';
import { FailureBanner } from '../FailureBanner';
import { CurrentSecret, noSecret, secretProblem, type SecretProblem } from './CurrentSecret';

/** Makes a new recovery code and goes to the page that puts it on paper. */
export function RenewRecovery({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const run = useContest((s) => s.run);
  const go = useSession((s) => s.go);
  const form = useId();
  const [current, setCurrent] = useState(noSecret);
  const [problem, setProblem] = useState<SecretProblem | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isMaking, setMaking] = useState(false);

  const renew = async () => {
    if (isMaking) return;
    if (current.text === '') {
      setProblem('missing');
      return;
    }
    setMaking(true);
    setFailure(null);
    const result = await run('access.renewRecoveryCode', { current }, { quiet: true });
    setMaking(false);
    if (result.ok) {
      go({ name: 'newCode', code: result.value.recoveryCode });
      return;
    }
    const beside = secretProblem(result.failure);
    setProblem(beside);
    if (beside === null) setFailure(result.failure);
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('access:renew.title')}
      actions={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button type="submit" form={form} variant="primary" isPending={isMaking}>
            {isMaking ? t('access:renew.running') : t('access:renew.confirm')}
          </Button>
        </>
      }
    >
      {failure === null ? null : <FailureBanner failure={failure} />}
      <p className="t2">{t('access:renew.note')}</p>
      <form
        id={form}
        className="key-form"
        onSubmit={(event) => {
          event.preventDefault();
          void renew();
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
      </form>
    </Dialog>
  );
}
