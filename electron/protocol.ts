import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { protocol } from 'electron';
import type { Language } from '@shared/model/language';
import type { Preferences } from '@shared/model/snapshot';
import { host, scheme } from './origin';
import { contentSecurityPolicy } from './security';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  // Signs and tables of characters that a PDF may do without.
  '.pfb': 'application/octet-stream',
  '.bcmap': 'application/octet-stream',
};

/** Must run before the application is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/**
 * The built pages. The files are listed once, here: a request can only name one of them, so there is no path to
 * traverse. Those that the first page needs are being read before it asks for them.
 */
export class Pages {
  readonly paths: readonly string[];
  readonly #folder: string;
  readonly #early = new Map<string, Promise<Buffer>>();

  constructor(folder: string) {
    this.#folder = folder;
    this.paths = listFiles(folder);
    for (const path of this.paths) if (path === 'index.html' || isEarly(path)) this.readEarly(path);
  }

  readEarly(path: string): void {
    this.#early.set(path, readFile(join(this.#folder, path)));
  }

  /** Undefined when there is no such file. What was read early is handed out once and not kept. */
  read(path: string): Promise<Buffer> | undefined {
    const early = this.#early.get(path);
    this.#early.delete(path);
    return early ?? (this.paths.includes(path) ? readFile(join(this.#folder, path)) : undefined);
  }
}

/** @param preferences those of the moment, with which the page begins */
export function servePages(pages: Pages, preferences: () => Preferences): void {
  const { paths } = pages;
  const { language } = preferences();
  for (const path of paths) if (isTexts(path, language) || path === firstLook(language)) pages.readEarly(path);
  protocol.handle(scheme, async (request) => {
    const url = new URL(request.url);
    const path = url.pathname.slice(1);
    const file = url.host === host && request.method === 'GET' ? pages.read(path) : undefined;
    const type = contentTypes[extname(path)];
    const headers = { 'Content-Security-Policy': contentSecurityPolicy, 'X-Content-Type-Options': 'nosniff' };
    if (file === undefined || type === undefined) return new Response(null, { status: 404, headers });
    const bytes = await file;
    const body = path === 'index.html' ? await prepared(bytes.toString('utf8'), pages, preferences()) : bytes;
    return new Response(body, { headers: { ...headers, 'Content-Type': type } });
  });
}

/**
 * The page with its first look: the start screen as markup in the right language and theme, which is inert until the script
 * draws it anew, and hints to fetch the texts and letters beside the script. Otherwise the texts would be asked for when
 * the script runs, and the letters when the first text has been laid out in others.
 */
async function prepared(page: string, pages: Pages, { language, theme }: Preferences): Promise<string> {
  const look = (await pages.read(firstLook(language)))?.toString('utf8') ?? '';
  const hints = pages.paths.flatMap((path) => {
    if (isTexts(path, language)) return [`<link rel="modulepreload" crossorigin href="./${path}" />`];
    if (isLetters(path)) return [`<link rel="preload" as="font" type="font/woff2" crossorigin href="./${path}" />`];
    return [];
  });
  return page
    .replace(/<html lang="\w+">/, `<html lang="${language}" data-theme="${theme}">`)
    .replace('</head>', `${hints.join('')}</head>`)
    .replace('<div id="root"></div>', () => `<div id="root" inert>${look}</div>`);
}

const firstLook = (language: Language) => `first-${language}.html`;

const isTexts = (path: string, language: Language) =>
  path.startsWith(`assets/texts-${language}-`) && path.endsWith('.js');
/** The script, the styles and the letters of the first page. */
const isEarly = (path: string) =>
  isLetters(path) || /^assets\/(?:start|rolldown-runtime)-[\w-]+\.(?:js|css)$/.test(path);
const isLetters = (path: string) => /^assets\/inter-(?:latin|cyrillic|cyrillic-ext)-opsz-normal-/.test(path);

/** Paths below `folder` with forward slashes. By hand: the recursive option of readdir does not see into an asar. */
function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? listFiles(join(folder, entry.name)).map((path) => `${entry.name}/${path}`) : [entry.name],
  );
}
