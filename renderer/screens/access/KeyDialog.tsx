import { useId, useState, type ReactNode } from 'react';
import type { Failure } from '@shared/errors';
import type { Result } from '@shared/result';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { useText } from '../../i18n';
import { FailureBanner } from '../FailureBanner';
import { CurrentSecret, noSecret, secretProblem, type Secret, type SecretProblem } from './CurrentSecret';

export interface KeyDialogProps {
  readonly title: string;
  /** What it means for the file and its copies. */
  readonly note: string;
  readonly confirm: string;
  readonly confirming: string;
  readonly wide?: boolean;
  /** It takes something away. */
  readonly danger?: boolean;
  /** Everything that `children` ask for is there. */
  readonly isComplete?: boolean;
  /** The fields below the present secret; told whether what is missing is to be said. */
  readonly children?: (showErrors: boolean) => ReactNode;
  /** Called with a secret that was typed; a failure is shown beside it or at the head. */
  readonly perform: (current: Secret) => Promise<Result<unknown>>;
  readonly onClose: () => void;
}

/** Whatever changes a key of the file is confirmed by one that opens it today. Mounted while open only: nothing typed outlives it. */
export function KeyDialog(props: KeyDialogProps) {
  const { title, note, confirm, confirming, wide = false, danger = false, isComplete = true } = props;
  const { children, perform, onClose } = props;
  const t = useText();
  const form = useId();
  const [current, setCurrent] = useState(noSecret);
  const [problem, setProblem] = useState<SecretProblem | null>(null);
  const [showErrors, setShowErrors] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isRunning, setRunning] = useState(false);

  const submit = async () => {
    if (isRunning) return;
    setShowErrors(true);
    if (current.text === '') setProblem('missing');
    if (current.text === '' || !isComplete) return;
    setRunning(true);
    setFailure(null);
    const result = await perform(current);
    setRunning(false);
    if (result.ok) return;
    const beside = secretProblem(result.failure);
    setProblem(beside);
    if (beside === null) setFailure(result.failure);
  };
  return (
    <Dialog
      isOpen
      wide={wide}
      alert={danger}
      isBusy={isRunning}
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button onPress={onClose} isDisabled={isRunning}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" form={form} variant={danger ? 'danger' : 'primary'} isPending={isRunning}>
            {isRunning ? confirming : confirm}
          </Button>
        </>
      }
    >
      {failure === null ? null : <FailureBanner failure={failure} />}
      <p className="t2">{note}</p>
      <form
        id={form}
        className="key-form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
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
        {children?.(showErrors)}
      </form>
    </Dialog>
  );
}
