import { LockOpen } from 'lucide-react';
import { useEffect, useState } from 'react';
import { formatDayTime } from '@shared/domain/format';
import type { SealHindrance, SealSummary } from '@shared/model/seal';
import { api } from '../../api';
import { Button } from '../../components/Button';
import { PageHead } from '../../components/PageHead';
import { useText } from '../../i18n';
import { useSnapshot } from '../../stores/contest';
import { report } from '../../stores/session';
import { hasKeys, sealInForce } from '../contest/situation';
import { Checks } from './Checks';
import { History } from './History';
import { MakeSeal } from './MakeSeal';
import { ReopenSeal } from './ReopenSeal';
import { ResultsSlip, type WrittenResults } from './ResultsSlip';
import { SealCard } from './SealCard';
import { WriteResults } from './WriteResults';
import './seal.css';

/** How a contest ends: what is still open, the two signatures, and then what the result is known by. */
export function SealPlace() {
  const snapshot = useSnapshot();
  const seal = sealInForce(snapshot);
  if (seal !== null) return <Sealed seal={seal} />;
  // Whatever was written may have settled something: it is looked at anew.
  return hasKeys(snapshot) ? <Unsealed key={snapshot.log[0]?.seq} /> : <Unsealable />;
}

function Unsealable() {
  const t = useText();
  return (
    <div className="page">
      <PageHead title={t('seal:head.demo')} sub={t('seal:head.demoNote')} />
    </div>
  );
}

function Unsealed() {
  const t = useText();
  const [hindrances, setHindrances] = useState<readonly SealHindrance[] | null>(null);
  useEffect(() => {
    let isGone = false;
    void api.call('seal.checks', {}).then((result) => {
      report(result);
      if (result.ok && !isGone) setHindrances(result.value);
    });
    return () => {
      isGone = true;
    };
  }, []);
  const count = hindrances?.length ?? 0;
  return (
    <div className="page seal-page">
      <PageHead
        title={
          hindrances === null
            ? t('seal:head.looking')
            : count === 0
              ? t('seal:head.ready')
              : t('seal:head.open', { count })
        }
        sub={t('seal:head.what')}
      />
      {hindrances === null ? null : (
        <>
          <Checks hindrances={hindrances} />
          {count === 0 ? <MakeSeal /> : <p className="t2">{t('seal:make.later')}</p>}
        </>
      )}
      <History />
    </div>
  );
}

function Sealed({ seal }: { readonly seal: SealSummary }) {
  const t = useText();
  const { jury } = useSnapshot();
  const [isReopening, setReopening] = useState(false);
  const [written, setWritten] = useState<WrittenResults | null>(null);
  const chair = jury.jurors.find((juror) => juror.chair)?.name;
  if (written !== null) {
    return (
      <ResultsSlip
        written={written}
        seal={seal}
        onBack={() => {
          setWritten(null);
        }}
      />
    );
  }
  return (
    <div className="page seal-page">
      <PageHead
        title={t('seal:head.sealed')}
        sub={t('seal:head.sealedNote', { when: formatDayTime(new Date(seal.sealedAt)) })}
        actions={
          <>
            <Button
              variant="quiet"
              icon={<LockOpen className="ic" aria-hidden />}
              onPress={() => {
                setReopening(true);
              }}
            >
              {t('seal:reopen.open')}
            </Button>
            <WriteResults onWritten={setWritten} />
          </>
        }
      />
      <SealCard seal={seal} names={chair === undefined ? {} : { chair }} />
      <History />
      {isReopening ? (
        <ReopenSeal
          onClose={() => {
            setReopening(false);
          }}
        />
      ) : null}
    </div>
  );
}
