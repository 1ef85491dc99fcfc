import { useState } from 'react';
import type { Failure } from '@shared/errors';
import { Banner } from '../../components/Banner';
import { Button } from '../../components/Button';
import { Checkbox, RadioGroup } from '../../components/Choice';
import { PageHead } from '../../components/PageHead';
import { PasswordField } from '../../components/PasswordField';
import { TextField } from '../../components/TextField';
import { useText } from '../../i18n';
import { useContest, useSnapshot } from '../../stores/contest';
import { useSession } from '../../stores/session';
import { FailureBanner } from '../FailureBanner';
import { CurrentSecret, noSecret, secretProblem, type SecretProblem } from './CurrentSecret';
import { isGoodPassword, NewPasswordFields, noPassword } from './NewPasswordFields';

const facts = ['fact1', 'fact2', 'fact3'] as const;
type ChairProblem = 'missing' | 'wrong';

/** «Revoke and change the key»: whoever stays types a password, the code goes on paper again, and what it cannot do is said. */
export function ChangeKey({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const { access } = useSnapshot();
  const run = useContest((s) => s.run);
  const go = useSession((s) => s.go);
  const showFailure = useSession((s) => s.showFailure);
  const hasChair = access.some(({ role }) => role === 'chair');
  const [current, setCurrent] = useState(noSecret);
  const [next, setNext] = useState(noPassword);
  const [chairStays, setChairStays] = useState(hasChair);
  const [chairCurrent, setChairCurrent] = useState('');
  const [chairNext, setChairNext] = useState(noPassword);
  const [reason, setReason] = useState('');
  const [dropVersions, setDropVersions] = useState(false);
  const [showErrors, setShowErrors] = useState(false);
  const [problem, setProblem] = useState<SecretProblem | null>(null);
  const [chairProblem, setChairProblem] = useState<ChairProblem | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isRunning, setRunning] = useState(false);
  const isReasonMissing = reason.trim() === '';

  const isComplete = (): boolean => {
    setShowErrors(true);
    if (current.text === '') setProblem('missing');
    if (chairStays && chairCurrent === '') setChairProblem('missing');
    const isChairGood = !chairStays || (chairCurrent !== '' && isGoodPassword(chairNext));
    return current.text !== '' && isGoodPassword(next) && isChairGood && !isReasonMissing;
  };
  const change = async () => {
    if (isRunning || !isComplete()) return;
    setRunning(true);
    setFailure(null);
    const chair = chairStays ? { current: chairCurrent, next: chairNext.password } : null;
    const input = { current, next: next.password, chair, dropVersions, reason };
    const result = await run('access.changeKey', input, { quiet: true });
    setRunning(false);
    if (result.ok) {
      go({ name: 'newCode', code: result.value.recoveryCode });
      showFailure(result.value.unwritten);
      return;
    }
    const beside = secretProblem(result.failure);
    const isChairWrong = result.failure.code === 'wrong-password-of';
    setProblem(beside);
    setChairProblem(isChairWrong ? 'wrong' : null);
    if (beside === null && !isChairWrong) setFailure(result.failure);
  };
  return (
    <div className="page access-page">
      <PageHead title={t('access:revoke.title')} sub={t('access:revoke.sub')} />
      <Banner>
        <ul className="key-facts">
          {facts.map((fact) => (
            <li key={fact}>{t(`access:revoke.${fact}`)}</li>
          ))}
        </ul>
      </Banner>
      {failure === null ? null : <FailureBanner failure={failure} />}
      <form
        className="key-form key-change"
        onSubmit={(event) => {
          event.preventDefault();
          void change();
        }}
      >
        <h2 className="sec">{t('access:revoke.secretary')}</h2>
        <CurrentSecret
          value={current}
          onChange={(value) => {
            setCurrent(value);
            setProblem(null);
          }}
          problem={problem}
        />
        <NewPasswordFields
          label={t('access:revoke.secretaryNext')}
          repeatLabel={t('access:revoke.secretaryRepeat')}
          value={next}
          onChange={setNext}
          showErrors={showErrors}
        />
        {hasChair ? (
          <>
            <h2 className="sec">{t('access:revoke.chair')}</h2>
            <RadioGroup
              label={t('access:revoke.chairWhat')}
              value={chairStays ? 'stays' : 'goes'}
              onChange={(id) => {
                setChairStays(id === 'stays');
                setChairProblem(null);
              }}
              options={[
                { id: 'stays', label: t('access:revoke.chairStays'), note: t('access:revoke.chairStaysNote') },
                { id: 'goes', label: t('access:revoke.chairGoes'), note: t('access:revoke.chairGoesNote') },
              ]}
            />
          </>
        ) : null}
        {chairStays ? (
          <>
            <PasswordField
              label={t('access:revoke.chairCurrent')}
              error={chairProblem === null ? null : t(`access:revoke.chair_${chairProblem}`)}
              showLabel={t('start:password.show')}
              hideLabel={t('start:password.hide')}
              value={chairCurrent}
              onChange={(text) => {
                setChairCurrent(text);
                setChairProblem(null);
              }}
            />
            <NewPasswordFields
              label={t('access:revoke.chairNext')}
              repeatLabel={t('access:revoke.chairRepeat')}
              value={chairNext}
              onChange={setChairNext}
              showErrors={showErrors}
            />
          </>
        ) : null}
        <h2 className="sec">{t('access:revoke.rest')}</h2>
        <TextField
          rows={2}
          label={t('common:reason.label')}
          help={t('common:reason.help')}
          error={showErrors && isReasonMissing ? t('common:reason.missing') : null}
          value={reason}
          onChange={setReason}
        />
        <Checkbox
          label={t('access:revoke.drop')}
          note={t('access:revoke.dropNote')}
          isSelected={dropVersions}
          onChange={setDropVersions}
        />
        <div className="btn-row">
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button type="submit" variant="primary" isPending={isRunning}>
            {isRunning ? t('access:revoke.running') : t('access:revoke.confirm')}
          </Button>
        </div>
      </form>
    </div>
  );
}
