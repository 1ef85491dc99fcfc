import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { freshFolder, type Launched } from './launch';
import { contestPassword, typePassword } from './contest';
import { goTo } from './page';

// What a secretary does with the file of a contest, for specs that are about something else than how it is done.

export const navigation = (page: Page): Locator => page.getByRole('navigation', { name: 'Негізгі мәзір' });
export const recentFiles = (page: Page): Locator => page.getByRole('list', { name: 'Соңғы файлдар' });
export const keysPlace = (page: Page): Promise<void> => goTo(page, 'Файл мен кілттер');

export async function press(within: Page | Locator, name: string | RegExp): Promise<void> {
  await within
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .press('Enter');
}

export async function openFile(secretary: Launched, path: string, secret = contestPassword): Promise<void> {
  await secretary.answerOpen([path]);
  await press(secretary.page, /^Байқауды ашу/);
  await typePassword(secretary.page, secret);
  await expect(navigation(secretary.page)).toBeVisible();
}

export async function openRecent(page: Page, secret = contestPassword): Promise<void> {
  await recentFiles(page).getByRole('button').first().press('Enter');
  await typePassword(page, secret);
  await expect(navigation(page)).toBeVisible();
}

/** An acknowledged change: it is on the disk of this computer when this returns. */
export async function seatJuror(page: Page, name: string): Promise<void> {
  const answer = await page.evaluate(
    (juror) => window.tarazy.call('jury.save', { id: null, name: juror, title: '', contact: '', chair: false }),
    name,
  );
  expect(answer.ok).toBe(true);
}

/** Who sits on the jury, as the window says. */
export async function expectJurors(page: Page, names: readonly string[]): Promise<void> {
  await goTo(page, 'Қазылар алқасы');
  for (const name of names) await expect(page.getByText(name, { exact: true }).first()).toBeVisible();
}

/** Writes the file and waits until that has ended, well or not. */
export async function publish(page: Page): Promise<void> {
  await page.evaluate(() => window.tarazy.call('contest.publish', {}));
}

/** Why no medium can be mounted here; empty where one can. */
export const noMedia =
  process.platform !== 'linux' || process.getuid?.() !== 0 || spawnSync('mount', ['--version']).status !== 0
    ? 'media are made with mount, as root'
    : '';

/** A stick: a file system of its own that is mounted at `folder`, pulled, and put in again with what is on it. */
export class Stick {
  readonly folder: string;
  readonly #medium = freshFolder();

  constructor(megabytes: number) {
    this.folder = join(freshFolder(), 'USB');
    mkdirSync(this.folder);
    mount('-t', 'tmpfs', '-o', `size=${String(megabytes)}m`, 'tmpfs', this.#medium);
    this.insert();
  }

  insert(): void {
    mount('--bind', this.#medium, this.folder);
  }
  pull(): void {
    const done = spawnSync('umount', [this.folder], { encoding: 'utf8' });
    if (done.status !== 0) throw new Error(`cannot be pulled: ${done.stderr}`);
  }
  protect(how: 'ro' | 'rw'): void {
    mount('-o', `remount,bind,${how}`, this.folder);
  }
  remove(): void {
    for (const place of [this.folder, this.#medium]) spawnSync('umount', ['-l', place]);
  }
}

function mount(...args: string[]): void {
  const done = spawnSync('mount', args, { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`no medium: ${done.stderr}`);
}
