import { Copy, FolderOpen, Printer } from 'lucide-react';
import { useState } from 'react';
import type { Round } from '@shared/model/round';
import type { JurorId } from '@shared/model/ids';
import type { FileRef } from '@shared/model/snapshot';
import { api } from '../../api';
import { Banner } from '../../components/Banner';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { Tabs } from '../../components/Tabs';
import { toast } from '../../components/Toast';
import { useText } from '../../i18n';
import { useSnapshot } from '../../stores/contest';
import { report } from '../../stores/session';
import { useArrival } from '../contest/useArrival';
import { RoundMatrix } from '../overview/RoundMatrix';
import { TodoList } from '../overview/TodoList';
import { isOut, type Sheet } from './sheets';
import { SheetTable } from './SheetTable';

export interface RoundTabsProps {
  readonly round: Round;
  readonly sheets: readonly Sheet[];
  readonly narrow: boolean;
  /** What the last issue has written. */
  readonly written: { readonly folder: FileRef; readonly count: number } | null;
  readonly onAgain: (juror: JurorId) => void;
  readonly onChoose: (sheet: Sheet) => void;
  readonly onCompare: (sheet: Sheet) => void;
  readonly onSlips: () => void;
}

const tabs = ['sheets', 'progress'] as const;
type Tab = (typeof tabs)[number];

/** The ballots as files, or as marks that are done and missing. */
export function RoundTabs(props: RoundTabsProps) {
  const { round, sheets, narrow, written, onAgain, onChoose, onCompare, onSlips } = props;
  const t = useText();
  const snapshot = useSnapshot();
  const [tab, setTab] = useState<Tab>('sheets');
  const [current, setCurrent] = useState<JurorId | null>(null);
  useArrival(({ juror }) => {
    if (juror === undefined) return;
    setCurrent(juror);
    setTab('sheets');
  });
  const situation = snapshot.situations.find((one) => one.round === round.id);
  const hindrances = situation?.hindrances ?? [];
  const out = sheets.filter(isOut);
  if (sheets.length === 0) return <EmptyState title={t('ballots:noJury')}>{t('ballots:noJuryHow')}</EmptyState>;
  return (
    <Tabs
      className="ballot-tabs"
      label={t('ballots:title')}
      value={tab}
      onChange={setTab}
      places={tabs.map((id) => ({
        id,
        label: t(`ballots:tab.${id}`),
        ...(id === 'progress' && hindrances.length > 0 && out.length > 0
          ? { count: hindrances.length, waits: true }
          : {}),
      }))}
    >
      {tab === 'sheets' ? (
        <>
          {written === null ? null : <Written written={written} />}
          {out.length === 0 ? null : <CodeBar sheets={out} onSlips={onSlips} />}
          <SheetTable
            sheets={sheets}
            current={current}
            isOpen={round.status === 'open'}
            narrow={narrow}
            onAgain={onAgain}
            onChoose={onChoose}
            onCompare={onCompare}
          />
        </>
      ) : (
        <div className="ballot-progress">
          {situation?.progress ? <RoundMatrix progress={situation.progress} /> : null}
          {round.status === 'open' ? <TodoList round={round} hindrances={hindrances} /> : null}
        </div>
      )}
    </Tabs>
  );
}

function Written({
  written: { folder, count },
}: {
  readonly written: { readonly folder: FileRef; readonly count: number };
}) {
  const t = useText();
  return (
    <Banner
      announce
      className="ballot-written"
      actions={
        <Button
          variant="quiet"
          size="small"
          icon={<FolderOpen className="ic" aria-hidden />}
          onPress={() => void api.call('files.reveal', { file: folder.token }).then(report)}
        >
          {t('ballots:written.reveal')}
        </Button>
      }
    >
      <b>{t('ballots:written.title', { count, folder: folder.name })}</b>
      <p>{t('ballots:written.note')}</p>
    </Banner>
  );
}

/** Codes go another way than the files: on paper, or by telephone. */
function CodeBar({
  sheets,
  onSlips,
}: {
  readonly sheets: readonly (Sheet & { readonly issued: { readonly code: string } })[];
  readonly onSlips: () => void;
}) {
  const t = useText();
  const copyAll = async () => {
    const text = sheets.map(({ juror, issued }) => `${juror.name}\t${issued.code}`).join('\n');
    if (report(await api.call('app.copyText', { text })).ok)
      toast({ text: t('ballots:allCopied', { count: sheets.length }) });
  };
  return (
    <div className="btn-row code-bar">
      <Button variant="quiet" size="small" icon={<Printer className="ic" aria-hidden />} onPress={onSlips}>
        {t('ballots:slips.button')}
      </Button>
      <Button variant="quiet" size="small" icon={<Copy className="ic" aria-hidden />} onPress={() => void copyAll()}>
        {t('ballots:copyAll')}
      </Button>
      <span className="t3 small">{t('ballots:codesApart')}</span>
    </div>
  );
}
