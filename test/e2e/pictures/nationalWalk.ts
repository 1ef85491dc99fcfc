import { expect } from '@playwright/test';
import { makeFrom, regionalFile } from '../support/awards';
import { Computer } from '../support/computer';
import { typePassword } from '../support/contest';
import type { Launched } from '../support/launch';
import type { Walk } from './walk';

export interface NationalContest {
  readonly path: string;
  /** Of two regions, both with their codes; the first is in the contest already. */
  readonly taken: { readonly path: string; readonly code: string };
  readonly next: { readonly path: string; readonly code: string };
}

/** The national contest of «Ару-Ана» with the result of one region, made on another computer. */
export async function makeNationalContest(): Promise<NationalContest> {
  const taken = await regionalFile('Алматы қаласы', ['Ана мектебі', 'Шебер қол']);
  const next = await regionalFile('Түркістан облысы', ['Ақ босаға']);
  const office = new Computer();
  const path = await makeFrom(office, { template: 'aru-ana', level: 'national' });
  const file = office.pick(taken.path);
  const { source } = await office.call('nominees.readRegional', { file, code: taken.code });
  const { code } = taken;
  await office.call('nominees.takeRegional', { file, code, fingerprint: source.fingerprint, namesakes: [] });
  await office.call('contest.close', {});
  return { path, taken, next };
}

/** A region's file is read, compared and taken in; one that is in already is refused. */
export async function walkNational(walk: Walk, secretary: Launched, { taken, next }: NationalContest): Promise<void> {
  const { page } = secretary;
  await typePassword(page);
  await expect(page.getByRole('navigation')).toBeVisible();
  await walk.goTo(page, 'nominees');
  const panel = page.getByRole('complementary');
  const read = async (path: string, code: string) => {
    await secretary.answerOpen([path]);
    await walk.press(page, 'nominees:region.button');
    await panel.locator('.code-field input').fill(code);
    await page.keyboard.press('Enter');
  };
  await read(next.path, '0000-0000-0000');
  await expect(panel.locator('.code-field input')).toHaveAttribute('aria-invalid', 'true');
  await walk.shoot(page, 'region-code', true);
  await panel.locator('.code-field input').fill(next.code);
  await page.keyboard.press('Enter');
  await walk.press(panel, 'nominees:region.take');
  await expect(panel.getByRole('checkbox')).toHaveAttribute('aria-invalid', 'true');
  await walk.shoot(page, 'region-read', true);
  await panel.getByRole('checkbox').press('Space');
  await walk.press(panel, 'nominees:region.take');
  await expect(panel).toHaveCount(0);
  await walk.shoot(page, 'region-nominees');
  await read(taken.path, taken.code);
  await expect(panel.getByRole('alert')).toBeVisible();
  await walk.shoot(page, 'region-refused', true);
  await walk.press(panel.locator('.panel-foot'), 'common:close');
  await page.getByRole('grid').locator('[data-index]').first().click();
  await walk.shoot(page, 'region-nominee');
}

/** Rules that are locked but read, the grants, and a decision above the rules. */
export async function walkGrants(walk: Walk, secretary: Launched): Promise<void> {
  const { page } = secretary;
  await typePassword(page);
  await expect(page.getByRole('navigation')).toBeVisible();
  await walk.goTo(page, 'setup');
  await page.getByRole('tab', { name: walk.words.of('setup:tabs.winners') }).click();
  await walk.shoot(page, 'grants-rules');
  await walk.goTo(page, 'ranking');
  await walk.shoot(page, 'grants', true);
  await walk.press(page, 'ranking:outcome.open');
  await walk.press(page, 'ranking:overrule.menu');
  await walk.shoot(page, 'overrule-menu');
  await page.getByRole('menuitem').last().click();
  const dialog = page.getByRole('dialog');
  await walk.press(dialog, 'ranking:resolve.record');
  await expect(dialog.getByText(walk.words.of('ranking:overrule.peopleMissing'))).toBeVisible();
  await walk.shoot(page, 'overrule', true);
  await dialog.getByRole('button', { expanded: false }).first().press('Enter');
  await page.getByRole('option').first().press('Enter');
  await dialog.getByRole('textbox').first().fill('А. Әлиева, Б. Қалиев');
  await dialog.getByRole('textbox').last().fill('Комиссия отырысының шешімі');
  await walk.press(dialog, 'ranking:resolve.record');
  await expect(dialog).toHaveCount(0);
  await walk.shoot(page, 'overruled');
}
