import { ArrowRight, FileSpreadsheet, FolderOpen, Lock, LockOpen } from 'lucide-react';
import { useState } from 'react';
import { isJuryRound } from '@shared/domain/combination';
import { fingerprintText } from '@shared/domain/fingerprint';
import type { FileRef, Snapshot } from '@shared/model/snapshot';
import { inLanguage, languages, type Language } from '@shared/model/language';
import { api } from '../../api';
import { Banner } from '../../components/Banner';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { PageHead } from '../../components/PageHead';
import { Segmented } from '../../components/Segmented';
import { toast } from '../../components/Toast';
import { useLanguage, useText } from '../../i18n';
import { useSnapshot } from '../../stores/contest';
import { report, useSession } from '../../stores/session';
import { contestName, currentRound, sealInForce } from '../contest/situation';
import { headline } from '../overview/headline';
import { WorkbookContents } from './WorkbookContents';
import './documents.css';

/** The winners' workbook: what it holds, in which language, and where it was saved. */
export function DocumentsPlace() {
  const t = useText();
  const snapshot = useSnapshot();
  const isFinal = snapshot.contest.rounds.every((round) => round.status === 'closed');
  const hasResults = snapshot.contest.rounds.some((round) => isJuryRound(round) && round.status !== 'waiting');
  return (
    <div className="page">
      <PageHead
        title={t(!hasResults ? 'documents:title' : isFinal ? 'documents:head.final' : 'documents:head.provisional')}
        sub={hasResults ? t(isFinal ? 'documents:head.finalNote' : 'documents:head.provisionalNote') : undefined}
      />
      {hasResults ? <Workbook isFinal={isFinal} /> : <NothingYet />}
    </div>
  );
}

function NothingYet() {
  const t = useText();
  const snapshot = useSnapshot();
  const goTo = useSession((s) => s.goTo);
  const { key, values, next } = headline(snapshot, currentRound(snapshot.contest));
  const step = next.kind === 'go' ? next : ({ place: 'overview', label: 'common:step.overview' } as const);
  return (
    <EmptyState
      title={t('documents:empty.title')}
      actions={
        <Button
          variant="primary"
          onPress={() => {
            goTo(step.place);
          }}
        >
          {t(step.label)}
        </Button>
      }
    >
      {t('documents:empty.note')} {t(key, values)}.
    </EmptyState>
  );
}

function Workbook({ isFinal }: { readonly isFinal: boolean }) {
  const t = useText();
  const ownLanguage = useLanguage();
  const snapshot = useSnapshot();
  const runTask = useSession((s) => s.runTask);
  const isBusy = useSession((s) => s.task !== null);
  const [language, setLanguage] = useState<Language>(ownLanguage);
  const [saved, setSaved] = useState<FileRef | null>(null);

  const save = async () => {
    const suggestedName = suggestion(
      snapshot,
      language,
      t(`documents:fileName.${language}`),
      isFinal ? '' : t(`documents:draftName.${language}`),
    );
    const picked = report(await api.call('files.pickSave', { kind: 'workbook', suggestedName }));
    if (!picked.ok || picked.value === null) return;
    const { token } = picked.value;
    setSaved(null);
    const written = await runTask(t('documents:writing'), (task) =>
      api.call('documents.workbook', { language, file: token, task }),
    );
    if (written.ok) setSaved(written.value);
    else if (written.failure.code === 'cancelled') toast({ text: t('documents:stopped') });
  };
  return (
    <>
      {isFinal ? null : <ProvisionalNote />}
      <section className="doc-book">
        <div className="doc-head">
          <FileSpreadsheet className="ic ic-20" aria-hidden />
          <div className="two">
            <b>{t('documents:workbook.title')}</b>
            <small>{t('documents:workbook.note')}</small>
          </div>
        </div>
        <WorkbookContents />
        <SealLine />
        <div className="doc-act">
          <Segmented
            label={t('documents:language')}
            value={language}
            segments={languages.map((id) => ({ id, label: <span lang={id}>{t(`common:languages.${id}`)}</span> }))}
            onChange={setLanguage}
          />
          <Button variant="primary" isDisabled={isBusy} onPress={() => void save()}>
            {t('documents:save')}
          </Button>
        </div>
        {saved === null ? null : <SavedFile file={saved} />}
      </section>
    </>
  );
}

/** Whether the document will bear a fingerprint: it is written into it, or that there is none. */
function SealLine() {
  const t = useText();
  const seal = sealInForce(useSnapshot());
  return (
    <p className="doc-seal small t2">
      {seal === null ? <LockOpen className="ic" aria-hidden /> : <Lock className="ic" aria-hidden />}
      <span>
        {seal === null
          ? t('seal:documents.unsealed')
          : `${t('seal:documents.sealed')}: ${fingerprintText(seal.fingerprint)}`}
      </span>
    </p>
  );
}

function ProvisionalNote() {
  const t = useText();
  const snapshot = useSnapshot();
  const goTo = useSession((s) => s.goTo);
  const { key, values } = headline(snapshot, currentRound(snapshot.contest));
  return (
    <Banner
      tone="wait"
      actions={
        <Button
          variant="quiet"
          size="small"
          iconEnd={<ArrowRight className="ic" aria-hidden />}
          onPress={() => {
            goTo('ranking');
          }}
        >
          {t('common:step.ranking')}
        </Button>
      }
    >
      <b>{t(key, values)}.</b>
      <p>{t('documents:provisional')}</p>
    </Banner>
  );
}

function SavedFile({ file }: { readonly file: FileRef }) {
  const t = useText();
  return (
    <Banner
      announce
      actions={
        <Button
          size="small"
          icon={<FolderOpen className="ic" aria-hidden />}
          onPress={() => void api.call('files.reveal', { file: file.token }).then(report)}
        >
          {t('documents:reveal')}
        </Button>
      }
    >
      <b>{t('documents:saved')}</b>
      <p className="doc-file">{t('documents:savedWhere', { file: file.name, folder: file.folderName })}</p>
    </Banner>
  );
}

/** «Jana Béles 2026 — жеңімпаздар (алдын ала)» in the language of the document. */
function suggestion(snapshot: Snapshot, language: Language, what: string, draft: string): string {
  const name = contestName(snapshot.contest, language);
  return `${name === '' ? inLanguage(snapshot.contest.head.title, language) : name} — ${what}${draft === '' ? '' : ` (${draft})`}`;
}
