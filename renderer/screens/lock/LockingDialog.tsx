import { lockTimes } from '@shared/model/lock';
import { Button } from '../../components/Button';
import { Switch } from '../../components/Choice';
import { Dialog } from '../../components/Dialog';
import { Select } from '../../components/Select';
import { useText } from '../../i18n';
import { useSession } from '../../stores/session';
import { LastFailure } from '../FailureBanner';

/** When the program locks itself. Each choice holds at once. */
export function LockingDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const { lockAfter, lockOnSleep } = useSession((s) => s.preferences);
  const setPreferences = useSession((s) => s.setPreferences);
  const choose = (id: string) => {
    const time = lockTimes.find((each) => String(each) === id);
    if (time !== undefined) void setPreferences({ lockAfter: time });
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('lock:settings.title')}
      actions={
        <Button variant="primary" onPress={onClose}>
          {t('common:close')}
        </Button>
      }
    >
      <p className="t2">{t('lock:settings.note')}</p>
      <LastFailure />
      <Select
        label={t('lock:settings.after')}
        value={String(lockAfter)}
        options={lockTimes.map((time) => ({
          id: String(time),
          label: time === 'never' ? t('lock:settings.never') : t('lock:settings.minutes', { count: time }),
        }))}
        onChange={choose}
      />
      <Switch
        label={t('lock:settings.sleep')}
        note={t('lock:settings.sleepNote')}
        isSelected={lockOnSleep}
        onChange={(isOn) => void setPreferences({ lockOnSleep: isOn })}
      />
    </Dialog>
  );
}
