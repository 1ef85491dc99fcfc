import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { contract, type CallName } from '@shared/ipc/contract';
import type { OpenedFile } from '@shared/model/snapshot';
import { freshFolder, launchApp, type Launched } from './support/launch';
import { giveFiles } from './support/page';

// The door between the page and the rest: who may knock, with what, and which files get through.

const calls = Object.keys(contract) as CallName[];

let tarazy: Launched;
test.beforeAll(async () => {
  tarazy = await launchApp();
});
test.afterAll(async () => {
  await tarazy.close();
});
test.afterEach(() => {
  tarazy.problems.length = 0;
});

test('the main process answers the calls of the contract, dropped files, and nothing else', async () => {
  // The first call of a page waits for `answering`; see electron/ipc/answering.ts.
  const outside = ['files:dropped', 'files:droppedOnNominee', 'answering'];
  const channels = await tarazy.app.evaluate(({ ipcMain }) => {
    const { _invokeHandlers } = ipcMain as unknown as { _invokeHandlers: Map<string, unknown> };
    return { handled: [..._invokeHandlers.keys()], listened: ipcMain.eventNames().filter((name) => name !== 'error') };
  });
  expect(channels.handled.toSorted()).toEqual([...calls.map((name) => `call:${name}`), ...outside].toSorted());
  expect(channels.listened).toEqual([]);
});

for (const name of calls)
  test(`${name} refuses malformed input`, async () => {
    const answers = await tarazy.page.evaluate(async (call) => {
      const ask = (input: unknown) => window.tarazy.call(call, input as never);
      const malformed = [undefined, null, true, 42, 'text', [], [{}], { unexpected: { deep: 'x'.repeat(100_000) } }];
      return Promise.all(malformed.map(ask));
    }, name);
    for (const answer of answers) expect(answer).toMatchObject({ ok: false, failure: { code: 'invalid' } });
  });

test('a call that the contract does not name is refused', async () => {
  const refused = await tarazy.page.evaluate(() =>
    window.tarazy.call('shell.openExternal' as never, {}).then(
      () => false,
      () => true,
    ),
  );
  expect(refused).toBe(true);
});

test('a sender from another origin is refused, though it has the preload', async () => {
  for (const url of ['app://other/index.html', 'app://tarazy.example/index.html', 'about:blank'])
    expect(await askFromSecondWindow(url), url).toMatch(/refused/);
});

test('a second window of the application’s own origin is refused too', async () => {
  expect(await askFromSecondWindow('app://tarazy/index.html')).toMatch(/refused/);
});

/** Loads `url` with the real preload in a window that the application did not make, and calls from there. */
function askFromSecondWindow(url: string): Promise<string> {
  return tarazy.app.evaluate(
    async ({ BrowserWindow }, { target, preload }) => {
      const window = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
      try {
        await window.loadURL(target).catch(() => undefined);
        return String(
          await window.webContents.executeJavaScript(
            `window.tarazy.call('app.state', {}).then((answer) => 'answered ' + JSON.stringify(answer), String)`,
          ),
        );
      } finally {
        window.destroy();
      }
    },
    { target: url, preload: resolve(import.meta.dirname, '../../out/preload/preload.cjs') },
  );
}

