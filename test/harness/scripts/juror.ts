import juror from '../../../resources/locales/kk/juror.json';
import type { Launched } from '../../e2e/support/launched';
import { walkBallot, type Visit } from '../lib/walk';
import type { Sent } from './filled/ballots';
import { lockAndBack } from './secretary';
import type { Texts } from './texts';

/** The ballot from its code to the receipt, with a comment and a recusal of the juror's own. */
export async function walkJuror(launched: Launched, { code }: Sent, texts: Texts, target: string, visit: Visit) {
  const { page } = launched;
  await walkBallot(page, code, texts.strings, visit);
  await page.keyboard.press('c');
  await page.locator('textarea').first().fill(texts.next());
  await visit('a comment');
  await page.keyboard.press('Escape');
  await page.keyboard.press('r');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio').last().press('Space');
  for (const field of await dialog.locator('textarea, input[type=text]').all()) await field.fill(texts.next());
  await visit('a recusal');
  await page.keyboard.press('Escape');
  await page.keyboard.press('v');
  await visit('all in a table');
  await page.keyboard.press('v');
  await lockAndBack(page, code, texts, visit);
  await page.getByRole('button', { name: juror.submit.open }).click();
  await visit('before it is sent');
  await dialog.getByText(juror.submit.allow).click();
  await launched.answerSave(target);
  await dialog.getByRole('button', { name: juror.submit.incomplete }).click();
  await page.getByRole('button', { name: juror.receipt.reveal }).waitFor();
  await visit('a receipt');
}
