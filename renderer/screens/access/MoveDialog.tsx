import { formatDayTime } from '@shared/domain/format';
import { api } from '../../api';
import { Banner } from '../../components/Banner';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { useText } from '../../i18n';
import { useContest } from '../../stores/contest';
import { useSession } from '../../stores/session';
import { useSaveElsewhere } from '../contest/useSaveElsewhere';
import { FailureBanner } from '../FailureBanner';

const steps = ['step1', 'step2', 'step3', 'step4'] as const;

/** To another computer and back: first everything is written, then it is said what to carry, then it is closed here. */
export function MoveDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const vault = useContest((s) => s.vault);
  const closeContest = useContest((s) => s.close);
  const saveElsewhere = useSaveElsewhere();
  const failed = useSession((s) => s.failure);
  // What came in since the dialog was opened goes along; where that fails the dialog stays and says why.
  const leave = async () => {
    if ((await api.call('contest.publish', {})).ok) await closeContest();
  };
  if (vault === null) return null;
  const failure = vault.problem ?? failed;
  const isWritten = !vault.dirty && !vault.publishing && vault.problem === null;
  return (
    <Dialog
      isOpen
      wide
      onClose={onClose}
      title={t('access:move.title')}
      actions={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button variant="primary" isDisabled={!isWritten} onPress={() => void leave()}>
            {t('access:move.close')}
          </Button>
        </>
      }
    >
      {failure === null ? null : <FailureBanner failure={failure} />}
      <Banner
        tone={isWritten ? 'info' : 'wait'}
        announce
        actions={
          <Button size="small" onPress={() => void saveElsewhere()}>
            {t('access:move.toStick')}
          </Button>
        }
      >
        <b>{isWritten ? t('access:move.written', { file: vault.file.name }) : t('access:move.writing')}</b>
        {isWritten && vault.publishedAt !== null ? (
          <p>
            {t('access:move.writtenNote', {
              folder: vault.file.folderName,
              counter: vault.counter,
              when: formatDayTime(new Date(vault.publishedAt)),
            })}
          </p>
        ) : null}
      </Banner>
      <ol className="move-steps">
        {steps.map((step) => (
          <li key={step}>{t(`access:move.${step}`)}</li>
        ))}
      </ol>
    </Dialog>
  );
}
