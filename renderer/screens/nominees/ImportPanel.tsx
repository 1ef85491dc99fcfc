import { useState, type Ref } from 'react';
import type { ImportPreview, RowFate } from '@shared/model/imports';
import { Banner } from '../../components/Banner';
import { Button } from '../../components/Button';
import { SidePanel } from '../../components/SidePanel';
import { toast } from '../../components/Toast';
import { useText } from '../../i18n';
import { useImport, type ImportDraft } from '../../stores/imports';
import { FailureBanner } from '../FailureBanner';
import { useUndoImport } from './BatchesPanel';
import { ImportColumns, ImportPlace } from './ImportColumns';
import { ImportRows } from './ImportRows';

/** What an import would do, before anything is written. */
export function ImportPanel({ draft, panelRef }: { readonly draft: ImportDraft; readonly panelRef: Ref<HTMLElement> }) {
  const t = useText();
  const drop = useImport((s) => s.drop);
  const write = useImport((s) => s.write);
  const undo = useUndoImport();
  const [isWriting, setWriting] = useState(false);
  const [showsColumns, setShowsColumns] = useState(false);
  const { preview, failure, file, isReading } = draft;
  const count = preview === null ? 0 : countOf(preview, 'ready') + countOf(preview, 'corrected');
  const lacksName = preview !== null && !preview.columns.some(({ target }) => target === 'name');

  const add = async () => {
    setWriting(true);
    const done = await write();
    setWriting(false);
    if (done === null) return;
    const { added, batch } = done;
    toast({
      text: t('nominees:done.imported', { count: added }),
      ...(batch === null ? {} : { undoLabel: t('common:undo'), onUndo: () => void undo(batch) }),
    });
  };
  return (
    <SidePanel
      panelRef={panelRef}
      title={
        preview === null
          ? t(failure === null ? 'nominees:import.reading' : 'nominees:import.notRead')
          : t('nominees:import.title', { count })
      }
      sub={preview === null ? file.name : t('nominees:import.source', sourceOf(preview))}
      closeLabel={t('common:close')}
      onClose={drop}
      foot={
        <>
          <span className="note">{t('nominees:import.nothingWritten')}</span>
          <Button onPress={drop}>{t('common:cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={count === 0 || lacksName || failure !== null}
            isPending={isWriting || (isReading && preview !== null)}
            onPress={() => void add()}
          >
            {t('nominees:import.add', { count })}
          </Button>
        </>
      }
    >
      <p className="vh" role="status">
        {preview === null || isReading ? '' : t('nominees:import.title', { count })}
      </p>
      {failure === null ? null : <FailureBanner failure={failure} />}
      {failure !== null && canBePlaced(draft) ? <ImportPlace preview={preview} /> : null}
      {preview === null || failure !== null ? null : (
        <>
          {lacksName ? <Banner tone="wait">{t('nominees:import.chooseName')}</Banner> : null}
          <FateBar preview={preview} />
          <div className="import-known">
            <span>
              {t('nominees:import.recognised', {
                known: preview.columns.filter(({ recognised }) => recognised).length,
                all: preview.columns.filter(({ header, samples }) => header !== '' || samples.length > 0).length,
              })}
            </span>
            <Button
              variant="quiet"
              size="small"
              aria-expanded={showsColumns}
              onPress={() => {
                setShowsColumns(!showsColumns);
              }}
            >
              {t(showsColumns ? 'nominees:import.hideColumns' : 'nominees:import.checkColumns')}
            </Button>
          </div>
          {showsColumns || lacksName ? <ImportColumns preview={preview} /> : <ImportRows preview={preview} />}
          {preview.footerRows.length === 0 ? null : (
            <p className="t3 small import-footer">
              {t('nominees:import.footerRows', { rows: preview.footerRows.join(', ') })}
            </p>
          )}
        </>
      )}
    </SidePanel>
  );
}

const countOf = (preview: ImportPreview, fate: RowFate): number =>
  preview.rows.filter((row) => row.fate === fate).length;

const sourceOf = ({ fileName, sheet, headerRow }: ImportPreview) => ({ file: fileName, sheet, row: headerRow });

/** Another sheet or header row can help; a file that cannot be read at all needs another file. */
function canBePlaced({ failure }: ImportDraft): boolean {
  return failure?.code === 'no-header-row' || failure?.code === 'nothing-to-import';
}

const drawn = ['ready', 'corrected', 'duplicate', 'attention', 'left_out'] as const satisfies readonly RowFate[];

/** All rows of the sheet as one beam: what goes in, what is there already, what stays out. */
function FateBar({ preview }: { readonly preview: ImportPreview }) {
  const t = useText();
  const parts = drawn.map((fate) => ({ fate, count: countOf(preview, fate) })).filter(({ count }) => count > 0);
  return (
    <>
      <div className="split-bar" aria-hidden>
        {parts.map(({ fate, count }) => (
          <i key={fate} className={`fate-${fate}`} style={{ flexGrow: count }} />
        ))}
      </div>
      <ul className="split-key num">
        {parts.map(({ fate, count }) => (
          <li key={fate}>
            <i className={`fate-${fate}`} aria-hidden />
            <b>{count}</b> {t(`nominees:fateKey.${fate}`)}
          </li>
        ))}
      </ul>
    </>
  );
}