test.describe('files', () => {
  const folder = freshFolder();
  const csv = join(folder, 'nominees.csv');
  const ballot = join(folder, 'ballot.tballot');
  const notOurs = join(folder, 'letter.docx');
  const disguised = join(folder, 'disguised.tarazy');
  test.beforeAll(() => {
    writeFileSync(csv, 'name\nA\n');
    writeFileSync(ballot, 'age-encryption.org/v1\n-> scrypt x 18\n');
    writeFileSync(notOurs, 'PK');
    writeFileSync(disguised, '#!/bin/sh\n');
  });

  test('chosen in a dialog reach the page as a token, a name and a folder, never as a path', async () => {
    await tarazy.answerOpen([csv]);
    const answer = await tarazy.page.evaluate(() =>
      window.tarazy.call('files.pick', { kind: 'spreadsheet', multiple: false }),
    );
    expect(answer).toMatchObject({ ok: true, value: [{ name: 'nominees.csv' }] });
    expect(JSON.stringify(answer)).not.toContain(folder);
  });

  test('nothing chosen is no file', async () => {
    await tarazy.answerOpen([]);
    await tarazy.answerSave(undefined);
    const answers = await tarazy.page.evaluate(async () => [
      await window.tarazy.call('files.pick', { kind: 'contest', multiple: true }),
      await window.tarazy.call('files.pickFolder', {}),
      await window.tarazy.call('files.pickSave', { kind: 'workbook', suggestedName: 'x' }),
    ]);
    expect(answers).toEqual([
      { ok: true, value: [] },
      { ok: true, value: null },
      { ok: true, value: null },
    ]);
  });

  test('saved get the ending of their kind', async () => {
    await tarazy.answerSave(join(folder, 'winners'));
    const answer = await tarazy.page.evaluate(() =>
      window.tarazy.call('files.pickSave', { kind: 'workbook', suggestedName: '../../winners: "2026"' }),
    );
    expect(answer).toMatchObject({ ok: true, value: { name: 'winners.xlsx' } });
  });

  test('a made-up token opens nothing', async () => {
    const answer = await tarazy.page.evaluate(() =>
      window.tarazy.call('files.reveal', { file: 'AAAAAAAAAAAAAAAAAAAAAA' as never }),
    );
    expect(answer).toEqual({ ok: false, failure: { code: 'file-forgotten' } });
  });

  test('dropped on the window are taken by ending and content together', async () => {
    expect(await drop([csv, ballot])).toMatchObject({
      ok: true,
      value: [
        { kind: 'spreadsheet', file: { name: 'nominees.csv' } },
        { kind: 'ballot', file: { name: 'ballot.tballot' } },
      ],
    });
    expect(await drop([notOurs])).toMatchObject({ ok: false, failure: { code: 'not-this-kind', file: 'letter.docx' } });
    expect(await drop([csv, disguised])).toMatchObject({
      ok: false,
      failure: { code: 'not-this-kind', file: 'disguised.tarazy' },
    });
  });

  test('a file made up by a script has no path to give away', async () => {
    const answer = await tarazy.page.evaluate(() => window.tarazy.drop([new File(['x'], '/etc/passwd.csv')]));
    expect(answer).toEqual({ ok: false, failure: { code: 'file-forgotten' } });
  });

  test('handed over by a second start open in the first one', async () => {
    await tarazy.page.evaluate(async () => {
      const opened = new Promise<readonly OpenedFile[]>((done) => window.tarazy.on('opened', done));
      Object.assign(window, { opened });
      await window.tarazy.call('app.state', {});
    });
    const { executable, args, env } = tarazy.command;
    execFileSync(executable, [...args, ballot], { env, timeout: 20_000 });
    const opened = await tarazy.page.evaluate(
      () => (window as unknown as { opened: Promise<readonly OpenedFile[]> }).opened,
    );
    expect(opened).toMatchObject([{ kind: 'ballot', file: { name: 'ballot.tballot' } }]);
  });

  /** Real files reach the page through an input field, as they would by the mouse. */
  async function drop(paths: readonly string[]): Promise<unknown> {
    await tarazy.page.evaluate(() => {
      const input = document.createElement('input');
      input.type = 'file';
      input.multiple = true;
      input.id = 'dropped';
      document.body.append(input);
    });
    await giveFiles(tarazy.page, '#dropped', paths);
    return tarazy.page.evaluate(async () => {
      const input = document.querySelector<HTMLInputElement>('#dropped');
      const answer = await window.tarazy.drop([...(input?.files ?? [])]);
      input?.remove();
      return answer;
    });
  }
});
