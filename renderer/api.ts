import type { Bridge } from '@shared/ipc/bridge';
import type { Result } from '@shared/result';

/**
 * The one way out of the page: `api.call('nominees.add', {…})` answers with a `Result`, `api.on('task', …)` gives back
 * the function that stops listening, `api.drop(files)` and `api.dropOnNominee(files)` exchange dropped files for tokens.
 * The only file that touches `window.tarazy`.
 *
 * What was asked just before the window was locked, and is refused therefore, is asked again once it is unlocked: its
 * caller sees a call that took longer. Only when the file was closed meanwhile does it fail with `locked`.
 */
export const api: Bridge<File> = {
  call: (name, input) => pastLock(() => window.tarazy.call(name, input)),
  on: (event, listener) => window.tarazy.on(event, listener),
  drop: (files) => pastLock(() => window.tarazy.drop(files)),
  dropOnNominee: (files) => pastLock(() => window.tarazy.dropOnNominee(files)),
};

const waiting: ((opening: { readonly closed: boolean }) => void)[] = [];
let openings = 0;
let isListening = false;

function listen(): void {
  if (isListening) return;
  isListening = true;
  window.tarazy.on('lock', (state) => {
    if (state.kind !== 'open') return;
    openings += 1;
    for (const goOn of waiting.splice(0)) goOn(state);
  });
}

async function pastLock<T>(ask: () => Promise<Result<T>>): Promise<Result<T>> {
  listen();
  for (;;) {
    const before = openings;
    const result = await ask();
    if (result.ok || result.failure.code !== 'locked') return result;
    // The news of the unlocking may have overtaken the refusal.
    if (before !== openings) continue;
    const { closed } = await new Promise<{ readonly closed: boolean }>((goOn) => waiting.push(goOn));
    if (closed) return result;
  }
}
