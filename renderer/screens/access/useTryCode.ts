import { useState } from 'react';
import { useText } from '../../i18n';
import { toast } from '../../components/Toast';
import { report } from '../../stores/session';
import { useContest } from '../../stores/contest';
import { secretProblem } from './CurrentSecret';

export interface TryCode {
  readonly typed: string;
  readonly problem: 'wrong' | 'mistyped' | null;
  readonly isTrying: boolean;
  readonly type: (text: string) => void;
  readonly attempt: () => Promise<void>;
}

/** Opens the file's recovery slot with what was typed from paper; only the file itself knows whether it fits. */
export function useTryCode(onDone: () => void): TryCode {
  const t = useText();
  const run = useContest((s) => s.run);
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<TryCode['problem']>(null);
  const [isTrying, setTrying] = useState(false);
  const attempt = async () => {
    if (isTrying || typed.trim() === '') return;
    setTrying(true);
    const result = await run('access.tryRecoveryCode', { code: typed }, { quiet: true });
    setTrying(false);
    if (result.ok) {
      onDone();
      toast({ text: t('access:try.done') });
      return;
    }
    const beside = secretProblem(result.failure);
    if (beside === 'wrong' || beside === 'mistyped') setProblem(beside);
    else report(result);
  };
  const type = (text: string) => {
    setTyped(text);
    setProblem(null);
  };
  return { typed, problem, isTrying, type, attempt };
}
