import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { contract, type CallName } from '@shared/ipc/contract';
import { contestPassword, openNewContest, typePassword } from './support/contest';
import { navigation, openRecent, press, recentFiles, seatJuror } from './support/contestFile';
import { issueBallot, type IssuedBallot } from './support/issuedBallot';
import { freshFolder, launchApp, type Launched } from './support/launch';
import { choose, nativeItem } from './support/nativeMenu';
import { dropFiles, expectAccessible, goTo } from './support/page';

// The lock: nothing shows and nothing is answered while it is closed, and afterwards all is as it was.

const lockScreen = (page: Page) => page.getByRole('dialog', { name: 'Бағдарлама құлыптаулы' });
const calls = Object.keys(contract) as CallName[];
const answeredWhileLocked: readonly CallName[] = [
  'app.state',
  'app.closeUnwritten',
  'app.reportError',
  'app.showing',
  'app.showLog',
  'lock.start',
  'lock.ready',
  'lock.open',
  'lock.leave',
];

async function lock(page: Page): Promise<void> {
  await page.evaluate(() => window.tarazy.call('lock.start', {}));
  await expectLocked(page);
}

/** The page shows the lock, and the main process has closed the door. */
async function expectLocked(page: Page): Promise<void> {
  await expect(lockScreen(page)).toBeVisible();
  await expect.poll(() => codeOf(page, 'start.recents')).toBe('locked');
}

/** Dialogs behind the lock may have such fields too. */
async function typeSecret(page: Page, secret: string): Promise<void> {
  await lockScreen(page).locator('input').fill(secret);
  await page.keyboard.press('Enter');
}

async function unlock(page: Page, secret = contestPassword): Promise<void> {
  await typeSecret(page, secret);
  await expect(lockScreen(page)).toHaveCount(0);
}

/** What a call with an input that none takes is refused for. */
function codeOf(page: Page, call: CallName): Promise<string> {
  return page.evaluate(async (name) => {
    const answer = await window.tarazy.call(name, { unexpected: true } as never);
    return answer.ok ? 'ok' : answer.failure.code;
  }, call);
}

/** Everything that is scrolled, and how far. */
const scrolls = (page: Page): Promise<readonly number[]> =>
  page.evaluate(() => [...document.querySelectorAll('*')].map((each) => each.scrollTop).filter((top) => top > 0));

