import { join } from 'node:path';
import { expect } from '@playwright/test';
import { chairPassword } from '../support/closedContest';
import { contestPassword, typePassword } from '../support/contest';
import { freshFolder, type Launched } from '../support/launch';
import type { Walk } from './walk';

/** From a contest that is ready to be sealed to what the organiser reads. */
export async function walkSeal(walk: Walk, secretary: Launched): Promise<void> {
  const { page } = secretary;
  await typePassword(page);
  await expect(page.getByRole('navigation')).toBeVisible();
  await walk.goTo(page, 'seal');
  const fields = page.locator('.seal-form input');
  await expect(fields).toHaveCount(2);
  await walk.shoot(page, 'seal-ready', true);
  await fields.first().fill(contestPassword);
  await fields.last().fill('басқа құпиясөз');
  await page.keyboard.press('Enter');
  await expect(fields.last()).toHaveAttribute('aria-invalid', 'true');
  await walk.shoot(page, 'seal-wrong');
  await fields.last().fill(chairPassword);
  await page.keyboard.press('Enter');
  await expect(page.locator('.seal-card')).toBeVisible();
  await walk.goTo(page, 'overview');
  await walk.shoot(page, 'sealed-overview');
  await walk.goTo(page, 'nominees');
  await walk.shoot(page, 'sealed-nominees');
  await walk.goTo(page, 'documents');
  await walk.shoot(page, 'sealed-documents');
  await walk.goTo(page, 'log');
  await expect(page.getByRole('grid')).toBeVisible();
  await walk.shoot(page, 'log', true);
  await walk.goTo(page, 'seal');
  await walk.shoot(page, 'sealed', true);
  await walk.press(page.getByRole('main'), 'seal:reopen.open');
  await walk.shoot(page, 'seal-reopen');
  await walk.press(page.getByRole('alertdialog'), 'common:cancel');
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  await results(walk, secretary);
}

async function results(walk: Walk, secretary: Launched): Promise<void> {
  const { page } = secretary;
  const file = join(freshFolder(), 'Нәтиже.tresults');
  await secretary.answerSave(file);
  await walk.press(page, 'results:write.button');
  await expect(page.locator('.slip-code')).toBeVisible();
  await walk.shoot(page, 'results-slip', true);
  const code = await page.locator('.slip-code').innerText();
  await page.getByRole('navigation').getByRole('button').first().click();
  await page.getByRole('menuitem', { name: walk.words.of('common:nav.closeContest') }).click();
  await expect(page.locator('.recent-open').first()).toBeVisible();
  await secretary.answerOpen([file]);
  await page.locator('.door').last().click();
  await page.locator('.code-field input').fill('0000-0000-0000');
  await page.keyboard.press('Enter');
  await expect(page.locator('.code-field input')).toHaveAttribute('aria-invalid', 'true');
  await walk.shoot(page, 'results-open', true);
  await page.locator('.code-field input').fill(code);
  await page.keyboard.press('Enter');
  await expect(page.locator('.results-main')).toBeVisible();
  await walk.shoot(page, 'results', true);
  await walk.press(page, 'common:close');
}
