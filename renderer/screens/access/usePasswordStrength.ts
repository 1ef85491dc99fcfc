import { useEffect, useState } from 'react';
import type { Strength } from './passwordStrength';

type Judge = (password: string) => Strength;

/** Null while the judge with its lists is still being read: about a tenth of a second, once. */
export function usePasswordStrength(password: string): Strength | null {
  const [judge, setJudge] = useState<Judge | null>(null);
  useEffect(() => {
    let isGone = false;
    void import('./passwordStrength').then(({ passwordStrength }) => {
      if (!isGone) setJudge(() => passwordStrength);
    });
    return () => {
      isGone = true;
    };
  }, []);
  return judge === null || password === '' ? null : judge(password);
}
