import { useState } from 'react';
import type { TallyRules } from '@shared/domain/tallies';
import { tallyUses, type TallyPreview, type TallyUse } from '@shared/model/tallyImport';
import { Banner } from '../../components/Banner';
import { Button } from '../../components/Button';
import { Checkbox } from '../../components/Choice';
import { Select } from '../../components/Select';
import { SidePanel } from '../../components/SidePanel';
import { TextField } from '../../components/TextField';
import { toast } from '../../components/Toast';
import { useText } from '../../i18n';
import { useTallyImport, type TallyDraft } from '../../stores/tallyImports';
import { FailureBanner } from '../FailureBanner';
import { TallyImportRows } from './TallyImportRows';
import type { TallyRowOf } from './rows';
import '../nominees/nominees.css';

/** What the import of a table would do, row by row, before anything is written. */
export function TallyImportPanel({
  draft,
  rules,
  rows,
}: {
  readonly draft: TallyDraft;
  readonly rules: TallyRules;
  readonly rows: readonly TallyRowOf[];
}) {
  const t = useText();
  const drop = useTallyImport((s) => s.drop);
  const write = useTallyImport((s) => s.write);
  const correct = useTallyImport((s) => s.correct);
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const [isWriting, setWriting] = useState(false);
  const { preview, failure, file, isReading, plan } = draft;
  const taken = preview?.rows.filter(({ fate }) => fate === 'ready' || fate === 'corrected').length ?? 0;
  const rest = plan.restIsNothing === true ? (preview?.absent.length ?? 0) : 0;
  const count = taken + (taken === 0 ? 0 : rest);
  const needsReason = (preview?.changed.length ?? 0) > 0;
  const lacksReason = needsReason && reason.trim() === '';
  const lacksColumns = preview !== null && !isPlaced(preview);

  const add = async () => {
    setAsked(true);
    if (lacksReason) return;
    setWriting(true);
    const written = await write(needsReason ? reason.trim() : null);
    setWriting(false);
    if (written !== null) toast({ text: t('tallies:done.imported', { count: written }) });
  };
  return (
    <SidePanel
      title={
        preview === null
          ? t(failure === null ? 'tallies:import.reading' : 'tallies:import.notRead')
          : t('tallies:import.title', { count })
      }
      sub={preview === null ? file.name : [preview.fileName, preview.sheet].join(', ')}
      closeLabel={t('common:close')}
      onClose={drop}
      foot={
        <>
          <span className="note">{t('tallies:import.nothingWritten')}</span>
          <Button onPress={drop}>{t('common:cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={taken === 0 || failure !== null}
            isPending={isWriting || (isReading && preview !== null)}
            onPress={() => void add()}
          >
            {t('tallies:import.write', { count })}
          </Button>
        </>
      }
    >
      <p className="vh" role="status">
        {preview === null || isReading ? '' : t('tallies:import.title', { count })}
      </p>
      {failure === null ? null : <FailureBanner failure={failure} />}
      {preview === null || failure !== null ? null : (
        <div className="form">
          {lacksColumns ? <Banner tone="wait">{t('tallies:import.chooseColumns')}</Banner> : null}
          {preview.sheets.length < 2 ? null : (
            <Select
              label={t('tallies:import.sheet')}
              options={preview.sheets.map(({ name }) => ({ id: name, label: name }))}
              value={preview.sheet}
              onChange={(sheet) => void correct({ sheet, columns: undefined, leaveOut: [], assigned: [] })}
            />
          )}
          <Columns preview={preview} isOpen={lacksColumns} />
          {preview.absent.length === 0 ? null : (
            <Checkbox
              label={t(`tallies:import.rest.${rules.kind === 'vote_import' ? 'votes' : 'table'}`, {
                count: preview.absent.length,
              })}
              isSelected={plan.restIsNothing === true}
              onChange={(is) => void correct({ restIsNothing: is })}
            />
          )}
          {needsReason ? (
            <TextField
              rows={2}
              label={t('common:reason.label')}
              help={t('tallies:import.replaces', { count: preview.changed.length })}
              value={reason}
              onChange={setReason}
              error={isAsked && lacksReason ? t('common:reason.missing') : null}
            />
          ) : null}
          <TallyImportRows preview={preview} rows={rows} />
        </div>
      )}
    </SidePanel>
  );
}

const isPlaced = ({ columns }: TallyPreview): boolean =>
  columns.some(({ use }) => use === 'figure') && columns.some(({ use }) => use === 'name' || use === 'number');

/** What each column is; folded away while all that is needed was recognised. */
function Columns({ preview, isOpen }: { readonly preview: TallyPreview; readonly isOpen: boolean }) {
  const t = useText();
  const correct = useTallyImport((s) => s.correct);
  const [shows, setShows] = useState(false);
  const filled = preview.columns.filter(({ header, samples }) => header !== '' || samples.length > 0);
  const choose = (column: number, use: TallyUse) => {
    const others = preview.columns.filter(
      (c) => c.column !== column && c.use !== 'skip' && (c.use !== use || use === 'figure'),
    );
    const all = [...others.map((c) => ({ column: c.column, use: c.use })), { column, use }];
    void correct({ columns: all.filter((c) => c.use !== 'skip') });
  };
  return (
    <div>
      <Button
        variant="quiet"
        size="small"
        aria-expanded={shows || isOpen}
        onPress={() => {
          setShows(!shows);
        }}
      >
        {t('tallies:import.columns')}
      </Button>
      {shows || isOpen ? (
        <ul className="tally-columns">
          {filled.map(({ column, letter, header, use, samples }) => {
            const title = header === '' ? `${letter}: ${t('tallies:import.noHeader')}` : `${letter}: ${header}`;
            return (
              <li key={column}>
                <Select
                  label={t('tallies:import.useOf', { column: title })}
                  help={samples.join(' · ')}
                  options={tallyUses.map((id) => ({ id, label: t(`tallies:import.use.${id}`) }))}
                  value={use}
                  onChange={(id) => {
                    choose(column, id);
                  }}
                />
              </li>
            );
          })}
        </ul>
      ) : null}
    </div>
  );
}
