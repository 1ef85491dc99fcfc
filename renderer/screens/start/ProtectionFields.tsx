import { FolderDown } from 'lucide-react';
import type { FileRef } from '@shared/model/snapshot';
import { api } from '../../api';
import { Button } from '../../components/Button';
import { useText } from '../../i18n';
import { report } from '../../stores/session';
import { isGoodPassword, NewPasswordFields, type NewPassword } from '../access/NewPasswordFields';

export interface Protection extends NewPassword {
  readonly file: FileRef | null;
}

export function isProtected(protection: Protection): boolean {
  return protection.file !== null && isGoodPassword(protection);
}

export function ProtectionFields({
  protection,
  onChange,
  suggestedName,
  showErrors,
}: {
  readonly protection: Protection;
  readonly onChange: (protection: Protection) => void;
  readonly suggestedName: string;
  readonly showErrors: boolean;
}) {
  const t = useText();
  const { file } = protection;
  const choose = async () => {
    const result = report(await api.call('files.pickSave', { kind: 'contest', suggestedName }));
    if (result.ok && result.value !== null) onChange({ ...protection, file: result.value });
  };
  return (
    <>
      <div className="field">
        <span className="lab" id="place-label">
          {t('start:create.protection.place')}
        </span>
        <div className="chosen-file" role="group" aria-labelledby="place-label">
          {file === null ? null : (
            <span className="two">
              <b>{file.name}</b>
              <small>{file.folderName}</small>
            </span>
          )}
          <Button icon={<FolderDown className="ic" aria-hidden />} onPress={() => void choose()}>
            {file === null ? t('start:create.protection.choose') : t('start:create.protection.chooseOther')}
          </Button>
        </div>
        {showErrors && file === null ? (
          <span className="help-wrong" role="alert">
            {t('start:create.protection.placeMissing')}
          </span>
        ) : null}
      </div>
      <NewPasswordFields
        label={t('start:password.label')}
        repeatLabel={t('start:password.repeat')}
        value={protection}
        onChange={(passwords) => {
          onChange({ ...protection, ...passwords });
        }}
        showErrors={showErrors}
      />
      <p className="t2">{t('start:password.note')}</p>
    </>
  );
}
