import { Eye, Save } from 'lucide-react';
import { useState } from 'react';
import { formatFileSize } from '@shared/domain/format';
import type { AttachmentContent, BallotAttachment } from '@shared/model/attachment';
import { api } from '../../api';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { toast } from '../../components/Toast';
import { useLanguage, useText } from '../../i18n';
import { report } from '../../stores/session';

/**
 * The files of a nominee. Pictures and texts are shown in the window; a PDF needs a viewer that runs programs of its
 * own, so of it only a copy is saved, and the juror is told what that means.
 */
export function MaterialFiles({ files }: { readonly files: readonly BallotAttachment[] }) {
  const t = useText();
  const language = useLanguage();
  const [shown, setShown] = useState<Opened | null>(null);
  const open = async ({ index, name }: BallotAttachment) => {
    const read = report(await api.call('ballot.attachment', { index }));
    if (!read.ok) return;
    const { value } = read;
    const isText = value.kind === 'text';
    setShown(
      isText
        ? { name, kind: 'text', text: new TextDecoder().decode(value.bytes) }
        : { name, kind: 'picture', url: urlOf(value) },
    );
  };
  const close = () => {
    if (shown?.kind === 'picture') URL.revokeObjectURL(shown.url);
    setShown(null);
  };
  const save = async ({ index, name, kind }: BallotAttachment) => {
    const picked = report(await api.call('files.pickSave', { kind, suggestedName: name }));
    if (!picked.ok || picked.value === null) return;
    const saved = report(await api.call('ballot.saveAttachment', { index, file: picked.value.token }));
    if (saved.ok) toast({ text: t('juror:files.saved', { file: saved.value.name }) });
  };
  return (
    <section className="material-files" aria-label={t('juror:files.title')}>
      <h2>{t('juror:files.title')}</h2>
      <ul>
        {files.map((file) => (
          <li key={file.index}>
            <span className="attachment-name">{file.name}</span>
            <span className="num">{formatFileSize(file.bytes, language)}</span>
            <span className="btn-row">
              {file.kind === 'pdf' ? null : (
                <Button
                  size="small"
                  icon={<Eye className="ic" aria-hidden />}
                  aria-label={t('juror:files.openOne', { file: file.name })}
                  onPress={() => void open(file)}
                >
                  {t('juror:files.open')}
                </Button>
              )}
              <Button
                size="small"
                icon={<Save className="ic" aria-hidden />}
                aria-label={t('juror:files.saveOne', { file: file.name })}
                onPress={() => void save(file)}
              >
                {t('juror:files.save')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      <p>{t('juror:files.note')}</p>
      <Dialog
        isOpen={shown !== null}
        wide
        title={shown?.name ?? ''}
        onClose={close}
        actions={<Button onPress={close}>{t('common:close')}</Button>}
      >
        {shown === null ? null : <Shown opened={shown} />}
      </Dialog>
    </section>
  );
}

// What scrolls must be within reach of the keyboard, though nothing in it can be pressed.
const reachable = { tabIndex: 0 } as const;

type Opened =
  | { readonly name: string; readonly kind: 'text'; readonly text: string }
  | { readonly name: string; readonly kind: 'picture'; readonly url: string };

function Shown({ opened }: { readonly opened: Opened }) {
  if (opened.kind === 'picture') return <Picture name={opened.name} url={opened.url} />;
  return (
    <pre className="attachment-text" {...reachable}>
      {opened.text}
    </pre>
  );
}

function Picture({ name, url }: { readonly name: string; readonly url: string }) {
  const t = useText();
  const [isBroken, setBroken] = useState(false);
  if (isBroken) return <p>{t('juror:files.broken')}</p>;
  return (
    <div className="attachment-picture" {...reachable}>
      <img
        src={url}
        alt={name}
        onError={() => {
          setBroken(true);
        }}
      />
    </div>
  );
}

/** From memory, under a type that only a picture can have: nothing in it is ever a page. */
const urlOf = ({ kind, bytes }: AttachmentContent): string =>
  URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: `image/${kind}` }));
