import { readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect } from '@playwright/test';
import { freshFolder, type Launched } from '../support/launch';
import { returnBallot } from '../support/contest';
import type { Album } from './album';

const sheet = resolve(import.meta.dirname, '../../fixtures/nominees_dirty.xlsx');
const password = 'ақ желең алма 2026';
const jurors = ['Әбілқасымова Гүлмира Сәкенқызы', 'Ли Виктор', 'Өтегенов Мәди Ерланұлы'];

/** A secretary's new contest, from the start screen to two ballots that contradict each other. */
export async function walkNewContest(album: Album, secretary: Launched): Promise<void> {
  await start(album, secretary);
  await setup(album, secretary);
  await nominees(album, secretary);
  await jury(album, secretary);
  await ballots(album, secretary);
  await openAgain(album, secretary);
}

async function start(album: Album, secretary: Launched): Promise<void> {
  const { page } = secretary;
  await album.shoot(page, 'start-first', true);
  await page.locator('.start-main ul').first().getByRole('button').nth(1).click();
  await expect(page.getByRole('radio').first()).toBeVisible();
  await album.shoot(page, 'create-template');
  await album.press(page, 'common:next');
  await page.getByLabel(album.words.of('setup:head.edition')).fill('2026');
  await album.shoot(page, 'create-head', true);
  await album.press(page, 'common:next');
  await album.press(page, 'start:create.finish');
  await secretary.answerSave(join(freshFolder(), 'Jana Béles 2026.tarazy'));
  await page.getByLabel(album.words.of('start:password.label')).first().fill('qwerty123');
  await album.shoot(page, 'create-protection-errors');
  await album.press(page, 'start:create.protection.choose');
  await page.getByLabel(album.words.of('start:password.label')).first().fill(password);
  await page.getByLabel(album.words.of('start:password.repeat')).fill(password);
  await album.shoot(page, 'create-protection');
  await album.press(page, 'start:create.finish');
  await expect(album.button(page, 'start:recovery.done')).toBeVisible({ timeout: 60_000 });
  await album.shoot(page, 'create-recovery', true);
  await page.getByText(album.words.of('start:recovery.confirm')).click();
  await album.press(page, 'start:recovery.done');
  await expect(page.getByRole('navigation')).toBeVisible();
  await album.shoot(page, 'overview-new', true);
}

async function setup(album: Album, { page }: Launched): Promise<void> {
  await album.goTo(page, 'setup');
  for (const tab of ['general', 'categories', 'rounds', 'ties', 'jury', 'criteria']) {
    await page.getByRole('tab', { name: album.words.of(`setup:tabs.${tab}`) }).click();
    await album.shoot(page, `setup-${tab}`, tab === 'criteria');
  }
  const weight = page.getByRole('table').getByRole('textbox').first();
  await weight.fill('35');
  await weight.press('Tab');
  await expect(album.button(page, 'setup:discard')).toBeVisible();
  await album.shoot(page, 'setup-uneven');
  await album.press(page, 'setup:discard');
}

