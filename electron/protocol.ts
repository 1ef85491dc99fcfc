import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { protocol } from 'electron';
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
};

/** Must run before the application is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/**
 * Serves the built pages. The files are listed once, here: a request can only name one of them, so there is no path to
 * traverse.
 */
export function servePages(folder: string): void {
  const files = new Map(listFiles(folder).map((path) => [`/${path}`, join(folder, path)]));
  protocol.handle(scheme, async (request) => {
    const url = new URL(request.url);
    const file = url.host === host && request.method === 'GET' ? files.get(url.pathname) : undefined;
    const type = file === undefined ? undefined : contentTypes[extname(file)];
    const headers = { 'Content-Security-Policy': contentSecurityPolicy, 'X-Content-Type-Options': 'nosniff' };
    if (file === undefined || type === undefined) return new Response(null, { status: 404, headers });
    return new Response(await readFile(file), { headers: { ...headers, 'Content-Type': type } });
  });
}

/** Paths below `folder` with forward slashes. By hand: the recursive option of readdir does not see into an asar. */
function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? listFiles(join(folder, entry.name)).map((path) => `${entry.name}/${path}`) : [entry.name],
  );
}
