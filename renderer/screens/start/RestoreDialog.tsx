import { useEffect, useState } from 'react';
import type { Failure } from '@shared/errors';
import { formatDayTime, formatFileSize } from '@shared/domain/format';
import type { Recent, Version } from '@shared/model/snapshot';
import { api } from '../../api';
import { Button } from '../../components/Button';
import { RadioGroup } from '../../components/Choice';
import { Dialog } from '../../components/Dialog';
import { toast } from '../../components/Toast';
import { useLanguage, useText } from '../../i18n';
import { FailureBanner } from '../FailureBanner';
import { restoreCopy } from './restoreCopy';

/** The kept versions of a contest file; the chosen one is saved as a copy, the file in use stays as it is. */
export function RestoreDialog({ recent, onClose }: { readonly recent: Recent; readonly onClose: () => void }) {
  const t = useText();
  const language = useLanguage();
  const [versions, setVersions] = useState<readonly Version[] | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  useEffect(() => {
    void api.call('start.versions', { id: recent.id }).then((result) => {
      if (result.ok) setVersions(result.value);
      else setFailure(result.failure);
    });
  }, [recent.id]);

  const saveCopy = async () => {
    const version = versions?.find(({ counter }) => String(counter) === chosen);
    if (version === undefined) return;
    const result = await restoreCopy(version, recent.name, (to) =>
      api.call('start.restoreVersion', { id: recent.id, counter: version.counter, to }),
    );
    if (result === null) return;
    if (!result.ok) {
      setFailure(result.failure);
      return;
    }
    toast({ text: t('start:restore.done', { file: result.value.name }) });
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('start:restore.title')}
      actions={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button variant="primary" isDisabled={chosen === null} onPress={() => void saveCopy()}>
            {t('start:restore.save')}
          </Button>
        </>
      }
    >
      {failure === null ? null : <FailureBanner failure={failure} />}
      <p className="t2">{t('start:restore.note', { file: recent.name })}</p>
      {versions?.length === 0 ? <p>{t('start:restore.none')}</p> : null}
      {versions === null || versions.length === 0 ? null : (
        <RadioGroup
          label={t('start:restore.versions')}
          value={chosen}
          onChange={setChosen}
          options={versions.map((version) => ({
            id: String(version.counter),
            label: formatDayTime(new Date(version.publishedAt)),
            note: t('start:restore.version', {
              counter: version.counter,
              size: formatFileSize(version.bytes, language),
            }),
          }))}
        />
      )}
    </Dialog>
  );
}
