import { Lock } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Failure } from '@shared/errors';
import { Button } from '../../components/Button';
import { toast } from '../../components/Toast';
import { useText } from '../../i18n';
import { useContest } from '../../stores/contest';
import { report } from '../../stores/session';
import { FailureBanner } from '../FailureBanner';
import { missingOf, noPasswords, problemOf, TwoPasswords, type PasswordProblems } from './TwoPasswords';

/** Secretary and chair sign, each with the own password. Stands only where nothing hinders the seal. */
export function MakeSeal() {
  const t = useText();
  const run = useContest((s) => s.run);
  const [passwords, setPasswords] = useState(noPasswords);
  const [problems, setProblems] = useState<PasswordProblems>({});
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isSealing, setSealing] = useState(false);
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);

  const seal = async () => {
    if (isSealing) return;
    const missing = missingOf(passwords);
    setProblems(missing);
    setFailure(null);
    if (Object.keys(missing).length > 0) return;
    setSealing(true);
    const result = await run('seal.make', passwords, { quiet: true });
    setSealing(false);
    if (result.ok) {
      toast({ text: t('seal:make.done') });
      return;
    }
    // Keys take their time, and nobody has to stay for it: elsewhere the failure stands at the head of the screen.
    if (!isHere.current) {
      report(result);
      return;
    }
    const beside = problemOf(result.failure);
    if (beside === null) setFailure(result.failure);
    else setProblems(beside);
  };
  return (
    <section>
      <h2 className="sec">{t('seal:make.title')}</h2>
      <p className="t2">{t('seal:make.note')}</p>
      {failure === null ? null : <FailureBanner failure={failure} />}
      <form
        className="stack seal-form"
        onSubmit={(event) => {
          event.preventDefault();
          void seal();
        }}
      >
        <TwoPasswords
          value={passwords}
          problems={problems}
          onChange={(value) => {
            setPasswords(value);
            setProblems({});
          }}
        />
        <div className="btn-row">
          <Button type="submit" variant="primary" icon={<Lock className="ic" aria-hidden />} isPending={isSealing}>
            {isSealing ? t('seal:make.running') : t('seal:make.button')}
          </Button>
        </div>
      </form>
    </section>
  );
}
