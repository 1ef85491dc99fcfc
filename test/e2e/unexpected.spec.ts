import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { openNewContest } from './support/contest';
import { freshFolder, launchApp, type Launched } from './support/launch';

// Real faults in the real application: each opens the message that says what was kept, and what it offers works.

interface Asked {
  readonly message: string;
  readonly detail: string;
  readonly buttons: readonly string[];
  readonly cancelId: number;
}

let tarazy: Launched;
test.afterEach(async () => {
  await tarazy.kill();
});

/** The message box is the system's own: the test stands in for the user, who answers with these buttons in turn. */
async function answer(...buttons: string[]): Promise<void> {
  await tarazy.app.evaluate(({ app, clipboard, dialog, shell }, answers) => {
    const seen = { asked: [] as object[], shown: [] as string[], copied: [] as string[], left: [] as string[] };
    Object.assign(globalThis, { seen });
    const waiting = [...answers];
    dialog.showMessageBox = ((options: Electron.MessageBoxOptions) => {
      seen.asked.push(options);
      const wanted = waiting.shift();
      const response = options.buttons?.indexOf(wanted ?? '') ?? -1;
      return wanted === undefined
        ? new Promise(() => undefined)
        : Promise.resolve({ response, checkboxChecked: false });
    }) as typeof dialog.showMessageBox;
    shell.showItemInFolder = (path) => void seen.shown.push(path);
    clipboard.writeText = (text) => {
      seen.copied.push(text);
      return Promise.resolve();
    };
    app.relaunch = () => void seen.left.push('relaunch');
    app.exit = (code) => void seen.left.push(`exit ${String(code)}`);
  }, buttons);
}
const seen = () =>
  tarazy.app.evaluate(
    () =>
      (
        globalThis as unknown as {
          seen: { asked: Asked[]; shown: string[]; copied: string[]; left: string[] };
        }
      ).seen,
  );
const log = () => readFileSync(join(tarazy.userData, 'logs', 'tarazy.log'), 'utf8');
const referenceIn = (text = ''): string => /: ([2-9A-Z]{8})$/.exec(text)?.[1] ?? 'none';

test('an error in the main process: log, report, and then the work goes on', async () => {
  tarazy = await openNewContest();
  await answer('Журналды көрсету', 'Есепті көшіру', 'Жалғастыру');
  // Thrown in a turn of its own, where nothing catches it.
  await tarazy.app.evaluate(() => {
    setTimeout(() => {
      throw new TypeError('no such round: "Серікова Айгерім" 990101400123 /home/aigerim/Жюри/a.tscores');
    });
  });
  await expect.poll(async () => (await seen()).asked.length).toBe(3);
  const { asked, shown, copied, left } = await seen();
  expect(asked[0]).toMatchObject({
    message: 'Бағдарламада күтпеген қате болды',
    buttons: ['Қайта іске қосу', 'Жалғастыру', 'Шығу', 'Есепті көшіру', 'Журналды көрсету'],
    cancelId: 1,
  });
  expect(asked[0]?.detail).toContain('Расталған өзгерістердің бәрі осы компьютерде сақталған.');
  const reference = referenceIn(asked[0]?.detail);
  expect(log()).toContain(`[${reference}] main: TypeError`);
  expect(shown).toEqual([join(tarazy.userData, 'logs', 'tarazy.log')]);
  expect(copied[0]).toContain(`unexpected ${reference}\nTypeError: (message left out)\n    at `);
  expect(copied[0]).toMatch(/^Tarazy \d+\.\d+\.\d+, Electron /);
  for (const personal of ['Серікова', '990101', 'aigerim', 'Жюри']) expect(copied[0] + log()).not.toContain(personal);
  expect(left).toEqual([]);
  const saved = await tarazy.page.evaluate(() =>
    window.tarazy.call('jury.save', { id: null, name: 'Ермек', title: '', contact: '', chair: false }),
  );
  expect(saved.ok).toBe(true);
});

test('a rejection that nobody handled: the application starts again, after everything is written', async () => {
  const folder = freshFolder();
  tarazy = await openNewContest({}, folder);
  const file = join(folder, 'Байқау.tarazy');
  const before = readFileSync(file);
  await tarazy.page.evaluate(() =>
    window.tarazy.call('jury.save', { id: null, name: 'Ермек', title: '', contact: '', chair: false }),
  );
  await answer('Қайта іске қосу');
  await tarazy.app.evaluate(() => {
    setTimeout(() => void Promise.reject(new Error('stray')));
  });
  await expect.poll(async () => (await seen()).left).toEqual(['relaunch', 'exit 0']);
  expect(readFileSync(file).equals(before)).toBe(false);
});

test('the desk’s thread dies: nothing can go on, and the window itself says so too', async () => {
  tarazy = await openNewContest();
  await answer('Шығу');
  await tarazy.app.evaluate(() => {
    // A message that the thread cannot read, over the very channel that the application has to it.
    const engine = process as unknown as {
      _getActiveHandles(): readonly { postMessage?: (message: null) => void }[];
    };
    for (const handle of engine._getActiveHandles()) handle.postMessage?.(null);
  });
  await expect.poll(async () => (await seen()).left).toEqual(['exit 0']);
  const { asked } = await seen();
  expect(asked[0]).toMatchObject({
    message: 'Деректермен жұмыс істейтін бөлік тоқтап қалды',
    buttons: ['Қайта іске қосу', 'Шығу', 'Есепті көшіру', 'Журналды көрсету'],
    cancelId: 1,
  });
  const reference = referenceIn(asked[0]?.detail);
  expect(log()).toContain(`[${reference}]`);
  await expect(tarazy.page.getByText(reference)).toBeVisible();
  await tarazy.page.getByRole('button', { name: 'Журналды көрсету' }).press('Enter');
  await expect.poll(async () => (await seen()).shown).toEqual([join(tarazy.userData, 'logs', 'tarazy.log')]);
});

test('the page’s process crashes: once it comes back by itself, twice the message comes', async () => {
  tarazy = await launchApp();
  await answer('Шығу');
  const crash = () =>
    tarazy.app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      if (contents === undefined) throw new Error('no window');
      const gone = new Promise((done) => contents.once('render-process-gone', done));
      contents.forcefullyCrashRenderer();
      await gone;
    });
  const loaded = tarazy.app.evaluate(
    ({ BrowserWindow }) =>
      new Promise<void>((done) => BrowserWindow.getAllWindows()[0]?.webContents.once('did-finish-load', () => done())),
  );
  await crash();
  await loaded;
  expect((await seen()).asked).toEqual([]);
  await crash();
  await expect.poll(async () => (await seen()).left).toEqual(['exit 0']);
  const { asked } = await seen();
  expect(asked[0]).toMatchObject({
    message: 'Терезе екі рет қатарынан тоқтап қалды',
    buttons: ['Қайта іске қосу', 'Шығу', 'Есепті көшіру', 'Журналды көрсету'],
    cancelId: 1,
  });
});
