import { useState } from 'react';
import { TextField } from '../../components/TextField';
import { toast } from '../../components/Toast';
import { useText } from '../../i18n';
import { useContest } from '../../stores/contest';
import type { Secret } from './CurrentSecret';
import { KeyDialog } from './KeyDialog';

/** The light form of taking a key away: the file opens no more with it, copies made before still do. */
export function RemoveChair({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const run = useContest((s) => s.run);
  const [reason, setReason] = useState('');
  const isMissing = reason.trim() === '';
  const perform = async (current: Secret) => {
    const result = await run('access.removeChair', { current, reason }, { quiet: true });
    if (result.ok) {
      toast({ text: t('access:chair.removed') });
      onClose();
    }
    return result;
  };
  return (
    <KeyDialog
      danger
      title={t('access:chair.removeTitle')}
      note={t('access:chair.removeNote')}
      confirm={t('access:chair.remove')}
      confirming={t('access:chair.removing')}
      isComplete={!isMissing}
      perform={perform}
      onClose={onClose}
    >
      {(showErrors) => (
        <TextField
          rows={2}
          label={t('common:reason.label')}
          help={t('common:reason.help')}
          error={showErrors && isMissing ? t('common:reason.missing') : null}
          value={reason}
          onChange={setReason}
        />
      )}
    </KeyDialog>
  );
}
