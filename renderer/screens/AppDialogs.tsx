import { lazy, Suspense } from 'react';
import { useSession } from '../stores/session';

const AboutDialog = lazy(async () => ({ default: (await import('./about/AboutDialog')).AboutDialog }));
const ShortcutsDialog = lazy(async () => ({ default: (await import('./about/ShortcutsDialog')).ShortcutsDialog }));
const JurorKeysDialog = lazy(async () => ({ default: (await import('./juror/KeysDialog')).KeysDialog }));

/** What can be asked for on any screen. */
export function AppDialogs() {
  const dialog = useSession((s) => s.dialog);
  const isMarking = useSession((s) => s.screen.name === 'ballot');
  const close = () => useSession.setState({ dialog: null });
  if (dialog === null) return null;
  const Keys = isMarking ? JurorKeysDialog : ShortcutsDialog;
  return (
    <Suspense fallback={null}>
      {dialog === 'about' ? <AboutDialog onClose={close} /> : <Keys onClose={close} />}
    </Suspense>
  );
}
