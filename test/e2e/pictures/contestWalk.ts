import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect } from '@playwright/test';
import { contestPassword, returnBallot, typePassword } from '../support/contest';
import { freshFolder, type Launched } from '../support/launch';
import { makeIssuedContest } from './issuedContest';
import { lockAndBack } from './locked';
import { walkSnapshot } from './snapshotWalk';
import type { Walk } from './walk';

const sheet = resolve(import.meta.dirname, '../../fixtures/nominees_dirty.xlsx');
const password = 'ақ желең алма 2026';
const students = ['Ахметова Аяжан Серікқызы', 'Оспанов Нұрсұлтан Ерланұлы', 'Цой Артём Игоревич'];
const jurors = ['Әбілқасымова Гүлмира Сәкенқызы', 'Ли Виктор', 'Өтегенов Мәди Ерланұлы'];

/**
 * A secretary's new contest, from the start screen to two ballots that contradict each other. From the moment when ballots
 * are out it is one that another computer made: nothing to be seen depends on what its passwords and codes cost.
 */
export async function walkNewContest(walk: Walk, secretary: Launched): Promise<void> {
  await start(walk, secretary);
  await setup(walk, secretary);
  await nominees(walk, secretary);
  await jury(walk, secretary);
  await issue(walk, secretary);
  const { path, issued } = await makeIssuedContest(students, jurors);
  await goOn(secretary, path);
  await holders(walk, secretary);
  const [one, other] = issued;
  if (one === undefined || other === undefined) throw new Error('no ballots');
  await ballots(walk, secretary, [
    await returnBallot(one.file, one.code, 7),
    await returnBallot(other.file, other.code, 9),
    await returnBallot(other.file, other.code, 4),
  ]);
  await openAgain(walk, secretary);
}

async function start(walk: Walk, secretary: Launched): Promise<void> {
  const { page } = secretary;
  await walk.shoot(page, 'start-first', true);
  await walk.press(page, 'menu:help.keys');
  await expect(page.getByRole('dialog')).toBeVisible();
  await walk.shoot(page, 'program-keys');
  await page.keyboard.press('Escape');
  await walk.press(page, 'menu:help.about');
  await expect(walk.button(page, 'about:copy')).toBeVisible();
  await walk.shoot(page, 'program-about');
  await page.keyboard.press('Escape');
  await walkSnapshot(walk, page);
  await page.locator('.start-main ul').first().getByRole('button').nth(1).click();
  await expect(page.getByRole('radio').first()).toBeVisible();
  await walk.shoot(page, 'create-template');
  await walk.press(page, 'common:next');
  await page.getByLabel(walk.words.of('setup:head.edition')).fill('2026');
  await walk.shoot(page, 'create-head', true);
  await walk.press(page, 'common:next');
  await walk.press(page, 'start:create.finish');
  await secretary.answerSave(join(freshFolder(), 'Jana Béles 2026.tarazy'));
  await page.getByLabel(walk.words.of('start:password.label')).first().fill('qwerty123');
  await walk.shoot(page, 'create-protection-errors');
  await walk.press(page, 'start:create.protection.choose');
  await page.getByLabel(walk.words.of('start:password.label')).first().fill(password);
  await page.getByLabel(walk.words.of('start:password.repeat')).fill(password);
  await walk.shoot(page, 'create-protection');
  await walk.press(page, 'start:create.finish');
  await expect(walk.button(page, 'access:recovery.next')).toBeVisible();
  await walk.shoot(page, 'create-recovery', true);
  const code = await page.locator('.recovery-code').innerText();
  await walk.press(page, 'access:recovery.next');
  await page.getByLabel(walk.words.of('access:try.label')).fill('1234');
  await page.keyboard.press('Enter');
  await expect(page.getByText(walk.words.of('access:try.mistyped'))).toBeVisible();
  await walk.shoot(page, 'create-recovery-try', true);
  await page.getByLabel(walk.words.of('access:try.label')).fill(code);
  await page.keyboard.press('Enter');
  await expect(page.locator('#main h1')).toBeVisible();
  await walk.shoot(page, 'overview-new', true);
  await keys(walk, page);
}

async function keys(walk: Walk, page: Launched['page']): Promise<void> {
  await walk.goTo(page, 'access');
  await walk.shoot(page, 'keys', true);
  await walk.press(page, 'access:keys.change');
  await walk.shoot(page, 'keys-password');
  await page.keyboard.press('Escape');
}

