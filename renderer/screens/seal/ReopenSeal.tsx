import { useId, useState } from 'react';
import type { Failure } from '@shared/errors';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { TextField } from '../../components/TextField';
import { toast } from '../../components/Toast';
import { useText } from '../../i18n';
import { useContest } from '../../stores/contest';
import { FailureBanner } from '../FailureBanner';
import { missingOf, noPasswords, problemOf, TwoPasswords, type PasswordProblems } from './TwoPasswords';

/** Breaking a seal takes both people and a reason. Mounted while open only: nothing typed here outlives it. */
export function ReopenSeal({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const run = useContest((s) => s.run);
  const form = useId();
  const [reason, setReason] = useState('');
  const [passwords, setPasswords] = useState(noPasswords);
  const [problems, setProblems] = useState<PasswordProblems>({});
  const [wasAsked, setAsked] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isOpening, setOpening] = useState(false);
  const written = reason.trim();

  const reopen = async () => {
    if (isOpening) return;
    setAsked(true);
    setFailure(null);
    const missing = missingOf(passwords);
    setProblems(missing);
    if (written === '' || Object.keys(missing).length > 0) return;
    setOpening(true);
    const result = await run('seal.reopen', { ...passwords, reason: written }, { quiet: true });
    setOpening(false);
    if (result.ok) {
      toast({ text: t('seal:reopen.done') });
      onClose();
      return;
    }
    const beside = problemOf(result.failure);
    if (beside === null) setFailure(result.failure);
    else setProblems(beside);
  };
  return (
    <Dialog
      isOpen
      wide
      alert
      isBusy={isOpening}
      onClose={onClose}
      title={t('seal:reopen.title')}
      actions={
        <>
          <Button onPress={onClose} isDisabled={isOpening}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" form={form} variant="danger" isPending={isOpening}>
            {isOpening ? t('seal:reopen.running') : t('seal:reopen.button')}
          </Button>
        </>
      }
    >
      <p className="t2">{t('seal:reopen.note')}</p>
      {failure === null ? null : <FailureBanner failure={failure} />}
      <form
        id={form}
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void reopen();
        }}
      >
        <TextField
          autoFocus
          rows={3}
          label={t('common:reason.label')}
          help={t('seal:reopen.reasonHelp')}
          maxLength={2000}
          value={reason}
          onChange={setReason}
          error={wasAsked && written === '' ? t('common:reason.missing') : null}
        />
        <TwoPasswords
          value={passwords}
          problems={problems}
          onChange={(value) => {
            setPasswords(value);
            setProblems({});
          }}
        />
      </form>
    </Dialog>
  );
}
