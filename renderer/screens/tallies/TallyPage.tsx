import { FileInput } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { EntryId } from '@shared/model/ids';
import { inLanguage } from '@shared/model/language';
import type { Round } from '@shared/model/round';
import type { Hindrance } from '@shared/model/closing';
import { api } from '../../api';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { PageHead } from '../../components/PageHead';
import { Split } from '../../components/SidePanel';
import { TwoLines } from '../../components/Table';
import { VirtualTable, type VirtualColumn } from '../../components/VirtualTable';
import { useLanguage, useText, type Translate } from '../../i18n';
import { useSnapshot } from '../../stores/contest';
import { report } from '../../stores/session';
import { useTallyImport } from '../../stores/tallyImports';
import { canReopen, ReopenRound } from '../contest/ReopenRound';
import { isSealed } from '../contest/situation';
import { TowardsClose } from '../contest/TowardsClose';
import { columnNames, ruleText, rulesOf, tallyRows, valuesText, type TallyRowOf } from './rows';
import { TallyForm } from './TallyForm';
import { TallyImportPanel } from './TallyImportPanel';
import './tallies.css';

/** The table of a round that no jury marks: votes, results or counts, typed or brought in from a file. */
export function TallyPage({ round, roundChoice }: { readonly round: Round; readonly roundChoice: ReactNode }) {
  const t = useText();
  const language = useLanguage();
  const snapshot = useSnapshot();
  const [chosen, setChosen] = useState<EntryId | null>(null);
  const sealed = isSealed(snapshot);
  const draft = useTallyImport((s) =>
    s.draft?.contest === snapshot.contest.id && s.draft.round === round.id && !sealed ? s.draft : null,
  );
  const rules = rulesOf(round);
  const rows = tallyRows(snapshot, round);
  const hindrances = snapshot.situations.find((one) => one.round === round.id)?.hindrances ?? [];
  const isOpen = round.status === 'open' && !sealed;
  const current = rows.find(({ entry }) => entry === chosen) ?? null;

  const importFile = async () => {
    const picked = report(await api.call('files.pick', { kind: 'spreadsheet', multiple: false }));
    const file = picked.ok ? picked.value[0] : undefined;
    if (file !== undefined) await useTallyImport.getState().begin(snapshot.contest.id, round.id, file);
  };
  const next = () => {
    const from = rows.findIndex(({ entry }) => entry === chosen);
    const waiting = [...rows.slice(from + 1), ...rows.slice(0, from)].find(({ tally }) => tally === null);
    setChosen(waiting?.entry ?? null);
  };
  const columns: readonly VirtualColumn<TallyRowOf>[] = [
    {
      id: 'number',
      head: t('tallies:column.number'),
      width: '3.5rem',
      align: 'right',
      cell: ({ nominee }) => <span className="num t3">{nominee.number}</span>,
    },
    {
      id: 'name',
      head: t('tallies:column.nominee'),
      width: 'minmax(0, 1fr)',
      cell: ({ nominee, category }) => (
        <TwoLines title={nominee.name} note={category === null ? '' : inLanguage(category.name, language)} />
      ),
    },
    {
      id: 'figure',
      head: columnNames(rules, t, language).join(' + '),
      width: '9rem',
      align: 'right',
      cell: ({ tally }) =>
        tally === null ? (
          <span className="t-wait">{t('tallies:unknown')}</span>
        ) : (
          <span className={tally.values === null ? 't2' : 'num strong'}>{valuesText(tally.values, t, language)}</span>
        ),
    },
    {
      id: 'source',
      head: t('tallies:column.source'),
      width: 'minmax(0, 0.5fr)',
      cell: ({ tally }) => (
        <span className="t3 small">
          {tally === null ? '' : tally.source === '' ? t('tallies:typed') : tally.source}
        </span>
      ),
    },
  ];
  const panel =
    draft !== null ? (
      <TallyImportPanel key={draft.file.token} draft={draft} rules={rules} rows={rows} />
    ) : current !== null && isOpen ? (
      <TallyForm
        key={current.entry}
        row={current}
        round={round}
        rules={rules}
        onNext={next}
        onClose={() => {
          setChosen(null);
        }}
      />
    ) : null;
  return (
    <Split panel={panel} wide={draft !== null}>
      <PageHead
        title={sentence(round, hindrances, t)}
        sub={`${inLanguage(round.name, language)}. ${ruleText(rules, t, language)}`}
        actions={
          <Steps
            round={round}
            hindrances={hindrances}
            isAside={panel !== null}
            isEmpty={rows.length === 0}
            isOpen={isOpen}
            onImport={() => void importFile()}
          />
        }
      />
      {roundChoice === null ? null : <div className="ballot-rounds">{roundChoice}</div>}
      {rows.length === 0 ? (
        <EmptyState title={t('tallies:noEntries')}>{t('tallies:noEntriesHow')}</EmptyState>
      ) : (
        <>
          {isOpen && hindrances.some((h) => h.kind === 'tally_missing' && h.all) ? (
            <p className="t2 tally-how">{t(`tallies:how.${rules.kind === 'vote_import' ? 'votes' : 'table'}`)}</p>
          ) : null}
          <div className="tally-list">
            <VirtualTable
              label={inLanguage(round.name, language)}
              columns={columns}
              items={rows}
              itemKey={({ entry }) => String(entry)}
              rowHeight={52}
              currentKey={current === null ? null : String(current.entry)}
              onCurrent={({ entry }) => {
                setChosen(entry);
              }}
              minWidth="30rem"
            />
          </div>
        </>
      )}
    </Split>
  );
}

function sentence(round: Round, hindrances: readonly Hindrance[], t: Translate): string {
  if (round.status === 'closed') return t('tallies:head.closed');
  const missing = hindrances.find((h) => h.kind === 'tally_missing');
  if (missing === undefined) return t('tallies:head.ready');
  return missing.all ? t('tallies:head.none') : t('tallies:head.missing', { count: missing.count });
}

function Steps({
  round,
  hindrances,
  isAside,
  isEmpty,
  isOpen,
  onImport,
}: {
  readonly round: Round;
  readonly hindrances: readonly Hindrance[];
  readonly isAside: boolean;
  readonly isEmpty: boolean;
  readonly isOpen: boolean;
  readonly onImport: () => void;
}) {
  const t = useText();
  const snapshot = useSnapshot();
  if (round.status === 'closed') return canReopen(snapshot, round) ? <ReopenRound round={round} /> : null;
  if (isEmpty || !isOpen) return null;
  const waits = hindrances.some(({ kind }) => kind === 'tally_missing');
  return (
    <>
      <Button
        variant={waits && !isAside ? 'primary' : 'second'}
        icon={<FileInput className="ic" aria-hidden />}
        onPress={onImport}
      >
        {t('tallies:import.button')}
      </Button>
      <TowardsClose round={round} hindrances={hindrances} variant={isAside ? 'second' : 'primary'} />
    </>
  );
}
