import type { CallName } from '@shared/ipc/contract';
import type { Launched } from '../../e2e/support/launched';
import type { Malformed } from './malformed';

/** The code of the refusal; `answered …` where there was none; `not sent: …` where the input never left the page. */
export interface Given {
  readonly how: string;
  readonly answer: string;
}

/** Through the page's only door. */
export async function send(
  { page }: Launched,
  name: CallName,
  inputs: readonly Malformed[],
): Promise<readonly Given[]> {
  const answers = await page.evaluate(
    ({ call, values }) =>
      Promise.all(
        values.map((value) =>
          window.tarazy.call(call, value as never).then(
            (given) => (given.ok ? 'answered' : given.failure.code),
            (error: unknown) => `thrown: ${String(error)}`,
          ),
        ),
      ),
    { call: name, values: inputs.map(({ value }) => value) },
  );
  return inputs.map(({ how }, index) => ({ how, answer: answers[index] ?? 'nothing' }));
}

/** What only a page can make: no text tells of it. Where no key is needed, most of it is as good as nothing and is left out. */
export function exotic(
  { page }: Launched,
  name: CallName,
  good: unknown,
  needsKeys: boolean,
): Promise<readonly Given[]> {
  return page.evaluate(
    async ({ call, all, json }) => {
      const cyclic: Record<string, unknown> = {};
      cyclic['self'] = cyclic;
      let deep: unknown = 'x';
      for (let n = 0; n < 5000; n += 1) deep = { deep };
      const always = { 'a huge text': 'x'.repeat(1_000_000), 'a huge list': Array(50_000).fill(0) };
      const others = {
        'a cyclic object': cyclic,
        'a deep object': deep,
        'a function': () => 1,
        'a symbol': Symbol('x'),
        'a date': new Date(0),
        'a map': new Map([['id', 1]]),
        'an array buffer': new ArrayBuffer(1024),
        'an element': document.body,
        'an object with a prototype': Object.create(Object(JSON.parse(json))) as unknown,
        'a key named __proto__': JSON.parse(`{"__proto__":${json}}`) as unknown,
        'a proxy': new Proxy({}, { get: () => 1 }),
        'a big integer': 10n,
      };
      const answers = [];
      for (const [how, value] of Object.entries(all ? { ...always, ...others } : always)) {
        let answer: string;
        try {
          const given = await window.tarazy.call(call, value as never);
          answer = given.ok ? 'answered' : given.failure.code;
        } catch (error) {
          // Neither the bridge between page and preload nor the message to the main process carries such a thing.
          answer = `not sent: ${String(error)}`;
        }
        answers.push({ how, answer });
      }
      return answers;
    },
    { call: name, all: needsKeys, json: JSON.stringify(good) },
  );
}

/** Straight to the handlers, in the name of the page: as many inputs as one likes. */
export function sendBare(
  { app }: Launched,
  messages: readonly { readonly channel: string; readonly how: string; readonly args: readonly unknown[] }[],
): Promise<readonly Given[]> {
  return app.evaluate(
    async ({ BrowserWindow, ipcMain }, asked) => {
      const { _invokeHandlers: handlers } = ipcMain as unknown as {
        _invokeHandlers: Map<string, (event: unknown, ...args: unknown[]) => Promise<unknown>>;
      };
      const sender = BrowserWindow.getAllWindows()[0]?.webContents;
      const answers = [];
      for (const { channel, how, args } of asked) {
        const answer = await Promise.resolve(
          handlers.get(channel)?.({ sender, senderFrame: sender?.mainFrame }, ...args),
        )
          .then((given) => {
            if (given === undefined) return 'answered nothing';
            const { ok, failure } = given as { ok: boolean; failure?: { code: string } };
            return ok ? 'answered' : String(failure?.code);
          })
          .catch((error: unknown) => `thrown: ${String(error)}`);
        answers.push({ how: `${channel}, ${how}`, answer });
      }
      return answers;
    },
    messages.map((message) => ({ ...message, args: [...message.args] })),
  );
}
