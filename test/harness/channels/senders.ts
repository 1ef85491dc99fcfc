import { resolve } from 'node:path';
import type { Launched } from '../../e2e/support/launched';

/** A channel's name, and a good input for it: what is refused is refused for its sender. */
export interface Knock {
  readonly channel: string;
  readonly input: unknown;
}

/** What came of a knock: `refused`, or what was answered. */
export interface Answer {
  readonly sender: string;
  readonly channel: string;
  readonly answer: string;
}

const elsewhere = [
  'app://other/index.html',
  'app://tarazy.example/index.html',
  'about:blank',
  'app://tarazy/index.html',
];

/** Windows that the application did not make, with its own preload: other origins, no origin, and its own page twice. */
export function knockFromOtherWindows({ app }: Launched, knocks: readonly Knock[]): Promise<readonly Answer[]> {
  return app.evaluate(
    async ({ BrowserWindow }, { urls, preload, asked }) => {
      const answers = [];
      for (const url of urls) {
        const window = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
        try {
          // There is nothing at the other origins; the window is at that address all the same.
          await window.loadURL(url).catch(() => undefined);
          const script = (name: string, input: unknown) =>
            name.startsWith('files:')
              ? `window.tarazy.${name === 'files:dropped' ? 'drop' : 'dropOnNominee'}([])`
              : `window.tarazy.call(${JSON.stringify(name.replace('call:', ''))}, ${JSON.stringify(input)})`;
          for (const { channel, input } of asked) {
            const answer: unknown = await window.webContents.executeJavaScript(
              `${script(channel, input)}.then((given) => 'answered ' + JSON.stringify(given), String)`,
            );
            answers.push({ sender: `a second window at ${url}`, channel, answer: String(answer) });
          }
        } finally {
          window.destroy();
        }
      }
      return answers;
    },
    { urls: elsewhere, preload: resolve('out/preload/preload.cjs'), asked: [...knocks] },
  );
}

/**
 * Frames that no preload serves: a frame inside the application's own page, a frame that is gone, a page of the web in the
 * application's own window. Their messages are put before the handlers as Electron would bring them.
 */
export async function knockFromFrames({ app, page }: Launched, knocks: readonly Knock[]): Promise<readonly Answer[]> {
  await page.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.id = 'inside';
    document.body.append(frame);
  });
  const answers = await app.evaluate(
    async ({ BrowserWindow, ipcMain }, asked) => {
      const { _invokeHandlers: handlers } = ipcMain as unknown as {
        _invokeHandlers: Map<string, (event: unknown, input: unknown) => Promise<unknown>>;
      };
      const own = BrowserWindow.getAllWindows()[0]?.webContents;
      const inside = own?.mainFrame.frames[0];
      if (own === undefined || inside === undefined) throw new Error('the page has no frame inside');
      const url = (address: string) => ({ ...own.mainFrame, url: address });
      const senders = [
        ['a frame inside the page', inside],
        ['a frame that is gone', null],
        ['a page of the web', url('https://example.invalid/')],
        ['a frame that only says the right address', url('app://tarazy/index.html')],
      ] as const;
      const heard = [];
      for (const [sender, senderFrame] of senders)
        for (const { channel, input } of asked) {
          const answer = await Promise.resolve(handlers.get(channel)?.({ sender: own, senderFrame }, input)).then(
            (given) => `answered ${JSON.stringify(given)}`,
            String,
          );
          heard.push({ sender, channel, answer });
        }
      return heard;
    },
    [...knocks],
  );
  await page.evaluate(() => document.querySelector('#inside')?.remove());
  return answers;
}
