import { lazy, Suspense } from 'react';
import { useSession } from '../stores/session';

const AboutDialog = lazy(async () => ({ default: (await import('./about/AboutDialog')).AboutDialog }));
const ShortcutsDialog = lazy(async () => ({ default: (await import('./about/ShortcutsDialog')).ShortcutsDialog }));
const LockingDialog = lazy(async () => ({ default: (await import('./lock/LockingDialog')).LockingDialog }));
const JurorKeysDialog = lazy(async () => ({ default: (await import('./juror/KeysDialog')).KeysDialog }));

/** What can be asked for on any screen. */
export function AppDialogs() {
  const dialog = useSession((s) => s.dialog);
  const isMarking = useSession((s) => s.screen.name === 'ballot');
  const close = () => useSession.setState({ dialog: null });
  if (dialog === null) return null;
  const Keys = isMarking ? JurorKeysDialog : ShortcutsDialog;
  const Asked = { about: AboutDialog, locking: LockingDialog, keys: Keys }[dialog];
  return (
    <Suspense fallback={null}>
      <Asked onClose={close} />
    </Suspense>
  );
}
