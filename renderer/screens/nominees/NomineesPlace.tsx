import { FileInput, FileLock } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { NomineeId } from '@shared/model/ids';
import { isOfLevel } from '@shared/model/level';
import type { FileRef } from '@shared/model/snapshot';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { FileDrop } from '../../components/FileDrop';
import { PageHead } from '../../components/PageHead';
import { Split } from '../../components/SidePanel';
import { useText } from '../../i18n';
import { api } from '../../api';
import { useSnapshot } from '../../stores/contest';
import { useImport } from '../../stores/imports';
import { report, takeDropped, usePlaceFocus, useSession } from '../../stores/session';
import { isSealed } from '../contest/situation';
import { BatchesPanel } from './BatchesPanel';
import { CheckHead } from './CheckHead';
import { ImportPanel } from './ImportPanel';
import { NomineeFilters, Entrance, type EntranceProps } from './NomineeFilters';
import { NomineeForm } from './NomineeForm';
import { NomineePanel } from './NomineePanel';
import { NomineeTable } from './NomineeTable';
import { RegionalPanel } from './RegionalPanel';
import { checkRound, inSight, nextPending, nomineeRows, type NomineeRow, type Sight } from './rows';
import './nominees.css';

type Panel =
  | { readonly kind: 'nothing' | 'add' | 'batches' }
  | { readonly kind: 'region'; readonly file: FileRef }
  | { readonly kind: 'nominee' | 'edit'; readonly nominee: NomineeId };

const everybody: Sight = { query: '', category: null, filter: null, sort: 'number' };

export function NomineesPlace() {
  const t = useText();
  const snapshot = useSnapshot();
  const { contest } = snapshot;
  const [sight, setSight] = useState(everybody);
  const [panel, setPanel] = useState<Panel>({ kind: 'nothing' });
  const panelRef = useRef<HTMLElement>(null);
  const draft = useImport((s) => (s.draft?.contest === contest.id && !isSealed(snapshot) ? s.draft : null));

  const rows = nomineeRows(snapshot);
  const shown = inSight(rows, sight);
  const round = checkRound(contest);
  const isOpen = contest.rounds[0]?.status === 'open';
  const current =
    panel.kind === 'nominee' || panel.kind === 'edit'
      ? (rows.find((row) => row.nominee.id === panel.nominee) ?? null)
      : null;

  const see = (part: Partial<Sight>) => {
    setSight((now) => ({ ...now, ...part }));
  };
  const look = (row: NomineeRow) => {
    setPanel({ kind: 'nominee', nominee: row.nominee.id });
  };
  const close = () => {
    setPanel({ kind: 'nothing' });
  };
  const openRegional = (file: FileRef) => {
    setPanel({ kind: 'region', file });
  };
  useArrivals(rows, look, see, openRegional);
  useFocusInPanel(panelRef, draft === null ? panel.kind : 'import');

  const importFile = async () => {
    const picked = report(await api.call('files.pick', { kind: 'spreadsheet', multiple: false }));
    const file = picked.ok ? picked.value[0] : undefined;
    if (file !== undefined) await useImport.getState().begin(contest.id, file);
  };
  const importRegional = async () => {
    const picked = report(await api.call('files.pick', { kind: 'results', multiple: false }));
    const file = picked.ok ? picked.value[0] : undefined;
    if (file !== undefined) openRegional(file);
  };
  const takesRegions = isOfLevel(contest.rules.opensAs, 'national');
  const ways = {
    onImport: () => void importFile(),
    ...(takesRegions ? { onRegional: () => void importRegional() } : {}),
  };
  const add = () => {
    setPanel({ kind: 'add' });
  };

  const side =
    draft !== null ? (
      <ImportPanel key={draft.file.token} draft={draft} panelRef={panelRef} />
    ) : panel.kind === 'add' ? (
      <NomineeForm key="add" row={null} panelRef={panelRef} onDone={close} />
    ) : panel.kind === 'region' ? (
      <RegionalPanel key={panel.file.token} file={panel.file} panelRef={panelRef} onClose={close} />
    ) : panel.kind === 'batches' ? (
      <BatchesPanel panelRef={panelRef} onClose={close} />
    ) : current === null ? null : panel.kind === 'edit' ? (
      <NomineeForm
        key={current.nominee.id}
        row={current}
        panelRef={panelRef}
        onDone={() => {
          look(current);
        }}
      />
    ) : (
      <NomineePanel
        key={current.nominee.id}
        row={current}
        isChecking={round?.status === 'open'}
        panelRef={panelRef}
        onEdit={() => {
          setPanel({ kind: 'edit', nominee: current.nominee.id });
        }}
        onClose={close}
        onChecked={() => {
          const next = nextPending(shown, current.nominee.id);
          if (next !== null) look(next);
        }}
      />
    );

  return (
    <Split panel={side} wide={draft !== null}>
      {rows.length === 0 ? (
        <NobodyYet isOpen={isOpen} {...ways} onAdd={add} />
      ) : (
        <>
          <CheckHead
            rows={rows}
            round={round}
            isAside={side !== null}
            onFilter={(filter) => see({ ...everybody, filter })}
          />
          <div className="nominees-bar">
            <NomineeFilters rows={rows} sight={sight} onSight={see} />
            {isOpen ? (
              <Entrance
                {...ways}
                onAdd={add}
                onBatches={() => {
                  setPanel({ kind: 'batches' });
                }}
              />
            ) : null}
          </div>
          <p className="vh" role="status">
            {t('nominees:shown', { count: shown.length })}
          </p>
          <div className="nominees-list">
            <NomineeTable
              rows={shown}
              current={current}
              sort={sight.sort}
              narrow={side !== null}
              onSort={(sort) => see({ sort })}
              onCurrent={look}
              onOpen={(row) => {
                look(row);
                panelRef.current?.focus();
              }}
            />
          </div>
        </>
      )}
    </Split>
  );
}

