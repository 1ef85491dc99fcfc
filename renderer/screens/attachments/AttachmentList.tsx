import { Eye, Save } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { formatFileSize } from '@shared/domain/format';
import type { AttachmentContent, AttachmentKind } from '@shared/model/attachment';
import type { FileToken } from '@shared/model/ids';
import type { FileRef } from '@shared/model/snapshot';
import { api } from '../../api';
import { Button } from '../../components/Button';
import { toast } from '../../components/Toast';
import { useLanguage, useText } from '../../i18n';
import { report } from '../../stores/session';
import { AttachmentDialog } from './AttachmentDialog';
import { letGo, openedOf, type Opened } from './opened';
import './attachments.css';

/** A file of a nominee, wherever it comes from; both ways out of it tell of their failures themselves. */
export interface ListedAttachment {
  readonly key: number;
  readonly name: string;
  readonly bytes: number;
  readonly kind: AttachmentKind;
  readonly read: () => Promise<AttachmentContent | null>;
  readonly save: (to: FileToken) => Promise<FileRef | null>;
}

export interface AttachmentListProps {
  readonly files: readonly ListedAttachment[];
  /** What else can be done with one, behind opening and saving. */
  readonly more?: (file: ListedAttachment) => ReactNode;
}

/** The files of a nominee, for secretary and juror alike: each opens inside the window, or a copy leaves it. */
export function AttachmentList({ files, more }: AttachmentListProps) {
  const t = useText();
  const language = useLanguage();
  const [shown, setShown] = useState<{ readonly file: ListedAttachment; readonly opened: Opened } | null>(null);
  const open = async (file: ListedAttachment) => {
    const content = await file.read();
    if (content !== null) setShown({ file, opened: await openedOf(content) });
  };
  const save = async (file: ListedAttachment) => {
    const picked = report(await api.call('files.pickSave', { kind: file.kind, suggestedName: file.name }));
    if (!picked.ok || picked.value === null) return;
    const saved = await file.save(picked.value.token);
    if (saved !== null) toast({ text: t('attachments:saved', { file: saved.name }) });
  };
  return (
    <>
      <ul className="attachment-list">
        {files.map((file) => (
          <li key={file.key}>
            <span className="attachment-name">{file.name}</span>
            <span className="num">{formatFileSize(file.bytes, language)}</span>
            <span className="btn-row">
              <Button
                size="small"
                icon={<Eye className="ic" aria-hidden />}
                aria-label={t('attachments:openOne', { file: file.name })}
                onPress={() => void open(file)}
              >
                {t('attachments:open')}
              </Button>
              <Button
                size="small"
                icon={<Save className="ic" aria-hidden />}
                aria-label={t('attachments:saveOne', { file: file.name })}
                onPress={() => void save(file)}
              >
                {t('attachments:save')}
              </Button>
              {more?.(file)}
            </span>
          </li>
        ))}
      </ul>
      {shown === null ? null : (
        <AttachmentDialog
          name={shown.file.name}
          opened={shown.opened}
          onSave={() => void save(shown.file)}
          onClose={() => {
            letGo(shown.opened);
            setShown(null);
          }}
        />
      )}
    </>
  );
}
