import { Paperclip, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { attachmentKindOfName } from '@shared/domain/attachments';
import type { Attachment, RefusedAttachment } from '@shared/model/attachment';
import type { FileRef } from '@shared/model/snapshot';
import type { Nominee } from '@shared/model/nominee';
import { api } from '../../api';
import { Banner } from '../../components/Banner';
import { Button, IconButton } from '../../components/Button';
import { ConfirmDialog } from '../../components/Dialog';
import { useText } from '../../i18n';
import { useContest, useSnapshot } from '../../stores/contest';
import { report } from '../../stores/session';
import { AttachmentList, type ListedAttachment } from '../attachments/AttachmentList';
import type { Attaching } from './useAttaching';

/** Files of one nominee that go out with the ballots; once ballots are out they stay as the jurors have them. */
export function Attachments({ nominee, attaching }: { readonly nominee: Nominee; readonly attaching: Attaching }) {
  const t = useText();
  const { people } = useSnapshot();
  const { isOpen, isBusy, refused, pickAndAttach, dismiss } = attaching;
  const files = people.attachments.filter((a) => a.nominee === nominee.id);
  return (
    <section className="attachments" aria-label={t('nominees:attachments.title')}>
      <h3>{t('nominees:attachments.title')}</h3>
      {refused.length === 0 ? null : <Refused files={refused} onDismiss={dismiss} />}
      {files.length === 0 ? (
        <p className="t2">{t('nominees:attachments.none')}</p>
      ) : (
        <AttachmentList
          files={files.flatMap(listed)}
          {...(isOpen ? { more: (file: ListedAttachment) => <Remove file={file} /> } : {})}
        />
      )}
      {isOpen ? (
        <Button
          size="small"
          icon={<Paperclip className="ic" aria-hidden />}
          isPending={isBusy}
          onPress={() => void pickAndAttach()}
        >
          {t('nominees:attachments.add')}
        </Button>
      ) : null}
      <p className="small t2">{t(isOpen ? 'nominees:attachments.note' : 'nominees:attachments.locked')}</p>
      {files.length === 0 ? null : <p className="small t2">{t('attachments:note')}</p>}
    </section>
  );
}

/** What no package of ours carries is not listed; the contest holds nothing else. */
function listed({ id, name, bytes }: Attachment): readonly ListedAttachment[] {
  const kind = attachmentKindOfName(name);
  if (kind === null) return [];
  const read = async () => {
    const answer = report(await api.call('nominees.attachment', { id }));
    return answer.ok ? answer.value : null;
  };
  const save = async (file: FileRef['token']) => {
    const saved = await useContest.getState().run('nominees.saveAttachment', { id, file });
    return saved.ok ? saved.value.file : null;
  };
  return [{ key: id, name, bytes, kind, read, save }];
}

function Refused({
  files,
  onDismiss,
}: {
  readonly files: readonly RefusedAttachment[];
  readonly onDismiss: () => void;
}) {
  const t = useText();
  return (
    <Banner
      tone="wrong"
      actions={
        <Button variant="quiet" size="small" onPress={onDismiss}>
          {t('common:close')}
        </Button>
      }
    >
      <b>{t('nominees:attachments.refused')}</b>
      <ul>
        {files.map(({ file, why }, index) => (
          <li key={`${index} ${file}`}>
            <span className="attachment-name">{file}</span>: {t(`failure:refusal.${why}`)}
          </li>
        ))}
      </ul>
    </Banner>
  );
}

function Remove({ file }: { readonly file: ListedAttachment }) {
  const t = useText();
  const run = useContest((s) => s.run);
  const { people } = useSnapshot();
  const [isAsking, setAsking] = useState(false);
  const remove = () => {
    setAsking(false);
    const held = people.attachments.find(({ id }) => id === file.key);
    if (held !== undefined) void run('nominees.detach', { id: held.id });
  };
  return (
    <>
      <IconButton
        size="small"
        aria-label={t('nominees:attachments.remove', { file: file.name })}
        onPress={() => {
          setAsking(true);
        }}
      >
        <Trash2 className="ic" aria-hidden />
      </IconButton>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => {
          setAsking(false);
        }}
        title={t('nominees:attachments.removeTitle', { file: file.name })}
        confirmLabel={t('common:remove')}
        cancelLabel={t('common:cancel')}
        onConfirm={remove}
        danger
      >
        {t('nominees:attachments.removeNote')}
      </ConfirmDialog>
    </>
  );
}
