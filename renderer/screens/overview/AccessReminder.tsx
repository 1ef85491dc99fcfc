import { KeyRound } from 'lucide-react';
import { Banner } from '../../components/Banner';
import { useText } from '../../i18n';
import { useSnapshot } from '../../stores/contest';
import { isRecoveryUntried } from '../contest/situation';
import { ToPlace } from '../contest/ToPlace';

/** Stands until the code has been typed back from paper: an untried code is found out on the day it is needed. */
export function AccessReminder() {
  const t = useText();
  const snapshot = useSnapshot();
  if (!isRecoveryUntried(snapshot)) return null;
  return (
    <Banner
      tone="wait"
      icon={<KeyRound className="ic" aria-hidden />}
      actions={<ToPlace place="access">{t('access:reminder.go')}</ToPlace>}
    >
      <b>{t('access:reminder.title')}</b>
      <p>{t('access:reminder.note')}</p>
    </Banner>
  );
}
