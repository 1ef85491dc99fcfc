import { Lock, LockOpen } from 'lucide-react';
import { formatDayTime } from '@shared/domain/format';
import { Banner } from '../../components/Banner';
import { useText } from '../../i18n';
import { useSnapshot } from '../../stores/contest';
import { sealInForce } from '../contest/situation';
import { ToPlace } from '../contest/ToPlace';

/** Whether the contest is sealed, and for ever when and why a seal of it was broken. */
export function SealBanner() {
  const t = useText();
  const snapshot = useSnapshot();
  const seal = sealInForce(snapshot);
  const broken = snapshot.seals.flatMap(({ number, reopened }) => (reopened === null ? [] : [{ number, ...reopened }]));
  if (seal === null && broken.length === 0) return null;
  return (
    <Banner
      tone={seal === null ? 'wait' : 'info'}
      icon={seal === null ? <LockOpen className="ic" aria-hidden /> : <Lock className="ic" aria-hidden />}
      actions={<ToPlace place="seal">{t('common:step.seal')}</ToPlace>}
    >
      <b>
        {seal === null
          ? t('seal:banner.broken')
          : t('seal:banner.sealed', { when: formatDayTime(new Date(seal.sealedAt)) })}
      </b>
      {broken.map(({ number, at, reason }) => (
        <p key={number}>
          {t('seal:banner.reopened', { number, when: formatDayTime(new Date(at)) })} {t('log:reason', { reason })}
        </p>
      ))}
    </Banner>
  );
}
