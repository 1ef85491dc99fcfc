import { ArrowRight, KeyRound } from 'lucide-react';
import { Banner } from '../../components/Banner';
import { Button } from '../../components/Button';
import { useText } from '../../i18n';
import { useSnapshot } from '../../stores/contest';
import { useSession } from '../../stores/session';
import { isRecoveryUntried } from '../contest/situation';

/** Stands until the code has been typed back from paper: an untried code is found out on the day it is needed. */
export function AccessReminder() {
  const t = useText();
  const snapshot = useSnapshot();
  const goTo = useSession((s) => s.goTo);
  if (!isRecoveryUntried(snapshot)) return null;
  return (
    <Banner
      tone="wait"
      icon={<KeyRound className="ic" aria-hidden />}
      actions={
        <Button
          variant="quiet"
          size="small"
          iconEnd={<ArrowRight className="ic" aria-hidden />}
          onPress={() => {
            goTo('access');
          }}
        >
          {t('access:reminder.go')}
        </Button>
      }
    >
      <b>{t('access:reminder.title')}</b>
      <p>{t('access:reminder.note')}</p>
    </Banner>
  );
}
