import { execFileSync } from 'node:child_process';
import { copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { openNewContest } from './support/contest';
import { issueBallot, type IssuedBallot } from './support/issuedBallot';
import { freshFolder, launchApp, type Launched } from './support/launch';
import { dropFiles } from './support/page';

// Files handed over by the system, in every state of the window: by double click (a second start) and by drag and drop.

test.describe.configure({ mode: 'serial' });

const folder = freshFolder();
const at = (name: string) => join(folder, name);
const contest = 'Байқау.tarazy';
const sheets = ['Бірінші.tscores', 'Екінші.tscores', 'Үшінші.tscores'];
const ballotFile = 'Қазы.tballot';
let tarazy: Launched;
let ballot: IssuedBallot;

test.beforeAll(async () => {
  tarazy = await openNewContest({}, folder);
  ballot = await issueBallot();
  copyFileSync(ballot.path, at(ballotFile));
  for (const name of sheets) writeFileSync(at(name), 'age-encryption.org/v1\n-> X25519 broken\n');
});
test.afterAll(async () => {
  await tarazy.close();
});

/** A real second process with the same profile, as the system starts it for a double click. */
function startAgain(names: readonly string[]): void {
  const { executable, args, env } = tarazy.command;
  execFileSync(executable, [...args, ...names], { cwd: folder, env, timeout: 20_000 });
}

const ways: Readonly<Record<string, (names: readonly string[]) => Promise<void>>> = {
  'a second start': async (names) => startAgain(names),
  'a drop': (names) => dropFiles(tarazy.page, names.map(at)),
};

const heading = () => tarazy.page.getByRole('heading', { level: 1 });
const waits = (...names: string[]) => tarazy.page.getByText(`Файл ашылуын күтіп тұр: ${names.join(', ')}`);
const offer = () => tarazy.page.getByRole('button', { name: 'Жауып, ашу' });
const password = async () => {
  await expect(heading()).toHaveText(contest);
  await tarazy.page.locator('input[type=password]').fill('ұзын құпиясөз');
  await tarazy.page.keyboard.press('Enter');
};

async function toStart(): Promise<void> {
  await tarazy.page.evaluate(async () => {
    await window.tarazy.call('contest.close', {});
    await window.tarazy.call('ballot.close', {});
  });
  await tarazy.page.reload();
  await expect(heading()).toHaveText('Неден бастаймыз?');
}
async function toCreating(): Promise<void> {
  await toStart();
  await tarazy.page.getByRole('button', { name: /^Жаңа байқау құру/ }).press('Enter');
  await expect(heading()).toHaveText('Қай үлгіден бастаймыз?');
}
async function toContest(): Promise<void> {
  await toStart();
  await dropFiles(tarazy.page, [at(contest)]);
  await password();
  await expect(tarazy.page.getByRole('navigation', { name: 'Негізгі мәзір' })).toBeVisible();
}
async function toBallot(): Promise<void> {
  await toStart();
  await dropFiles(tarazy.page, [at(ballotFile)]);
  await tarazy.page.getByLabel('Код', { exact: true }).fill(ballot.code);
  await tarazy.page.keyboard.press('Enter');
  await expect(tarazy.page.getByRole('button', { name: 'Бағалауды бастау' })).toBeVisible();
}

for (const [way, handOver] of Object.entries(ways)) {
  test.describe(`by ${way}`, () => {
    test('on the start screen a contest asks for its password, a ballot for its code', async () => {
      await toStart();
      await handOver([contest]);
      await expect(heading()).toHaveText(contest);
      await handOver([ballotFile]);
      await expect(heading()).toHaveText('Парақтың кодын енгізіңіз');
      await expect(waits(contest)).toBeVisible();
      await tarazy.page.getByRole('button', { name: 'Күтіп тұрған файлды ашу' }).press('Enter');
      await expect(heading()).toHaveText(contest);
      await expect(waits(ballotFile)).toBeVisible();
    });

    test('returned ballots on the start screen say what to do first, and are imported once the contest is open', async () => {
      await toStart();
      await handOver(sheets);
      await expect(waits(...sheets)).toBeVisible();
      await expect(tarazy.page.getByText(/^Алдымен осы файл тиесілі байқауды ашыңыз/)).toBeVisible();
      await handOver([contest]);
      await password();
      await expect(tarazy.page.getByRole('heading', { name: 'Есепке алынды: 0 / 3' })).toBeVisible();
      await expect(waits(...sheets)).toHaveCount(0);
    });

    test('a contest and its ballots at once: first the one, then the others', async () => {
      await toStart();
      await handOver([sheets[0] ?? '', contest, sheets[1] ?? '']);
      await password();
      await expect(tarazy.page.getByRole('heading', { name: 'Есепке алынды: 0 / 2' })).toBeVisible();
    });

    test('in an open contest returned ballots are imported together; other files wait, and nothing is closed', async () => {
      await toContest();
      await handOver([...sheets, ballotFile]);
      await expect(tarazy.page.getByRole('heading', { name: 'Есепке алынды: 0 / 3' })).toBeVisible();
      await expect(waits(ballotFile)).toBeVisible();
      await handOver([contest]);
      await expect(waits(contest, ballotFile)).toBeVisible();
      await offer().press('Enter');
      await expect(heading()).toHaveText(contest);
      await expect(waits(ballotFile)).toBeVisible();
    });

    test('while a ballot is open everything waits, and the ballot stays', async () => {
      await toBallot();
      await handOver([sheets[0] ?? '']);
      await expect(waits(sheets[0] ?? '')).toBeVisible();
      await expect(offer()).toHaveCount(0);
      await handOver([contest]);
      await expect(waits(sheets[0] ?? '', contest)).toBeVisible();
      await expect(tarazy.page.getByRole('button', { name: 'Бағалауды бастау' })).toBeVisible();
      await offer().press('Enter');
      await expect(heading()).toHaveText(contest);
    });

    test('while a contest is being made everything waits, and what was typed stays', async () => {
      await toCreating();
      const first = sheets[0] ?? '';
      for (const [name, waiting] of [
        [first, [first]],
        [ballotFile, [first, ballotFile]],
        [contest, [first, contest, ballotFile]],
      ] as const) {
        await handOver([name]);
        await expect(waits(...waiting)).toBeVisible();
        await expect(heading()).toHaveText('Қай үлгіден бастаймыз?');
      }
      await offer().press('Enter');
      await expect(heading()).toHaveText(contest);
    });
  });
}

test('a second start brings the window to the front', async () => {
  await toStart();
  await tarazy.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  const isVisible = () => tarazy.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
  expect(await isVisible()).toBe(false);
  startAgain([]);
  await expect.poll(isVisible).toBe(true);
  expect(await tarazy.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('a file that is gone, or is none of ours, is refused in words beside those that can be taken', async () => {
  await toStart();
  writeFileSync(at('Жалған.tscores'), 'бұл жай ғана мәтін');
  startAgain(['Жалған.tscores', contest]);
  await expect(heading()).toHaveText(contest);
  await expect(tarazy.page.getByText('Бұл басқа түрдегі файл: Жалған.tscores')).toBeVisible();
  rmSync(at('Жалған.tscores'));
  startAgain(['Жалған.tscores']);
  await expect(tarazy.page.getByText(/Файл табылмады: Жалған\.tscores/)).toBeVisible();
});

test('on the command line of the first start too, all of them', async () => {
  const other = await launchApp({ args: sheets.map(at) });
  await expect(other.page.getByText(`Файл ашылуын күтіп тұр: ${sheets.join(', ')}`)).toBeVisible();
  // Another profile is another instance: both are running now.
  await expect(heading()).toBeVisible();
  expect(other.userData).not.toBe(tarazy.userData);
  await other.close();
  for (const [name, title] of [
    [contest, contest],
    [ballotFile, 'Парақтың кодын енгізіңіз'],
  ] as const) {
    const started = await launchApp({ args: [at(name)] });
    await expect(started.page.getByRole('heading', { level: 1 })).toHaveText(title);
    await started.close();
  }
});
