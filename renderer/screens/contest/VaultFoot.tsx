import { Check, CircleAlert, HardDrive, Hourglass } from 'lucide-react';
import { formatRecent } from '@shared/domain/format';
import { useAnnouncement } from '../../components/Announcer';
import { Button } from '../../components/Button';
import { useFailureText } from '../../failure';
import { useText } from '../../i18n';
import { useContest } from '../../stores/contest';
import { useSaveElsewhere } from './useSaveElsewhere';
import type { VaultState } from '@shared/model/snapshot';
import type { Failure } from '@shared/errors';

/** Where the data is: safe on this computer, written to the file at what time, and what hinders that. */
export function VaultFoot() {
  const t = useText();
  const vault = useContest((s) => s.vault);
  const publish = useContest((s) => s.publish);
  const saveElsewhere = useSaveElsewhere();
  if (vault === null) return null;
  const offersWriting = !vault.publishing && (vault.problem !== null || vault.publishedAt === null);
  return (
    <>
      <span>
        <Check className="ic ok" aria-hidden />
        {t('common:vault.safe')}
      </span>
      {vault.problem === null ? <FileLine vault={vault} /> : <Problem failure={vault.problem} />}
      {vault.twoFiles === null ? null : (
        <span className="wait">
          <CircleAlert className="ic" aria-hidden />
          {t('access:two.foot')}
        </span>
      )}
      {offersWriting ? (
        <Button variant="quiet" size="small" onPress={() => void publish()}>
          {t('common:vault.publish')}
        </Button>
      ) : null}
      {vault.problem === null || vault.publishing ? null : (
        <Button variant="quiet" size="small" onPress={() => void saveElsewhere()}>
          {t('access:place.elsewhere')}
        </Button>
      )}
    </>
  );
}

function FileLine({ vault }: { readonly vault: VaultState }) {
  const t = useText();
  if (vault.publishing) {
    return (
      <span>
        <Hourglass className="ic" aria-hidden />
        {t('common:vault.writing')}
      </span>
    );
  }
  return (
    <span title={vault.file.name}>
      <HardDrive className="ic" aria-hidden />
      {vault.publishedAt === null
        ? t('common:vault.never')
        : t('common:vault.written', { when: formatRecent(new Date(vault.publishedAt), new Date()) })}
    </span>
  );
}

function Problem({ failure }: { readonly failure: Failure }) {
  const text = useFailureText(failure);
  useAnnouncement(text.title);
  return (
    <span className="wait">
      <CircleAlert className="ic" aria-hidden />
      {text.title}
    </span>
  );
}