function NobodyYet({
  isOpen,
  onImport,
  onRegional,
  onAdd,
}: Pick<EntranceProps, 'onImport' | 'onRegional' | 'onAdd'> & { readonly isOpen: boolean }) {
  const t = useText();
  return (
    <>
      <PageHead title={t('nominees:empty.title')} />
      {isOpen ? (
        <FileDrop label={t('nominees:empty.drop')} onFiles={(files) => void takeDropped(files)}>
          <EmptyState
            title={t('nominees:empty.next')}
            actions={
              <>
                <Button variant="primary" icon={<FileInput className="ic" aria-hidden />} onPress={onImport}>
                  {t('nominees:empty.choose')}
                </Button>
                {onRegional === undefined ? null : (
                  <Button icon={<FileLock className="ic" aria-hidden />} onPress={onRegional}>
                    {t('nominees:region.button')}
                  </Button>
                )}
                <Button variant="quiet" onPress={onAdd}>
                  {t('nominees:empty.byHand')}
                </Button>
              </>
            }
          >
            {t('nominees:empty.how')}
          </EmptyState>
        </FileDrop>
      ) : (
        <EmptyState title={t('nominees:empty.closed')} />
      )}
    </>
  );
}

/** What a link or a dropped file leads to: a nominee, those who wait, or a spreadsheet. */
function useArrivals(
  rows: readonly NomineeRow[],
  look: (row: NomineeRow) => void,
  see: (part: Partial<Sight>) => void,
  openRegional: (file: FileRef) => void,
): void {
  const focus = usePlaceFocus();
  const snapshot = useSnapshot();
  const { contest } = snapshot;
  const sealed = isSealed(snapshot);
  const taken = useRef<unknown>(null);
  useEffect(() => {
    if (taken.current === focus) return;
    taken.current = focus;
    const file = focus.files?.[0];
    if (file !== undefined) {
      // A sealed contest says so at once, not after the table was looked through.
      if (!sealed) void useImport.getState().begin(contest.id, file);
      // Taken: coming back to this place must not open the file again.
      useSession.getState().goTo('nominees');
      if (sealed) useSession.getState().showFailure({ code: 'sealed' });
      return;
    }
    if (focus.regional !== undefined) {
      if (!sealed) openRegional(focus.regional);
      useSession.getState().goTo('nominees');
      if (sealed) useSession.getState().showFailure({ code: 'sealed' });
      return;
    }
    const row = rows.find(
      ({ nominee, entry }) =>
        (focus.nominee !== undefined && nominee.id === focus.nominee) ||
        (focus.entry !== undefined && entry?.id === focus.entry),
    );
    if (row !== undefined) look(row);
    else if (focus.round !== undefined) see({ ...everybody, filter: 'pending' });
    if (focus.category !== undefined) see({ category: focus.category });
  }, [focus, rows, look, see, openRegional, contest.id, sealed]);
}

/** Forms and the import take the focus when they open; a nominee looked at from the list leaves it in the list. */
function useFocusInPanel(panel: { readonly current: HTMLElement | null }, kind: Panel['kind'] | 'import'): void {
  useEffect(() => {
    if (kind === 'import' || kind === 'batches') panel.current?.focus();
    if (kind !== 'nothing' && globalThis.matchMedia('(max-width: 56rem)').matches)
      panel.current?.scrollIntoView({ block: 'start' });
  }, [panel, kind]);
}
