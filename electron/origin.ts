import { app } from 'electron';

/** The application's own pages live at this origin, which nothing outside this process can serve. */
export const scheme = 'app';
export const host = 'tarazy';
const appOrigin = `${scheme}://${host}`;

/** Address of the dev server while developing; a packaged application never has one. */
export const devServer = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL'];

export const startUrl = devServer ?? `${appOrigin}/index.html`;

/** Whether `url` is a page of this application. Compared by parts: a prefix would also match `app://tarazy.example`. */
export function isOwnUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const parsed = new URL(url);
  if (devServer !== undefined && parsed.origin === new URL(devServer).origin) return true;
  return parsed.protocol === `${scheme}:` && parsed.host === host && parsed.username === '' && parsed.password === '';
}
