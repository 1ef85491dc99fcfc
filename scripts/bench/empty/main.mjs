// The least that an Electron application with React can be while keeping Tarazy's precautions: what start-up is compared with.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BrowserWindow, Menu, app, protocol } from 'electron';

const types = { html: 'text/html; charset=utf-8', js: 'text/javascript; charset=utf-8' };

app.setPath('userData', process.env.EMPTY_USER_DATA);
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
]);
if (process.getuid?.() !== 0) app.enableSandbox();
app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');

// Not awaited at top level: Electron holds `ready` back until the entry module has loaded.
void app.whenReady().then(() => {
  protocol.handle('app', async (request) => {
    const { pathname } = new URL(request.url);
    const headers = { 'Content-Type': types[pathname.split('.').at(-1)] ?? 'text/plain' };
    return new Response(await readFile(join(import.meta.dirname, 'page', pathname)), { headers });
  });
  Menu.setApplicationMenu(null);
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    show: false,
    webPreferences: {
      preload: join(import.meta.dirname, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  app.on('window-all-closed', () => app.quit());
  void window.loadURL('app://empty/index.html');
});
