import { FolderDown } from 'lucide-react';
import type { FileRef } from '@shared/model/snapshot';
import { api } from '../../api';
import { Button } from '../../components/Button';
import { PasswordField } from '../../components/PasswordField';
import { useText } from '../../i18n';
import { report } from '../../stores/session';
import { passwordStrength } from './passwordStrength';

export interface Protection {
  readonly file: FileRef | null;
  readonly password: string;
  readonly repeated: string;
}

export function isProtected({ file, password, repeated }: Protection): boolean {
  return file !== null && passwordStrength(password) !== 'short' && password === repeated;
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
  const { file, password, repeated } = protection;
  const strength = passwordStrength(password);
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
      <div className="form-2">
        <PasswordField
          label={t('start:password.label')}
          help={password === '' ? t('start:password.help') : t(`start:password.${strength}`)}
          error={showErrors && strength === 'short' ? t('start:password.short') : null}
          showLabel={t('start:password.show')}
          hideLabel={t('start:password.hide')}
          value={password}
          onChange={(text) => {
            onChange({ ...protection, password: text });
          }}
        />
        <PasswordField
          label={t('start:password.repeat')}
          error={
            (showErrors || repeated.length >= password.length) && repeated !== '' && repeated !== password
              ? t('start:password.different')
              : showErrors && repeated === ''
                ? t('start:password.repeatMissing')
                : null
          }
          showLabel={t('start:password.show')}
          hideLabel={t('start:password.hide')}
          value={repeated}
          onChange={(text) => {
            onChange({ ...protection, repeated: text });
          }}
        />
      </div>
      <p className="t2">{t('start:password.note')}</p>
    </>
  );
}