test.describe('a contest', () => {
  test.describe.configure({ mode: 'serial' });
  let secretary: Launched;
  test.beforeAll(async () => {
    secretary = await openNewContest();
    const { page } = secretary;
    await page.evaluate(async () => {
      for (let number = 1; number <= 60; number += 1) {
        const fields = { university: 'ҚазҰУ', consent: '2026-11-01' };
        await window.tarazy.call('nominees.add', {
          name: `Номинант ${number}`,
          kind: 'person',
          category: null,
          fields,
        });
      }
      await window.tarazy.call('contest.close', {});
    });
    await page.reload();
    await openRecent(page);
  });
  test.afterAll(async () => {
    await secretary.close();
  });

  test('locked in the middle of a form opens with place, text, caret, scroll and focus as they were', async () => {
    const { page } = secretary;
    await goTo(page, 'Номинанттар');
    await page.getByRole('button', { name: 'Қолмен қосу' }).first().press('Enter');
    const name = page.getByRole('complementary').getByRole('textbox').first();
    await name.fill('Сәбит Мұқ');
    await page.getByRole('grid').evaluate((grid) => {
      for (let each: Element | null = grid; each !== null; each = each.parentElement)
        if (each.scrollHeight > each.clientHeight + 100) each.scrollTop = 500;
    });
    const before = await scrolls(page);
    expect(before.length).toBeGreaterThan(0);
    await name.press('ArrowLeft');
    await lock(page);
    await expect(lockScreen(page).locator('input')).toBeFocused();
    await expectAccessible(page);
    await typeSecret(page, 'басқа құпиясөз');
    await expect(lockScreen(page).getByText(/^Сәйкес келмеді/)).toBeVisible();
    await expect(lockScreen(page).locator('input')).toBeFocused();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expectLocked(page);
    await unlock(page);
    await expect(name).toBeFocused();
    await page.keyboard.type('а');
    await expect(name).toHaveValue('Сәбит Мұақ');
    expect(await scrolls(page)).toEqual(before);
  });

  test('a dialog that waits for an answer is there again, with what was typed into it', async () => {
    const { page } = secretary;
    await goTo(page, 'Файл мен кілттер');
    await press(page, 'Құпиясөзді өзгерту');
    const next = page.getByRole('dialog').getByLabel('Жаңа құпиясөз', { exact: true });
    await next.fill('жартылай жаз');
    await lock(page);
    await expect(page.getByRole('dialog')).toHaveCount(1);
    await unlock(page);
    await expect(next).toHaveValue('жартылай жаз');
    await expect(next).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  test('every call but those of the lock is refused, whatever it asks for', async () => {
    const { page } = secretary;
    await lock(page);
    const answered = [];
    for (const call of calls) if ((await codeOf(page, call)) !== 'locked') answered.push(call);
    expect(answered.toSorted()).toEqual(answeredWhileLocked.toSorted());
    const dropped = await page.evaluate(() => window.tarazy.drop([new File(['x'], 'x.csv')]));
    expect(dropped).toEqual({ ok: false, failure: { code: 'locked' } });
    await unlock(page);
    await expect.poll(() => codeOf(page, 'start.recents')).toBe('invalid');
  });

  test('nothing of the contest is to be seen, read out, printed or reached by keys', async () => {
    const { page } = secretary;
    await goTo(page, 'Номинанттар');
    await expect(page.getByText('Номинант 1', { exact: true })).toBeVisible();
    await lock(page);
    const shown = () => page.evaluate(() => document.body.innerText);
    expect(await shown()).toContain('Байқау.tarazy');
    expect(await shown()).not.toContain('Номинант');
    expect(await page.title()).not.toContain('Номинант');
    await expect(navigation(page)).toHaveCount(0);
    await page.emulateMedia({ media: 'print' });
    expect(await shown()).not.toContain('Номинант');
    await page.emulateMedia({ media: null });
    for (let stops = 0; stops < 8; stops += 1) {
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.closest('#root') ?? null)).toBeNull();
    }
    await page.mouse.click(100, 200);
    await unlock(page);
    await expect(page.getByText('Номинант 1', { exact: true })).toBeVisible();
  });

  test('files opened from outside and dropped on the lock wait, and are taken afterwards', async () => {
    const { page } = secretary;
    const ballot = await issueBallot();
    const list = join(freshFolder(), 'Тізім.csv');
    writeFileSync(list, 'Аты-жөні;ЖОО\nӘбдірахман Сәуле;ҚазҰУ\n');
    await lock(page);
    await dropFiles(page, [list]);
    const { executable, args, env } = secretary.command;
    execFileSync(executable, [...args, ballot.path], { env, timeout: 30_000 });
    await expectLocked(page);
    await expect(page.getByText(/Файл ашылуын күтіп тұр/)).toHaveCount(0);
    expect(await page.evaluate(() => document.body.innerText)).not.toMatch(/Тізім|Сәуле/);
    await unlock(page);
    await expect(page.getByRole('complementary').getByText('Тізім.csv')).toBeVisible();
    await expect(page.getByText('Әбдірахман Сәуле').first()).toBeVisible();
    await expect(page.getByText(/^Файл ашылуын күтіп тұр/)).toBeVisible();
  });

  test('a page that is loaded again is locked still', async () => {
    const { page } = secretary;
    await lock(page);
    await page.reload();
    await expectLocked(page);
    await unlock(page);
    await expect(recentFiles(page)).toBeVisible();
    await openRecent(page);
  });

  test('the file can be closed without the password, and nothing saved is lost', async () => {
    const { page } = secretary;
    await seatJuror(page, 'Ермек');
    await lock(page);
    await press(lockScreen(page), 'Файлды жабу');
    await expectAccessible(page);
    await press(lockScreen(page), 'Жаппау');
    await expect(lockScreen(page).locator('input')).toBeFocused();
    await press(lockScreen(page), 'Файлды жабу');
    await press(lockScreen(page), 'Жабу');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Неден бастаймыз?');
    expect(await page.evaluate(() => document.body.innerText)).not.toContain('Номинант 1');
    await openRecent(page);
    await goTo(page, 'Қазылар');
    await expect(page.getByText('Ермек').first()).toBeVisible();
  });
});