/** What there is to do with keys once the chair has one. */
async function holders(walk: Walk, { page }: Launched): Promise<void> {
  const { words } = walk;
  await walk.goTo(page, 'access');
  await walk.press(page, 'access:chair.remove');
  await walk.shoot(page, 'keys-remove-chair');
  await page.keyboard.press('Escape');
  await walk.press(page, 'access:revoke.open');
  await walk.press(page, 'access:revoke.confirm');
  await expect(page.getByText(words.of('access:revoke.chair_missing'))).toBeVisible();
  await walk.shoot(page, 'keys-revoke', true);
  await walk.press(page, 'common:cancel');
  await walk.press(page, 'access:place.moveGo');
  await expect(walk.button(page, 'access:move.close')).toBeEnabled();
  await walk.shoot(page, 'keys-move');
  await page.keyboard.press('Escape');
}

async function setup(walk: Walk, { page }: Launched): Promise<void> {
  await walk.goTo(page, 'setup');
  for (const tab of ['general', 'categories', 'rounds', 'ties', 'winners', 'jury', 'count', 'criteria']) {
    await page.getByRole('tab', { name: walk.words.of(`setup:tabs.${tab}`) }).click();
    if (tab === 'count') {
      await page.getByRole('radio').nth(1).press('Space');
      await walk.press(page, 'setup:count.more');
    }
    await walk.shoot(page, `setup-${tab}`, tab === 'criteria');
    if (tab === 'count') await walk.press(page, 'setup:discard');
  }
  const weight = page.getByRole('table').getByRole('textbox').first();
  await weight.fill('35');
  await weight.press('Tab');
  await expect(walk.button(page, 'setup:discard')).toBeVisible();
  await walk.shoot(page, 'setup-uneven');
  await walk.press(page, 'setup:discard');
}

