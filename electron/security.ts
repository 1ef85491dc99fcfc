import { app, session, type Session, type WebContents } from 'electron';
import { devServer, isOwnUrl, scheme } from './origin';

/** The one style that react-aria-components puts into the page (it disables text selection while pressing). */
const reactAriaStyle = "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='";

/** Sent with every response of our scheme: nothing, and then only what the pages use. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' ${reactAriaStyle}`,
  "img-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  // The one name under which the page makes a worker: the reader of PDFs, and no other address.
  'trusted-types tarazy-pdf',
].join('; ');

/** Must run before the application is ready. */
export function hardenProcess(): void {
  // As root Chromium's sandbox cannot start; enableSandbox would strip --no-sandbox and no page would load.
  if (process.getuid?.() !== 0) app.enableSandbox();
  // No name is ever looked up: also what Chromium does on its own (updates of components, predictions) stays here.
  if (devServer === undefined) app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.on('web-contents-created', (_event, contents) => hardenContents(contents));
}

function hardenContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  const refuse = (event: { preventDefault(): void }) => event.preventDefault();
  // A reload by the dev server is a navigation to where the page already is.
  const refuseElsewhere = (event: { preventDefault(): void; readonly url: string }) => {
    if (devServer === undefined || !isOwnUrl(event.url)) event.preventDefault();
  };
  contents.on('will-navigate', refuseElsewhere);
  contents.on('will-frame-navigate', refuseElsewhere);
  contents.on('will-redirect', refuse);
  contents.on('will-attach-webview', refuse);
}

/** Must run when the application is ready and before the first window. */
export function hardenSession(target: Session = session.defaultSession): void {
  target.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  target.setPermissionCheckHandler(() => false);
  target.setDevicePermissionHandler(() => false);
  // Its dictionaries would be fetched from the network.
  target.setSpellCheckerEnabled(false);
  target.on('will-download', (event) => event.preventDefault());
  target.webRequest.onBeforeRequest((request, answer) => answer({ cancel: !mayLoad(request.url) }));
}

function mayLoad(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host } = new URL(url);
  if (protocol === `${scheme}:` || protocol === 'blob:') return true;
  if (devServer === undefined) return false;
  return protocol === 'devtools:' || protocol === 'data:' || host === new URL(devServer).host;
}
