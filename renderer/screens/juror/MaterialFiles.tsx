import type { BallotAttachment } from '@shared/model/attachment';
import { api } from '../../api';
import { useText } from '../../i18n';
import { report } from '../../stores/session';
import { AttachmentList, type ListedAttachment } from '../attachments/AttachmentList';

/** The files of a nominee, at the end of its materials. */
export function MaterialFiles({ files }: { readonly files: readonly BallotAttachment[] }) {
  const t = useText();
  return (
    <section className="material-files" aria-label={t('attachments:title')}>
      <h2>{t('attachments:title')}</h2>
      <AttachmentList files={files.map(listed)} />
      <p>{t('attachments:note')}</p>
    </section>
  );
}

const listed = ({ index, name, bytes, kind }: BallotAttachment): ListedAttachment => ({
  key: index,
  name,
  bytes,
  kind,
  read: async () => {
    const read = report(await api.call('ballot.attachment', { index }));
    return read.ok ? read.value : null;
  },
  save: async (file) => {
    const saved = report(await api.call('ballot.saveAttachment', { index, file }));
    return saved.ok ? saved.value : null;
  },
});
