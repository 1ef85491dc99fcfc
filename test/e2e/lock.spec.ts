import { expect, test, type Page } from '@playwright/test';
import type { CallName } from '@shared/ipc/contract';
import { openNewContest, typePassword } from './support/contest';
import { openRecent } from './support/contestFile';
import type { Launched } from './support/launch';
import { expectAccessible, goTo } from './support/page';

// The lock: nothing shows and nothing is answered while it is closed, and afterwards all is as it was.

const lockScreen = (page: Page) => page.getByRole('dialog', { name: 'Бағдарлама құлыптаулы' });

async function lock(page: Page): Promise<void> {
  await page.evaluate(() => window.tarazy.call('lock.start', {}));
  await expectLocked(page);
}

/** The page shows the lock, and the main process has closed the door. */
async function expectLocked(page: Page): Promise<void> {
  await expect(lockScreen(page)).toBeVisible();
  await expect.poll(() => codeOf(page, 'start.recents')).toBe('locked');
}

function codeOf(page: Page, call: CallName): Promise<string> {
  return page.evaluate(async (name) => {
    const answer = await window.tarazy.call(name, {} as never);
    return answer.ok ? 'ok' : answer.failure.code;
  }, call);
}

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

  test('locked in the middle of a form opens with place, text, scroll and focus as they were', async () => {
    const { page } = secretary;
    await goTo(page, 'Номинанттар');
    await page.getByRole('button', { name: 'Қолмен қосу' }).first().press('Enter');
    const name = page.getByRole('complementary').getByRole('textbox').first();
    await name.fill('Сәбит Мұқ');
    await page.getByRole('grid').evaluate((grid) => {
      for (let e: Element | null = grid; e; e = e.parentElement)
        if (e.scrollHeight > e.clientHeight + 100) e.scrollTop = 500;
    });
    const scrolls = () =>
      page.evaluate(() => [...document.querySelectorAll('*')].map((e) => e.scrollTop).filter((top) => top > 0));
    const before = await scrolls();
    expect(before.length).toBeGreaterThan(0);
    await name.press('ArrowLeft');
    await lock(page);
    await expectAccessible(page);
    await expect(page.locator('input[type=password]')).toBeFocused();
    await typePassword(page, 'басқа құпиясөз');
    await expect(lockScreen(page).getByText(/^Сәйкес келмеді/)).toBeVisible({ timeout: 30_000 });
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(lockScreen(page)).toBeVisible();
    await typePassword(page);
    await expect(lockScreen(page)).toHaveCount(0, { timeout: 30_000 });
    await expect(name).toBeFocused();
    await page.keyboard.type('а');
    await expect(name).toHaveValue('Сәбит Мұақ');
    expect(await scrolls()).toEqual(before);
  });
});