test('a mark is saved before the lock closes, no figure of the code becomes one, and the ruler has the focus again', async () => {
  const ballot: IssuedBallot = await issueBallot();
  const juror = await launchApp({ args: [ballot.path] });
  const { page } = juror;
  await page.getByLabel('Код', { exact: true }).fill(ballot.code);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Бағалауды бастау' })).toBeFocused();
  await page.keyboard.press('Enter');
  const ruler = page.getByRole('region', { name: 'Бағалау', exact: true }).getByRole('radiogroup').nth(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('7');
  await expect(ruler.getByRole('radio', { name: '7', exact: true })).toBeChecked();
  await lock(page);
  await typeSecret(page, 'AAAA-AAAA-9999');
  await expect(lockScreen(page).getByText(/^Сәйкес келмеді/)).toBeVisible();
  await page.mouse.click(20, 20);
  await page.keyboard.type('5');
  await unlock(page, ballot.code.toLowerCase());
  await expect(ruler.getByRole('radio', { name: '7', exact: true })).toBeChecked();
  await expect(ruler.getByRole('radio', { name: '7', exact: true })).toBeFocused();
  await page.keyboard.type('8');
  await expect(ruler.getByRole('radio', { name: '8', exact: true })).toBeChecked();
  await page.keyboard.press('c');
  await page.keyboard.type('Ұсыным');
  await lock(page);
  await unlock(page, ballot.code);
  await page.keyboard.type(' хат');
  await expect(page.getByRole('textbox').last()).toHaveValue('Ұсыным хат');
  await juror.close();
});

test.describe('it locks by itself', () => {
  test.describe.configure({ mode: 'serial' });
  let secretary: Launched;
  const folder = freshFolder();
  test.beforeAll(async () => {
    secretary = await openNewContest({}, folder);
  });

  test('the menu locks, and offers nothing behind the lock', async () => {
    const { page } = secretary;
    await choose(secretary, 'lock');
    await expectLocked(page);
    await expect.poll(async () => (await nativeItem(secretary, 'place-jury'))?.enabled).toBe(false);
    expect((await nativeItem(secretary, 'lock'))?.enabled).toBe(false);
    expect((await nativeItem(secretary, 'quit'))?.enabled).toBe(true);
    await unlock(page);
    await expect.poll(async () => (await nativeItem(secretary, 'place-jury'))?.enabled).toBe(true);
  });

  test('when the computer goes to sleep, unless the user has switched that off', async () => {
    const { page, app } = secretary;
    const sleep = () => app.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'));
    await sleep();
    await expectLocked(page);
    await unlock(page);
    await choose(secretary, 'locking');
    await expectAccessible(page);
    await page.getByRole('switch', { name: 'Компьютер ұйқыға кеткенде' }).press('Space');
    await press(page.getByRole('dialog'), 'Жабу');
    await sleep();
    expect(await codeOf(page, 'start.recents')).toBe('invalid');
    await expect(lockScreen(page)).toHaveCount(0);
  });

  test('when nobody has touched the computer for the chosen time', async () => {
    const { page, app } = secretary;
    const leaveFor = (minutes: number) =>
      app.evaluate(({ powerMonitor }, away) => {
        const now = Date.now.bind(Date);
        const later = now() + away * 60_000;
        powerMonitor.getSystemIdleTime = () => away * 60;
        Date.now = () => later;
        powerMonitor.emit('resume');
        Date.now = now;
      }, minutes);
    await leaveFor(14);
    expect(await codeOf(page, 'start.recents')).toBe('invalid');
    await leaveFor(15);
    await expectLocked(page);
    await unlock(page);
  });

  test('closing the locked window writes the file first', async () => {
    const { page } = secretary;
    await seatJuror(page, 'Ермек');
    await lock(page);
    await secretary.close();
    const again = await launchApp({ args: [join(folder, 'Байқау.tarazy')] });
    await typePassword(again.page);
    await goTo(again.page, 'Қазылар');
    await expect(again.page.getByText('Ермек').first()).toBeVisible();
    await again.close();
  });
});