async function nominees(walk: Walk, secretary: Launched): Promise<void> {
  const { page } = secretary;
  await walk.goTo(page, 'nominees');
  await walk.shoot(page, 'nominees-empty');
  await secretary.answerOpen([sheet]);
  await walk.press(page, 'nominees:empty.choose');
  await expect(page.getByRole('heading', { name: walk.words.of('nominees:import.title') })).toBeVisible();
  await walk.shoot(page, 'import-preview', true);
  await walk.press(page, 'nominees:import.checkColumns');
  await walk.shoot(page, 'import-columns');
  await walk.press(page.getByRole('complementary'), 'nominees:import.add');
  await expect(page.getByRole('grid')).toBeVisible();
  await walk.shoot(page, 'nominees-imported');
  await walk.press(page, 'nominees:add');
  await walk.shoot(page, 'nominee-form');
  await walk.press(page, 'common:cancel');
  await page.getByRole('grid').locator('[data-index]').nth(1).click();
  await walk.press(page, 'nominees:check.refuse');
  await expect(page.getByRole('dialog')).toBeVisible();
  await walk.shoot(page, 'nominee-refuse');
  await page.keyboard.press('Escape');
  await walk.press(page, 'common:close');
  await walk.goTo(page, 'overview');
  await walk.shoot(page, 'overview-check');
  await walk.goTo(page, 'nominees');
  for (const row of await page.getByRole('grid').locator('[data-index]').all()) {
    const lacking = row.getByText(walk.words.of('nominees:noCategory'));
    if ((await lacking.count()) === 0) continue;
    await row.click();
    await page
      .getByRole('complementary')
      .getByRole('button', { name: walk.words.of('nominees:assign.empty') })
      .click();
    await page.getByRole('option').first().click();
  }
  await walk.press(page, 'nominees:admitAll.button');
  await walk.shoot(page, 'nominees-admit');
  await walk.press(page.getByRole('dialog'), 'nominees:admitAll.everybody');
  await walk.press(page, 'common:closing.button');
  await walk.shoot(page, 'round-close');
  await walk.press(page.getByRole('dialog'), 'common:closing.button');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

async function jury(walk: Walk, { page }: Launched): Promise<void> {
  await walk.goTo(page, 'jury');
  await walk.shoot(page, 'jury-empty');
  await walk.press(page, 'jury:add');
  for (const [index, name] of jurors.entries()) {
    await page.getByLabel(walk.words.of('jury:form.name')).fill(name);
    if (index === 0) {
      await page.getByText(walk.words.of('jury:form.chair')).last().click();
      await walk.shoot(page, 'jury-form');
    }
    await page.getByLabel(walk.words.of('jury:form.name')).press('Enter');
    await expect(page.getByRole('table').getByText(name)).toBeVisible();
  }
  await walk.press(page, 'common:close');
  await walk.shoot(page, 'jury', true);
  await page.getByRole('table').getByText('Ли Виктор').click();
  await walk.shoot(page, 'jury-panel');
  await walk.press(page, 'jury:away.button');
  await page.getByRole('dialog').getByRole('radio').nth(1).press('Space');
  await expect(page.getByRole('dialog').getByRole('radio').nth(1)).toBeChecked();
  await walk.shoot(page, 'jury-away');
  await walk.press(page.getByRole('dialog'), 'common:cancel');
}

async function issue(walk: Walk, { page }: Launched): Promise<void> {
  await walk.goTo(page, 'ballots');
  await walk.press(page, 'ballots:issue.open');
  await page.getByLabel(walk.words.of('ballots:issue.sendTo')).fill('hatshy@example.kz');
  await walk.shoot(page, 'ballots-issue', true);
}

/** Opens the other contest; the first one is no longer known here. */
async function goOn(secretary: Launched, path: string): Promise<void> {
  const { page } = secretary;
  await page.evaluate(async () => {
    const { tarazy } = window;
    await tarazy.call('contest.close', {});
    const recents = await tarazy.call('start.recents', {});
    for (const { id } of recents.ok ? recents.value : []) await tarazy.call('start.forget', { id });
  });
  await page.reload();
  await secretary.answerOpen([path]);
  await page.locator('.start-main ul').first().getByRole('button').nth(2).click();
  await typePassword(page);
  await expect(page.getByRole('navigation')).toBeVisible();
}

async function ballots(walk: Walk, secretary: Launched, returned: readonly string[]): Promise<void> {
  const { page } = secretary;
  await walk.goTo(page, 'ballots');
  await expect(page.locator('code').first()).toBeVisible();
  await walk.shoot(page, 'ballots-codes', true);
  await walk.press(page, 'ballots:slips.button');
  await walk.shoot(page, 'ballots-slips');
  await walk.press(page, 'common:back');
  await walk.goTo(page, 'overview');
  await walk.shoot(page, 'overview-issued');
  await walk.goTo(page, 'ballots');

  const foreign = join(freshFolder(), 'есеп.tscores');
  writeFileSync(foreign, 'not a ballot');
  await secretary.answerOpen([...returned, foreign]);
  await walk.press(page, 'ballots:import.button');
  await expect(page.getByText(walk.words.of('ballots:verdict.refused'))).toBeVisible();
  await walk.shoot(page, 'ballots-verdicts');
  await walk.press(page, 'common:close');
  await walk.shoot(page, 'ballots-conflict');
  await walk.press(page, 'ballots:choice.button');
  await walk.shoot(page, 'ballots-choice');
  await walk.press(page.getByRole('dialog'), 'common:cancel');
  await page.getByRole('tab', { name: walk.words.of('ballots:tab.progress') }).click();
  await walk.shoot(page, 'ballots-progress');
  await walk.goTo(page, 'overview');
  await walk.shoot(page, 'overview-scoring', true);
  await walk.goTo(page, 'ranking');
  await walk.shoot(page, 'ranking-provisional');
  await walk.goTo(page, 'setup');
  await walk.shoot(page, 'setup-locked');
  await walk.goTo(page, 'seal');
  await expect(page.locator('.seal-checks')).toBeVisible();
  await walk.shoot(page, 'seal-open', true);
}

async function openAgain(walk: Walk, { page }: Launched): Promise<void> {
  await page.getByRole('navigation').getByRole('button').first().click();
  await walk.shoot(page, 'contest-menu');
  await page.getByRole('menuitem', { name: walk.words.of('common:lock.settings') }).click();
  await expect(page.getByRole('switch')).toBeVisible();
  await walk.shoot(page, 'locking');
  await page.keyboard.press('Escape');
  await lockAndBack(walk, page, contestPassword);
  await page.getByRole('navigation').getByRole('button').first().click();
  await page.getByRole('menuitem', { name: walk.words.of('common:nav.closeContest') }).click();
  await expect(page.locator('.recent-open').first()).toBeVisible();
  await walk.shoot(page, 'start-recents', true);
  await page.locator('.recent-open').first().click();
  await expect(page.locator('input[type=password]')).toBeFocused();
  await walk.shoot(page, 'open');
  await page.locator('input[type=password]').fill('басқа құпиясөз');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').or(page.locator('[aria-invalid]')).first()).toBeVisible();
  await walk.shoot(page, 'open-wrong');
  await walk.press(page, 'start:toStart');
}
