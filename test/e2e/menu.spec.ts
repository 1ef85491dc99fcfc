import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { places } from '@shared/model/menu';
import { freshFolder, launchApp, type Launched } from './support/launch';
import { choose, nativeItem } from './support/nativeMenu';
import { openNewContest, typePassword } from './support/contest';
import { press } from './support/contestFile';
import { shownCode, tryOutShownCode } from './support/recovery';

// The native menu in the real application: its words, what it does, and where the window comes back to.

test.describe('the native menu', () => {
  test.describe.configure({ mode: 'serial' });
  const folder = freshFolder();
  let secretary: Launched;
  test.beforeAll(async () => {
    secretary = await openNewContest({}, folder);
  });
  test.afterAll(async () => {
    await secretary.close();
  });
  const heading = () => secretary.page.getByRole('heading', { level: 1 });

  test('leads to each place of the open contest and ticks it', async () => {
    for (const place of places) {
      await choose(secretary, `place-${place}`);
      await expect.poll(async () => (await nativeItem(secretary, `place-${place}`))?.checked).toBe(true);
    }
    await choose(secretary, 'place-documents');
    await expect(secretary.page.getByRole('button', { name: 'Құжаттар', exact: true })).toHaveAttribute(
      'aria-current',
      'page',
    );
  });

  test('writes the work to the file', async () => {
    const before = readFileSync(join(folder, 'Байқау.tarazy'));
    await secretary.page.evaluate(() =>
      window.tarazy.call('jury.save', { id: null, name: 'Ермек', title: '', contact: '', chair: false }),
    );
    await choose(secretary, 'publish');
    await expect.poll(() => readFileSync(join(folder, 'Байқау.tarazy')).equals(before)).toBe(false);
  });

  test('speaks the interface’s language at once, and follows the theme', async () => {
    await choose(secretary, 'language-ru');
    await expect.poll(async () => (await nativeItem(secretary, 'close'))?.label).toBe('Закрыть конкурс');
    await expect(secretary.page.getByRole('navigation', { name: 'Главное меню' })).toBeVisible();
    await choose(secretary, 'theme-dark');
    await expect(secretary.page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect.poll(async () => (await nativeItem(secretary, 'theme-dark'))?.checked).toBe(true);
    await choose(secretary, 'language-kk');
    await expect.poll(async () => (await nativeItem(secretary, 'close'))?.label).toBe('Байқауды жабу');
  });

  test('prints what is open', async () => {
    await secretary.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      if (contents === undefined) return;
      contents.print = (_options, done) => {
        Object.assign(globalThis, { printed: true });
        done?.(true, '');
      };
    });
    await choose(secretary, 'print');
    await expect.poll(() => secretary.app.evaluate(() => (globalThis as { printed?: boolean }).printed)).toBe(true);
  });

  test('offers nothing that leads away while a dialog waits', async () => {
    await choose(secretary, 'keys');
    await expect(secretary.page.getByRole('dialog', { name: 'Бағдарлама пернелері' })).toBeVisible();
    await expect.poll(async () => (await nativeItem(secretary, 'close'))?.enabled).toBe(false);
    await secretary.page.keyboard.press('Escape');
    await expect.poll(async () => (await nativeItem(secretary, 'close'))?.enabled).toBe(true);
  });

  test('leads nowhere while a new recovery code is shown, which exists nowhere else', async () => {
    const { page } = secretary;
    await choose(secretary, 'place-access');
    await press(page, 'Жаңа код');
    await typePassword(page);
    await expect(shownCode(page)).toBeVisible();
    const [recent] = await recents();
    const leading = ['new', 'open', 'openBallot', 'openResults', `recent-${recent ?? ''}`, 'close', 'place-overview'];
    for (const id of leading) await expect.poll(async () => (await nativeItem(secretary, id))?.enabled, id).toBe(false);
    await tryOutShownCode(page);
    await expect.poll(async () => (await nativeItem(secretary, 'close'))?.enabled).toBe(true);
  });

  test('another file waits until the open contest is closed', async () => {
    const [recent] = await recents();
    await choose(secretary, `recent-${recent ?? ''}`);
    await expect(secretary.page.getByText('Файл ашылуын күтіп тұр: Байқау.tarazy')).toBeVisible();
    await secretary.page.getByRole('button', { name: 'Жауып, ашу' }).press('Enter');
    await expect(heading()).toHaveText('Байқау.tarazy');
  });

  test('closes the contest, and opens it from the recent files', async () => {
    await secretary.page.locator('input[type=password]').fill('ұзын құпиясөз');
    await secretary.page.keyboard.press('Enter');
    await choose(secretary, 'close');
    await expect(heading()).toHaveText('Неден бастаймыз?');
    await expect.poll(async () => (await nativeItem(secretary, 'publish'))?.enabled).toBe(false);
    const [recent] = await recents();
    await choose(secretary, `recent-${recent ?? ''}`);
    await expect(heading()).toHaveText('Байқау.tarazy');
  });

  test('starts a new contest, and opens a file that is asked for', async () => {
    await choose(secretary, 'new');
    await expect(heading()).toHaveText('Қай үлгіден бастаймыз?');
    await expect.poll(async () => (await nativeItem(secretary, 'new'))?.enabled).toBe(false);
    await secretary.page.reload();
    await secretary.answerOpen([join(folder, 'Байқау.tarazy')]);
    await choose(secretary, 'open');
    await expect(heading()).toHaveText('Байқау.tarazy');
  });

  test('takes missing files off the list, on the start screen too', async () => {
    rmSync(join(folder, 'Байқау.tarazy'));
    await secretary.page.reload();
    await expect(secretary.page.getByRole('list', { name: 'Соңғы файлдар' })).toBeVisible();
    await choose(secretary, 'forgetMissing');
    await expect(secretary.page.getByRole('list', { name: 'Соңғы файлдар' })).toHaveCount(0);
    await expect.poll(async () => (await nativeItem(secretary, 'forgetMissing'))?.enabled).toBe(false);
    expect(await recents()).toEqual([]);
  });

  test('tells the system what was opened', async () => {
    const told = await secretary.app.evaluate(({ app }) => {
      const paths: string[] = [];
      Object.assign(globalThis, { paths });
      app.addRecentDocument = (path) => void paths.push(path);
      return paths.length;
    });
    expect(told).toBe(0);
    const target = join(freshFolder(), 'Жаңа.tarazy');
    await secretary.answerSave(target);
    await secretary.page.evaluate(async () => {
      const head = await window.tarazy.call('contest.templateHead', { template: 'jana-beles' });
      const picked = await window.tarazy.call('files.pickSave', { kind: 'contest', suggestedName: 'x' });
      if (!head.ok || !picked.ok || picked.value === null) throw new Error('nothing was picked');
      await window.tarazy.call('contest.create', {
        template: 'jana-beles',
        head: head.value.head,
        file: picked.value.token,
        password: 'ұзын құпиясөз',
      });
    });
    expect(existsSync(target)).toBe(true);
    expect(await secretary.app.evaluate(() => (globalThis as { paths?: string[] }).paths)).toEqual([target]);
  });

  async function recents(): Promise<readonly string[]> {
    const list = await secretary.page.evaluate(() => window.tarazy.call('start.recents', {}));
    return list.ok ? list.value.map(({ id }) => id) : [];
  }
});

test.describe('the window', () => {
  const boundsOf = ({ app }: Launched) =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());

  test('comes back where it was left, and a broken file of that is no obstacle', async () => {
    const first = await launchApp();
    const left = { x: 40, y: 30, width: 1010, height: 650 };
    await first.app.evaluate(({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds), left);
    await expect.poll(() => boundsOf(first)).toEqual(left);
    await first.close();
    const second = await launchApp({ userData: first.userData });
    await expect.poll(() => boundsOf(second)).toEqual(left);
    await second.close();
    for (const broken of ['{"x":', JSON.stringify({ ...left, x: 90_000, maximised: false })]) {
      writeFileSync(join(first.userData, 'window.json'), broken);
      const third = await launchApp({ userData: first.userData });
      await expect.poll(async () => (await boundsOf(third))?.width).toBe(1280);
      await third.close();
    }
  });
});
