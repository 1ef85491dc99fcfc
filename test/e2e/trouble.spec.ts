import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { freshFolder, launchApp, type Launched } from './support/launch';
import { closeContest, openNewContest, typePassword } from './support/contest';
import { expectAccessible } from './support/page';

// What goes wrong with files, media and power: each has its own words in the window, and nothing acknowledged is lost.

const magic = Buffer.from('\u0089TARAZY\n', 'latin1');

async function tryToOpen(secretary: Launched, path: string): Promise<void> {
  const { page } = secretary;
  await secretary.answerOpen([path]);
  await page.getByRole('button', { name: /^Байқауды ашу/ }).press('Enter');
  await typePassword(page);
}

/** An acknowledged change: it is on the disk of this computer when this returns. */
async function seatJuror(page: Page, name: string): Promise<void> {
  const answer = await page.evaluate(
    (juror) => window.tarazy.call('jury.save', { id: null, name: juror, title: '', contact: '', chair: false }),
    name,
  );
  expect(answer.ok).toBe(true);
}

test.describe('a file that is not as it should be', () => {
  let secretary: Launched;
  let whole: Buffer;
  const folder = freshFolder();

  test.beforeAll(async () => {
    secretary = await openNewContest();
    await closeContest(secretary.page);
    const recents = await secretary.page.evaluate(() => window.tarazy.call('start.recents', {}));
    if (!recents.ok) throw new Error(recents.failure.code);
    const [id] = readdirSync(join(secretary.userData, 'contests'));
    const versions = join(secretary.userData, 'contests', id ?? '', 'versions');
    whole = readFileSync(join(versions, readdirSync(versions)[0] ?? ''));
  });
  test.afterAll(async () => {
    await secretary.close();
  });
  test.afterEach(async () => {
    await secretary.page.reload();
  });

  const flipped = (at: number): Buffer => {
    const bytes = Buffer.from(whole);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    return bytes;
  };
  const save = (name: string, bytes: Buffer): string => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  };

  test('cut short or with a spoilt head it is damaged', async () => {
    const { page } = secretary;
    const short = save('Үзілген.tarazy', whole);
    truncateSync(short, whole.length - 1000);
    await tryToOpen(secretary, short);
    await expect(page.getByText('Файл зақымдалған: Үзілген.tarazy')).toBeVisible();
    await expectAccessible(page);
    await page.reload();
    await tryToOpen(secretary, save('Бүлінген.tarazy', flipped(100)));
    await expect(page.getByText('Файл зақымдалған: Бүлінген.tarazy')).toBeVisible();
  });

  test('with one byte of its body changed it was altered, and is not opened', async () => {
    await tryToOpen(secretary, save('Өзгертілген.tarazy', flipped(whole.length - 5000)));
    await expect(secretary.page.getByText('Файл кейін өзгертілген: Өзгертілген.tarazy')).toBeVisible();
    await expect(secretary.page.getByRole('navigation')).toHaveCount(0);
  });

  test('a text under our ending is another kind of file', async () => {
    await tryToOpen(secretary, save('Хат.tarazy', Buffer.from('Құрметті әріптестер!\n')));
    await expect(secretary.page.getByText('Бұл басқа түрдегі файл: Хат.tarazy')).toBeVisible();
    await expect(secretary.page.getByText('Керегі: байқау файлы (.tarazy).')).toBeVisible();
  });

  test('opened by a double click, a file that is none of ours says so in the window', async () => {
    const letter = save('Хат (2).tballot', Buffer.from('Құрметті әріптестер!\n'));
    const opened = await launchApp({ args: [letter] });
    await expect(opened.page.getByText('Бұл басқа түрдегі файл: Хат (2).tballot')).toBeVisible();
    await opened.close();
  });

  test('made by a later release it asks for an update', async () => {
    const header = Buffer.from(JSON.stringify({ format: 99, purpose: 'not known today' }));
    const length = Buffer.alloc(4);
    length.writeUInt32LE(header.length);
    const sha = createHash('sha256').update(header).digest();
    const later = Buffer.concat([magic, length, sha, Buffer.alloc(32), header, Buffer.alloc(4096)]);
    await tryToOpen(secretary, save('Ертеңгі.tarazy', later));
    await expect(
      secretary.page.getByText('Файл бағдарламаның жаңарақ нұсқасында жасалған: Ертеңгі.tarazy'),
    ).toBeVisible();
  });

  test('open in another process it is in use', async () => {
    test.skip(process.platform !== 'linux', 'the lock names its holder as /proc tells it');
    const [id] = readdirSync(join(secretary.userData, 'contests'));
    const lock = join(secretary.userData, 'contests', id ?? '', 'lock');
    const stat = readFileSync('/proc/self/stat', 'utf8');
    const startedAt = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    writeFileSync(lock, JSON.stringify({ pid: process.pid, startedAt, host: hostname(), boot, token: '0'.repeat(24) }));
    const path = save('Ашық.tarazy', whole);
    await tryToOpen(secretary, path);
    await expect(secretary.page.getByText('Файл басқа терезеде ашық: Ашық.tarazy')).toBeVisible();
    rmSync(lock);
    await secretary.page.keyboard.press('Enter');
    await expect(secretary.page.getByRole('navigation', { name: 'Негізгі мәзір' })).toBeVisible();
    await closeContest(secretary.page);
  });
});

