import { ArrowRight, Lock } from 'lucide-react';
import { formatDayTime } from '@shared/domain/format';
import type { Place } from '@shared/model/menu';
import { Banner } from '../../components/Banner';
import { Button } from '../../components/Button';
import { useText } from '../../i18n';
import { useSnapshot } from '../../stores/contest';
import { useSession } from '../../stores/session';
import { sealInForce } from './situation';

const writing: readonly Place[] = ['setup', 'nominees', 'jury', 'ballots', 'ranking'];

/** Over every place that can no longer be changed: why, and where that is undone. */
export function SealedNote({ place }: { readonly place: Place }) {
  const t = useText();
  const seal = sealInForce(useSnapshot());
  const goTo = useSession((s) => s.goTo);
  if (seal === null || !writing.includes(place)) return null;
  return (
    <Banner
      icon={<Lock className="ic" aria-hidden />}
      actions={
        <Button
          variant="quiet"
          size="small"
          iconEnd={<ArrowRight className="ic" aria-hidden />}
          onPress={() => {
            goTo('seal');
          }}
        >
          {t('common:step.seal')}
        </Button>
      }
    >
      {t(place === 'ballots' ? 'seal:note.ballots' : 'seal:note.places', {
        when: formatDayTime(new Date(seal.sealedAt)),
      })}
    </Banner>
  );
}