async function nominees(album: Album, secretary: Launched): Promise<void> {
  const { page } = secretary;
  await album.goTo(page, 'nominees');
  await album.shoot(page, 'nominees-empty');
  await secretary.answerOpen([sheet]);
  await album.press(page, 'nominees:empty.choose');
  await expect(page.getByRole('heading', { name: album.words.of('nominees:import.title') })).toBeVisible({
    timeout: 30_000,
  });
  await album.shoot(page, 'import-preview', true);
  await album.press(page, 'nominees:import.checkColumns');
  await album.shoot(page, 'import-columns');
  await album.press(page.getByRole('complementary'), 'nominees:import.add');
  await expect(page.getByRole('grid')).toBeVisible();
  await album.shoot(page, 'nominees-imported');
  await album.press(page, 'nominees:add');
  await album.shoot(page, 'nominee-form');
  await album.press(page, 'common:cancel');
  await page.getByRole('grid').locator('[data-index]').nth(1).click();
  await album.press(page, 'nominees:check.refuse');
  await album.shoot(page, 'nominee-refuse');
  await page.keyboard.press('Escape');
  await album.press(page, 'common:close');
  await album.goTo(page, 'overview');
  await album.shoot(page, 'overview-check');
  await album.goTo(page, 'nominees');
  for (const row of await page.getByRole('grid').locator('[data-index]').all()) {
    const lacking = row.getByText(album.words.of('nominees:noCategory'));
    if ((await lacking.count()) === 0) continue;
    await row.click();
    await page
      .getByRole('complementary')
      .getByRole('button', { name: album.words.of('nominees:assign.empty') })
      .click();
    await page.getByRole('option').first().click();
  }
  await album.press(page, 'nominees:admitAll.button');
  await album.shoot(page, 'nominees-admit');
  await album.press(page.getByRole('dialog'), 'nominees:admitAll.everybody');
  await album.press(page, 'common:closing.button');
  await album.shoot(page, 'round-close');
  await album.press(page.getByRole('dialog'), 'common:closing.button');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

async function jury(album: Album, { page }: Launched): Promise<void> {
  await album.goTo(page, 'jury');
  await album.shoot(page, 'jury-empty');
  await album.press(page, 'jury:add');
  for (const [index, name] of jurors.entries()) {
    await page.getByLabel(album.words.of('jury:form.name')).fill(name);
    if (index === 0) {
      await page.getByText(album.words.of('jury:form.chair')).last().click();
      await album.shoot(page, 'jury-form');
    }
    await page.getByLabel(album.words.of('jury:form.name')).press('Enter');
    await expect(page.getByRole('table').getByText(name)).toBeVisible();
  }
  await album.press(page, 'common:close');
  await album.shoot(page, 'jury', true);
  await page.getByRole('table').getByText('Ли Виктор').click();
  await album.shoot(page, 'jury-panel');
  await album.press(page, 'jury:away.button');
  await page.getByRole('dialog').getByRole('radio').nth(1).check({ force: true });
  await album.shoot(page, 'jury-away');
  await album.press(page.getByRole('dialog'), 'common:cancel');
}

async function ballots(album: Album, secretary: Launched): Promise<void> {
  const { page } = secretary;
  const folder = freshFolder();
  await album.goTo(page, 'ballots');
  await album.press(page, 'ballots:issue.open');
  await page.getByLabel(album.words.of('ballots:issue.sendTo')).fill('hatshy@example.kz');
  await album.shoot(page, 'ballots-issue', true);
  await secretary.answerOpen([folder]);
  await album.press(page, 'ballots:issue.button');
  await expect(page.locator('code').first()).toBeVisible({ timeout: 60_000 });
  await album.shoot(page, 'ballots-codes', true);
  await album.press(page, 'ballots:slips.button');
  await album.shoot(page, 'ballots-slips');
  await album.press(page, 'common:back');
  await album.goTo(page, 'overview');
  await album.shoot(page, 'overview-issued');
  await album.goTo(page, 'ballots');

  const codes = await page.locator('code').allInnerTexts();
  const files = readdirSync(folder).toSorted();
  const [first = '', second = ''] = files.map((name) => join(folder, name));
  const foreign = join(folder, 'есеп.tscores');
  writeFileSync(foreign, 'not a ballot');
  const back = [
    await returnBallot(first, codes[0] ?? '', 7),
    await returnBallot(second, codes[1] ?? '', 9),
    await returnBallot(second, codes[1] ?? '', 4),
  ];
  await secretary.answerOpen([...back, foreign]);
  await album.press(page, 'ballots:import.button');
  await expect(page.getByText(album.words.of('ballots:verdict.refused'))).toBeVisible({ timeout: 60_000 });
  await album.shoot(page, 'ballots-verdicts');
  await album.press(page, 'common:close');
  await album.shoot(page, 'ballots-conflict');
  await album.press(page, 'ballots:choice.button');
  await album.shoot(page, 'ballots-choice');
  await album.press(page.getByRole('dialog'), 'common:cancel');
  await page.getByRole('tab', { name: album.words.of('ballots:tab.progress') }).click();
  await album.shoot(page, 'ballots-progress');
  await album.goTo(page, 'overview');
  await album.shoot(page, 'overview-scoring', true);
  await album.goTo(page, 'ranking');
  await album.shoot(page, 'ranking-provisional');
  await album.goTo(page, 'setup');
  await album.shoot(page, 'setup-locked');
}

async function openAgain(album: Album, { page }: Launched): Promise<void> {
  await page.getByRole('navigation').getByRole('button').first().click();
  await album.shoot(page, 'contest-menu');
  await page.getByRole('menuitem', { name: album.words.of('common:nav.closeContest') }).click();
  await expect(page.locator('.recent-open').first()).toBeVisible();
  await album.shoot(page, 'start-recents', true);
  await page.locator('.recent-open').first().click();
  await expect(page.locator('input[type=password]')).toBeFocused();
  await album.shoot(page, 'open');
  await page.locator('input[type=password]').fill('басқа құпиясөз');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').or(page.locator('[aria-invalid]')).first()).toBeVisible({ timeout: 30_000 });
  await album.shoot(page, 'open-wrong');
  await album.press(page, 'start:toStart');
}
