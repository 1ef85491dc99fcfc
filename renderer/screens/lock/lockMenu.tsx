import { LockKeyhole, Timer } from 'lucide-react';
import type { MenuEntry } from '../../components/Menu';
import { useText } from '../../i18n';
import { lockNow, useLock } from '../../stores/lock';
import { useSession } from '../../stores/session';

/** Locking as entries of a menu of what is open; what cannot be locked says why. */
export function useLockMenu(): readonly MenuEntry[] {
  const t = useText();
  const canLock = useLock(({ state }) => state.kind !== 'open' || state.canLock);
  return [
    {
      id: 'lock',
      label: t(canLock ? 'common:lock.now' : 'common:lock.noSecret'),
      icon: <LockKeyhole className="ic" aria-hidden />,
      keys: ['Ctrl', 'L'],
      isDisabled: !canLock,
      onAction: () => void lockNow(),
    },
    {
      id: 'locking',
      label: t('common:lock.settings'),
      icon: <Timer className="ic" aria-hidden />,
      onAction: () => useSession.setState({ dialog: 'locking' }),
    },
  ];
}
