import type { Ref } from 'react';
import { fingerprintText } from '@shared/domain/fingerprint';
import { formatDayTime } from '@shared/domain/format';
import type { BatchId } from '@shared/model/ids';
import { Button } from '../../components/Button';
import { SidePanel } from '../../components/SidePanel';
import { toast } from '../../components/Toast';
import { useLanguage, useText } from '../../i18n';
import { regionName } from '../../reference';
import { useContest, useSnapshot } from '../../stores/contest';

export function useUndoImport(): (batch: BatchId) => Promise<void> {
  const t = useText();
  const run = useContest((s) => s.run);
  return async (batch) => {
    const result = await run('nominees.undoImport', { batch });
    if (result.ok) toast({ text: t('nominees:done.importUndone') });
  };
}

/** What came from which file; an import can be taken back while nobody of it was touched. */
export function BatchesPanel({
  panelRef,
  onClose,
}: {
  readonly panelRef: Ref<HTMLElement>;
  readonly onClose: () => void;
}) {
  const t = useText();
  const language = useLanguage();
  const { people } = useSnapshot();
  const undo = useUndoImport();
  return (
    <SidePanel
      panelRef={panelRef}
      title={t('nominees:batches.title')}
      sub={t('nominees:batches.note')}
      closeLabel={t('common:close')}
      onClose={onClose}
    >
      {people.batches.length + people.regional.length === 0 ? <p className="t2">{t('nominees:batches.none')}</p> : null}
      <ul className="lines">
        {people.batches
          .toSorted((a, b) => b.id - a.id)
          .map((batch) => (
            <li key={batch.id}>
              <div className="two">
                <b>{batch.fileName}</b>
                <small className="num">
                  {formatDayTime(new Date(batch.at))} · {t('nominees:count', { count: batch.nominees })}
                </small>
                {batch.undoable ? null : <small>{t('nominees:batches.touched')}</small>}
              </div>
              {batch.undoable ? (
                <Button
                  variant="quiet"
                  size="small"
                  aria-label={`${t('common:undo')}: ${batch.fileName}`}
                  onPress={() => void undo(batch.id)}
                >
                  {t('common:undo')}
                </Button>
              ) : null}
            </li>
          ))}
      </ul>
      {people.regional.length === 0 ? null : (
        <>
          <h3 className="sec">{t('nominees:region.files')}</h3>
          <ul className="lines">
            {people.regional.map((file) => (
              <li key={file.id}>
                <div className="two">
                  <b>{regionName(file.region, language)}</b>
                  <small className="num">
                    {formatDayTime(new Date(file.takenAt))} · {file.fileName}
                  </small>
                  <small className="num">{fingerprintText(file.fingerprint)}</small>
                  {file.replaced === null ? null : (
                    <small>
                      {t('nominees:region.replaced', {
                        at: formatDayTime(new Date(file.replaced.at)),
                        reason: file.replaced.reason,
                      })}
                    </small>
                  )}
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </SidePanel>
  );
}
