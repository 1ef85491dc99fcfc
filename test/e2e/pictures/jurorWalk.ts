import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { IssuedBallot } from '../support/issuedBallot';
import { freshFolder, type Launched } from '../support/launch';
import { unlock } from './locked';
import type { Walk } from './walk';

/** A juror's way through the ballot that was opened by double click, from the code to the receipt. */
export async function walkBallot(walk: Walk, juror: Launched, ballot: IssuedBallot): Promise<void> {
  const { page } = juror;
  const code = page.getByLabel(walk.words.of('juror:open.code'));
  await code.fill('AAAA-AAAA-AAAA');
  await page.keyboard.press('Enter');
  await expect(page.locator('[aria-invalid=true]')).toBeVisible();
  await walk.shoot(page, 'juror-code', true);
  await code.fill(ballot.code);
  await page.keyboard.press('Enter');
  await expect(walk.button(page, 'juror:instructions.begin')).toBeFocused();
  await walk.shoot(page, 'juror-instructions', true);
  await page.keyboard.press('Enter');
  for (const marks of [
    [8, 9, 7, 10, 8],
    [9, 0, 8, 7, 9],
    [6, 7, 8],
  ]) {
    for (const [index, mark] of marks.entries()) {
      if (index > 0) await page.keyboard.press('ArrowDown');
      await page.keyboard.type(String(mark));
    }
    if (marks.length === 5) await page.keyboard.press('Enter');
  }
  await walk.shoot(page, 'juror', true);
  await page.keyboard.press('c');
  await page.keyboard.type('Ұсыным хат жоқ');
  await walk.shoot(page, 'juror-comment');
  await page.keyboard.press('Escape');
  await page.keyboard.press('PageDown');
  await page.keyboard.press('r');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio').nth(2).press('Space');
  await expect(dialog.getByRole('radio').nth(2)).toBeChecked();
  await walk.shoot(page, 'juror-recuse');
  await walk.press(dialog, 'juror:recuse.confirm');
  await expect(dialog).toHaveCount(0);
  await walk.shoot(page, 'juror-recused');
  await page.keyboard.press('?');
  await expect(dialog).toBeVisible();
  await walk.shoot(page, 'juror-keys');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await page.keyboard.press('v');
  await expect(page.getByRole('grid')).toBeFocused();
  await walk.shoot(page, 'juror-table', true);
  await page.keyboard.press('v');
  await page.evaluate(() => window.tarazy.call('lock.start', {}));
  await expect(page.locator('.lock input')).toBeFocused();
  await walk.shoot(page, 'juror-locked');
  await unlock(page, ballot.code);
  await walk.press(page, 'juror:submit.open');
  await walk.shoot(page, 'juror-submit');
  await dialog.getByText(walk.words.of('juror:submit.allow')).click();
  await juror.answerSave(join(freshFolder(), '1-қазы — Финал.tscores'));
  await walk.press(dialog, 'juror:submit.incomplete');
  await expect(walk.button(page, 'juror:receipt.reveal')).toBeVisible();
  await walk.shoot(page, 'juror-receipt', true);
}
