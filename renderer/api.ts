import type { Bridge } from '@shared/ipc/bridge';

/**
 * The one way out of the page: `api.call('nominees.add', {…})` answers with a `Result`, `api.on('task', …)` gives back
 * the function that stops listening, `api.drop(files)` exchanges dropped files for tokens. The only file that touches
 * `window.tarazy`.
 */
export const api: Bridge<File> = {
  call: (name, input) => window.tarazy.call(name, input),
  on: (event, listener) => window.tarazy.on(event, listener),
  drop: (files) => window.tarazy.drop(files),
};
