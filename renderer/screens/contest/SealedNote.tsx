import { Lock } from 'lucide-react';
import { formatDayTime } from '@shared/domain/format';
import type { Place } from '@shared/model/menu';
import { Banner } from '../../components/Banner';
import { useText } from '../../i18n';
import { useSnapshot } from '../../stores/contest';
import { sealInForce } from './situation';
import { ToPlace } from './ToPlace';

const writing: readonly Place[] = ['setup', 'nominees', 'jury', 'ballots', 'ranking'];

/** Over every place that can no longer be changed: why, and where that is undone. */
export function SealedNote({ place }: { readonly place: Place }) {
  const t = useText();
  const seal = sealInForce(useSnapshot());
  if (seal === null || !writing.includes(place)) return null;
  return (
    <Banner
      icon={<Lock className="ic" aria-hidden />}
      actions={<ToPlace place="seal">{t('common:step.seal')}</ToPlace>}
    >
      {t(place === 'ballots' ? 'seal:note.ballots' : 'seal:note.places', {
        when: formatDayTime(new Date(seal.sealedAt)),
      })}
    </Banner>
  );
}
