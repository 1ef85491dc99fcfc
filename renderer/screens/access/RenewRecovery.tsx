import { useText } from '../../i18n';
import { useContest } from '../../stores/contest';
import { useSession } from '../../stores/session';
import type { Secret } from './CurrentSecret';
import { KeyDialog } from './KeyDialog';

/** Makes a new recovery code and goes to the page that puts it on paper. */
export function RenewRecovery({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const run = useContest((s) => s.run);
  const go = useSession((s) => s.go);
  const perform = async (current: Secret) => {
    const result = await run('access.renewRecoveryCode', { current }, { quiet: true });
    if (result.ok) go({ name: 'newCode', code: result.value.recoveryCode });
    return result;
  };
  return (
    <KeyDialog
      title={t('access:renew.title')}
      note={t('access:renew.note')}
      confirm={t('access:renew.confirm')}
      confirming={t('access:renew.running')}
      perform={perform}
      onClose={onClose}
    />
  );
}
