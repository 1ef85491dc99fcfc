import { FileSpreadsheet, LockKeyhole, LogOut } from 'lucide-react';
import { inLanguage } from '@shared/model/language';
import type { ResultsView } from '@shared/model/results';
import { api } from '../../api';
import { Banner } from '../../components/Banner';
import { Button } from '../../components/Button';
import { Mark } from '../../components/Mark';
import { PageHead } from '../../components/PageHead';
import { toast } from '../../components/Toast';
import { useLanguage, useText } from '../../i18n';
import { lockNow } from '../../stores/lock';
import { useResults } from '../../stores/results';
import { report, useSession } from '../../stores/session';
import { LastFailure } from '../FailureBanner';
import { LanguageSwitch } from '../preferenceMenu';
import { OfferedFiles } from '../OfferedFiles';
import { RunningTask } from '../RunningTask';
import { SealCard } from '../seal/SealCard';
import { Checked } from './Checked';
import { CompareFingerprint } from './CompareFingerprint';
import { DecisionList } from './DecisionList';
import { Receipts } from './Receipts';
import { Regions } from './Regions';
import { ResultTable } from './ResultTable';
import './results.css';

/** What the organiser reads of a sealed contest: the result, what it rests on, and what was checked. */
export function ResultsScreen() {
  const view = useResults((s) => s.view);
  return view === null ? null : <Results view={view} />;
}

function Results({ view }: { readonly view: ResultsView }) {
  const t = useText();
  const language = useLanguage();
  const go = useSession((s) => s.go);
  const name = `${inLanguage(view.title, language)} ${view.edition}`.trim();
  const organiser = inLanguage(view.organiser, language);
  return (
    <div className="results">
      <header className="bar no-print">
        <Mark size={24} />
        <div className="bar-who">
          <b>{name}</b>
          <span>{view.file}</span>
        </div>
        <div className="bar-end">
          <LanguageSwitch />
          <Button variant="quiet" icon={<LockKeyhole className="ic" aria-hidden />} onPress={() => void lockNow()}>
            {t('common:lock.now')}
          </Button>
          <Button
            variant="quiet"
            icon={<LogOut className="ic" aria-hidden />}
            onPress={() => {
              go({ name: 'start' });
            }}
          >
            {t('common:close')}
          </Button>
        </div>
      </header>
      <main className="results-main" id="main">
        <LastFailure />
        <OfferedFiles />
        <RunningTask />
        <PageHead
          title={t(view.recomputed ? 'results:head.good' : 'results:head.differs')}
          sub={`${organiser === '' ? '' : `${organiser}. `}${t('results:head.readOnly')}`}
          actions={<SaveWorkbook name={name} />}
        />
        {view.recomputed ? null : <Banner tone="wrong">{t('results:head.differsNote')}</Banner>}
        <div className="results-2">
          <div className="stack results-work">
            <ResultTable view={view} />
            <DecisionList view={view} />
            <Regions view={view} />
            <Receipts view={view} />
          </div>
          <div className="stack results-side">
            <SealCard seal={view.seal} />
            <CompareFingerprint sha256={view.seal.fingerprint} />
            <Checked view={view} />
          </div>
        </div>
      </main>
    </div>
  );
}

function SaveWorkbook({ name }: { readonly name: string }) {
  const t = useText();
  const language = useLanguage();
  const runTask = useSession((s) => s.runTask);
  const isBusy = useSession((s) => s.task !== null);
  const save = async () => {
    const suggestedName = `${name} — ${t(`documents:fileName.${language}`)}`;
    const picked = report(await api.call('files.pickSave', { kind: 'workbook', suggestedName }));
    if (!picked.ok || picked.value === null) return;
    const { token } = picked.value;
    const written = await runTask(t('documents:writing'), (task) =>
      api.call('results.workbook', { language, file: token, task }),
    );
    if (written.ok) toast({ text: t('results:saved', { file: written.value.name }) });
  };
  return (
    <Button
      variant="primary"
      icon={<FileSpreadsheet className="ic" aria-hidden />}
      isDisabled={isBusy}
      onPress={() => void save()}
    >
      {t('documents:save')}
    </Button>
  );
}
