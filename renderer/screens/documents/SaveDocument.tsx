import { FolderOpen, Lock, LockOpen } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import { fingerprintText } from '@shared/domain/fingerprint';
import type { FileRef, Snapshot } from '@shared/model/snapshot';
import { inLanguage, languages, type Language } from '@shared/model/language';
import { api } from '../../api';
import { Banner } from '../../components/Banner';
import { Button } from '../../components/Button';
import { Segmented } from '../../components/Segmented';
import { toast } from '../../components/Toast';
import { useLanguage, useText } from '../../i18n';
import { useSnapshot } from '../../stores/contest';
import { report, useSession } from '../../stores/session';
import { contestName, sealInForce } from '../contest/situation';
import type { DocumentKind } from './kinds';

/** One document: what it holds, in which language, and where it was saved. */
export function SaveDocument({
  document,
  isFinal,
  children,
}: {
  readonly document: DocumentKind;
  readonly isFinal: boolean;
  readonly children?: ReactNode;
}) {
  const t = useText();
  const title = useId();
  const ownLanguage = useLanguage();
  const snapshot = useSnapshot();
  const runTask = useSession((s) => s.runTask);
  const isBusy = useSession((s) => s.task !== null);
  const [language, setLanguage] = useState<Language>(ownLanguage);
  const [saved, setSaved] = useState<FileRef | null>(null);
  const { kind, call, text, icon: Icon } = document;

  const save = async () => {
    const suggestedName = suggestion(
      snapshot,
      language,
      t(document.fileName[language]),
      isFinal ? '' : t(`documents:draftName.${language}`),
    );
    const picked = report(await api.call('files.pickSave', { kind, suggestedName }));
    if (!picked.ok || picked.value === null) return;
    const { token } = picked.value;
    setSaved(null);
    const written = await runTask(t(text.writing), (task) => api.call(call, { language, file: token, task }));
    if (written.ok) setSaved(written.value);
    else if (written.failure.code === 'cancelled') toast({ text: t('documents:stopped') });
  };
  return (
    <section className="doc-book" aria-labelledby={title}>
      <div className="doc-head">
        <Icon className="ic ic-20" aria-hidden />
        <div className="two">
          <b id={title}>{t(text.title)}</b>
          <small>{t(text.note)}</small>
        </div>
      </div>
      {children}
      <SealLine />
      <div className="doc-act">
        <Segmented
          label={t(text.language)}
          value={language}
          segments={languages.map((id) => ({ id, label: <span lang={id}>{t(`common:languages.${id}`)}</span> }))}
          onChange={setLanguage}
        />
        <Button variant="primary" isDisabled={isBusy} onPress={() => void save()}>
          {t(text.save)}
        </Button>
      </div>
      {saved === null ? null : <SavedFile title={t(text.saved)} file={saved} />}
    </section>
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

function SavedFile({ title, file }: { readonly title: string; readonly file: FileRef }) {
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
      <b>{title}</b>
      <p className="doc-file">{t('documents:savedWhere', { file: file.name, folder: file.folderName })}</p>
    </Banner>
  );
}

/** «Jana Béles 2026 — жеңімпаздар (алдын ала)» in the language of the document. */
function suggestion(snapshot: Snapshot, language: Language, what: string, draft: string): string {
  const name = contestName(snapshot.contest, language);
  return `${name === '' ? inLanguage(snapshot.contest.head.title, language) : name} — ${what}${draft === '' ? '' : ` (${draft})`}`;
}
