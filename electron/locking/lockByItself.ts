import { powerMonitor, type BrowserWindow } from 'electron';
import type { Preferences } from '@shared/model/snapshot';
import { IdleWatch } from './idleWatch';
import type { ScreenLock } from './screenLock';

const lookEveryMs = 10_000;

/**
 * Locks when the computer goes to sleep or is locked (Linux tells only of the sleep), and when nobody has been there for
 * the chosen time.
 */
export function lockByItself(lock: ScreenLock, window: BrowserWindow, preferences: () => Preferences): void {
  const onSleep = () => {
    if (preferences().lockOnSleep) lock.lock();
  };
  powerMonitor.on('suspend', onSleep);
  powerMonitor.on('lock-screen', onSleep);

  const idle = new IdleWatch({
    now: () => Date.now(),
    systemIdleSeconds: () => powerMonitor.getSystemIdleTime(),
    limit: () => preferences().lockAfter,
    onIdle: () => lock.lock(),
  });
  window.webContents.on('input-event', () => idle.input());
  // Sleep is no input either: who comes back after it must not have to wait for the next look.
  powerMonitor.on('resume', () => idle.look());
  const timer = setInterval(() => idle.look(), lookEveryMs);
  window.once('closed', () => clearInterval(timer));
}
