import { Paperclip, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { formatFileSize } from '@shared/domain/format';
import type { Attachment } from '@shared/model/attachment';
import type { Nominee } from '@shared/model/nominee';
import { api } from '../../api';
import { Button, IconButton } from '../../components/Button';
import { ConfirmDialog } from '../../components/Dialog';
import { useLanguage, useText } from '../../i18n';
import { useContest, useSnapshot } from '../../stores/contest';
import { report, useSession } from '../../stores/session';
import { isSealed } from '../contest/situation';

/** Files of one nominee that go out with the ballots; once ballots are out they stay as the jurors have them. */
export function Attachments({ nominee }: { readonly nominee: Nominee }) {
  const t = useText();
  const snapshot = useSnapshot();
  const run = useContest((s) => s.run);
  const showFailure = useSession((s) => s.showFailure);
  const [isBusy, setBusy] = useState(false);
  const files = snapshot.people.attachments.filter((a) => a.nominee === nominee.id);
  const isOpen = !snapshot.contest.locked && !isSealed(snapshot);
  const add = async () => {
    const picked = report(await api.call('files.pick', { kind: 'attachment', multiple: true }));
    if (!picked.ok || picked.value.length === 0) return;
    setBusy(true);
    const done = await run('nominees.attach', { nominee: nominee.id, files: picked.value.map(({ token }) => token) });
    setBusy(false);
    if (done.ok) showFailure(done.value.problem);
  };
  return (
    <section className="attachments" aria-label={t('nominees:attachments.title')}>
      <h3>{t('nominees:attachments.title')}</h3>
      {files.length === 0 ? <p className="t2">{t('nominees:attachments.none')}</p> : null}
      <ul>
        {files.map((file) => (
          <Line key={file.id} file={file} canRemove={isOpen} />
        ))}
      </ul>
      {isOpen ? (
        <>
          <Button
            size="small"
            icon={<Paperclip className="ic" aria-hidden />}
            isPending={isBusy}
            onPress={() => void add()}
          >
            {t('nominees:attachments.add')}
          </Button>
          <p className="note">{t('nominees:attachments.note')}</p>
        </>
      ) : (
        <p className="note">{t('nominees:attachments.locked')}</p>
      )}
    </section>
  );
}

function Line({ file, canRemove }: { readonly file: Attachment; readonly canRemove: boolean }) {
  const t = useText();
  const language = useLanguage();
  const run = useContest((s) => s.run);
  const [isAsking, setAsking] = useState(false);
  return (
    <li>
      <span className="attachment-name">{file.name}</span>
      <span className="num t2">{formatFileSize(file.bytes, language)}</span>
      {canRemove ? (
        <IconButton
          aria-label={t('nominees:attachments.remove', { file: file.name })}
          onPress={() => {
            setAsking(true);
          }}
        >
          <Trash2 className="ic" aria-hidden />
        </IconButton>
      ) : null}
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => {
          setAsking(false);
        }}
        title={t('nominees:attachments.removeTitle', { file: file.name })}
        confirmLabel={t('common:remove')}
        cancelLabel={t('common:cancel')}
        onConfirm={() => {
          setAsking(false);
          void run('nominees.detach', { id: file.id });
        }}
        danger
      >
        {t('nominees:attachments.removeNote')}
      </ConfirmDialog>
    </li>
  );
}
