import { lazy, Suspense, useEffect } from 'react';
import { useLock } from '../../stores/lock';

const load = () => import('./LockScreen');
const LockScreen = lazy(async () => ({ default: (await load()).LockScreen }));

/** The lock over everything, once there is something to lock. */
export function LockGate() {
  const { state } = useLock();
  const canLock = state.kind === 'open' && state.canLock;
  useEffect(() => {
    if (canLock) void load();
  }, [canLock]);
  if (state.kind === 'open') return null;
  return (
    <Suspense fallback={null}>
      <LockScreen file={state.file} since={state.since} />
    </Suspense>
  );
}