test.describe('a medium that takes nothing more', () => {
  test.describe.configure({ mode: 'serial' });
  test.skip(
    process.platform !== 'linux' || process.getuid?.() !== 0 || spawnSync('mount', ['--version']).status !== 0,
    'media are made with mount, as root',
  );

  const stick = freshFolder();
  const mount = (...args: string[]) => spawnSync('mount', args, { encoding: 'utf8' });
  let secretary: Launched;

  test.beforeAll(async () => {
    const mounted = mount('-t', 'tmpfs', '-o', 'size=20m', 'tmpfs', stick);
    test.skip(mounted.status !== 0, `no medium can be mounted here: ${mounted.stderr}`);
    secretary = await openNewContest({}, stick);
  });
  test.afterAll(async () => {
    await secretary.close();
    spawnSync('umount', ['-l', stick]);
  });

  const foot = () => secretary.page.getByRole('navigation', { name: 'Негізгі мәзір' });
  const publish = async () => {
    const { page } = secretary;
    const button = foot().getByRole('button', { name: 'Файлға жазу' });
    if (await button.isVisible()) {
      await button.press('Enter');
      return;
    }
    await foot().getByRole('button').first().press('Enter');
    await page.getByRole('menuitem', { name: 'Файлға жазу' }).press('Enter');
  };

  test('read-only: the work is safe here, and goes to the file once it can be written', async () => {
    const { page } = secretary;
    expect(mount('-o', 'remount,ro', stick).status).toBe(0);
    await seatJuror(page, 'Ермек Қайратұлы');
    await publish();
    await expect(foot().getByText(/^Файл тек оқуға арналған жерде/)).toBeVisible();
    await expect(foot().getByText('Осы компьютерде сақталды')).toBeVisible();
    await expectAccessible(page);
    expect(mount('-o', 'remount,rw', stick).status).toBe(0);
    await publish();
    await expect(page.getByText(/^Файл тек оқуға/)).toHaveCount(0);
    await expect(foot().getByText(/^Файлға жазылды: \d\d:\d\d$/)).toBeVisible();
  });

  test('closed on such a medium it waits on this computer, and opens with everything', async () => {
    const { page } = secretary;
    expect(mount('-o', 'remount,ro', stick).status).toBe(0);
    await seatJuror(page, 'Дінмұхамед Қуанышұлы');
    await closeContest(page);
    await expect(page.getByText(/^Файл тек оқуға арналған жерде/)).toBeVisible();
    const recent = page.getByRole('list', { name: 'Соңғы файлдар' });
    await expect(recent).toContainText('Файлға жазылмаған');
    expect(mount('-o', 'remount,rw', stick).status).toBe(0);
    await recent.getByRole('button').first().press('Enter');
    await typePassword(page);
    await page.getByRole('navigation').getByRole('button', { name: 'Қазылар алқасы' }).press('Enter');
    await expect(page.getByText('Дінмұхамед Қуанышұлы', { exact: true }).first()).toBeVisible();
    await publish();
    await expect(foot().getByText(/^Файлға жазылды: \d\d:\d\d$/)).toBeVisible();
  });

  test('full: the same, and room made is enough', async () => {
    const { page } = secretary;
    // The line «written hh:mm» may still be that of the writing before: this answer comes when the last one has ended.
    await page.evaluate(() => window.tarazy.call('contest.publish', {}));
    const before = readFileSync(join(stick, 'Байқау.tarazy'));
    fillUp(join(stick, 'толтырғыш'));
    await seatJuror(page, 'Гүлнар Әбдіқызы');
    await publish();
    await expect(foot().getByText(/^Дискіде орын қалмады/)).toBeVisible();
    await expect(foot().getByText('Осы компьютерде сақталды')).toBeVisible();
    expect(readFileSync(join(stick, 'Байқау.tarazy')).equals(before)).toBe(true);
    rmSync(join(stick, 'толтырғыш'));
    await publish();
    await expect(foot().getByText(/^Файлға жазылды: \d\d:\d\d$/)).toBeVisible();
    expect(readFileSync(join(stick, 'Байқау.tarazy')).equals(before)).toBe(false);
    expect(readdirSync(stick)).toEqual(['Байқау.tarazy']);
  });

  function fillUp(path: string): void {
    const block = Buffer.alloc(64 * 1024);
    const full = () => {
      try {
        writeFileSync(path, block, { flag: 'a' });
        return false;
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') return true;
        throw error;
      }
    };
    while (!full());
  }
});

test('what was acknowledged when the power failed is there, and the window says that it was recovered', async () => {
  const before = await openNewContest();
  const jurors = Array.from({ length: 5 }, (_, index) => `Қазы ${String(index + 1)}`);
  for (const name of jurors) await seatJuror(before.page, name);
  await before.kill();

  const secretary = await launchApp({ userData: before.userData });
  const { page } = secretary;
  const recent = page.getByRole('list', { name: 'Соңғы файлдар' });
  await expect(recent).toContainText('Файлға жазылмаған');
  await recent.getByRole('button').first().press('Enter');
  await typePassword(page);
  await expect(page.getByText(/Жұмыс қалпына келтірілді, ештеңе жоғалған жоқ\./)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('navigation').getByRole('button', { name: 'Қазылар алқасы' }).press('Enter');
  for (const name of jurors) await expect(page.getByText(name, { exact: true }).first()).toBeVisible();
  await secretary.close();
});
