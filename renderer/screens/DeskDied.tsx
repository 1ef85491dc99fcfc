import { api } from '../api';
import { Banner } from '../components/Banner';
import { Button } from '../components/Button';
import { useText } from '../i18n';
import { report, useSession } from '../stores/session';

/** The desk never restarts silently: the user is told what is kept and that the application must be opened again. */
export function DeskDied() {
  const t = useText();
  const died = useSession((s) => s.deskDied);
  if (died === null) return null;
  return (
    <Banner
      tone="wrong"
      actions={
        <Button size="small" onPress={() => void api.call('app.showLog', {}).then(report)}>
          {t('common:bug.showLog')}
        </Button>
      }
    >
      <b>{t('common:deskDied.title')}</b>
      <p>{t('common:deskDied.advice', { reference: died.reference })}</p>
    </Banner>
  );
}
