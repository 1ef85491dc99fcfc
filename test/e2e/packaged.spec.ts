import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { FuseState, FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses';
import { chromium, expect, test, type Browser, type Page } from '@playwright/test';
import { issueBallot } from './support/issuedBallot';
import { collectProblems, freshFolder } from './support/launch';

// The packaged application as it is shipped: fused, from its asar, driven from outside over the debugging port only.

const dist = resolve(import.meta.dirname, '../../dist');
const folder = [join(dist, 'not-for-release', 'linux-unpacked'), join(dist, 'linux-unpacked')].find((path) =>
  existsSync(path),
);
const binary = join(folder ?? '', 'tarazy');

test.skip(process.platform !== 'linux', 'the package is driven on Linux only');
test.beforeAll(() => {
  expect(folder, 'run `npm run package` first').toBeDefined();
});

interface Packaged {
  readonly process: ChildProcess;
  readonly browser: Browser;
  readonly page: Page;
  readonly problems: string[];
}

async function start(userData = freshFolder(), files: readonly string[] = []): Promise<Packaged> {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  // The debugging port's own switch, not Node's --inspect: the fuses forbid that one.
  const child = spawn(binary, [...sandbox, '--disable-gpu', '--remote-debugging-port=0', ...files], {
    env: { ...process.env, TARAZY_USER_DATA: userData, TARAZY_NATIVE_BINDING: '' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const endpoint = await new Promise<string>((found, fail) => {
    let output = '';
    child.stderr.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
      const match = /DevTools listening on (ws:\S+)/.exec(output);
      if (match?.[1] !== undefined) found(match[1]);
    });
    child.once('exit', (code) => fail(new Error(`ended with ${code}: ${output}`)));
  });
  const browser = await chromium.connectOverCDP(endpoint);
  const context = browser.contexts()[0];
  if (context === undefined) throw new Error('the application has no page');
  const page = context.pages()[0] ?? (await context.waitForEvent('page'));
  return { process: child, browser, page, problems: collectProblems(page) };
}

/** As a power failure would: nobody gets a word in. */
async function cut({ browser, process: child }: Packaged): Promise<void> {
  const ended = new Promise((done) => child.once('exit', done));
  child.kill('SIGKILL');
  await ended;
  await browser.close();
}

test('every fuse of the binary is as it should be', async () => {
  const wire = await getCurrentFuseWire(binary);
  expect(wire.version).toBe(FuseVersion.V1);
  const { DISABLE, ENABLE } = FuseState;
  expect({
    runAsNode: wire[FuseV1Options.RunAsNode],
    nodeOptions: wire[FuseV1Options.EnableNodeOptionsEnvironmentVariable],
    inspect: wire[FuseV1Options.EnableNodeCliInspectArguments],
    fileProtocol: wire[FuseV1Options.GrantFileProtocolExtraPrivileges],
    onlyAsar: wire[FuseV1Options.OnlyLoadAppFromAsar],
    integrity: wire[FuseV1Options.EnableEmbeddedAsarIntegrityValidation],
    cookies: wire[FuseV1Options.EnableCookieEncryption],
  }).toEqual({
    runAsNode: DISABLE,
    nodeOptions: DISABLE,
    inspect: DISABLE,
    fileProtocol: DISABLE,
    onlyAsar: ENABLE,
    integrity: ENABLE,
    cookies: ENABLE,
  });
});

test('the folder holds one addon, no sources and no bootstrap', () => {
  expect(existsSync(join(folder ?? '', 'resources', 'app.asar'))).toBe(true);
  expect(existsSync(join(folder ?? '', 'resources', 'default_app.asar'))).toBe(false);
  const listing = readFileSync(join(folder ?? '', 'resources', 'app.asar'))
    .subarray(0, 200_000)
    .toString('latin1');
  expect(listing.match(/[\w-]+\.node"/g)).toEqual([`linux-${process.arch}.node"`]);
  expect(listing).not.toContain('.ts"');
});

test('it starts, shows its start screen, and reaches the encrypted database', async () => {
  const packaged = await start();
  try {
    await expect(packaged.page.getByRole('button').first()).toBeVisible();
    expect(packaged.page.url()).toBe('app://tarazy/index.html');
    const opened = await packaged.page.evaluate(() => window.tarazy.call('contest.demo', { task: 'demo' }));
    expect(opened).toMatchObject({ ok: true, value: { vault: { problem: null } } });
    expect(packaged.problems).toEqual([]);
  } finally {
    await cut(packaged);
  }
});

test('a juror starts it with a ballot, marks by keyboard, and finds the mark again after a power failure', async () => {
  const ballot = await issueBallot();
  const home = freshFolder();
  const openBallot = async () => {
    const packaged = await start(home, [ballot.path]);
    await expect(packaged.page.getByLabel('Код', { exact: true })).toBeFocused();
    await packaged.page.keyboard.type(ballot.code);
    await packaged.page.keyboard.press('Enter');
    return packaged;
  };
  const mark = ({ page }: Packaged) =>
    page
      .getByRole('region', { name: 'Бағалау', exact: true })
      .getByRole('radiogroup')
      .first()
      .getByRole('radio', { name: '8', exact: true });

  const before = await openBallot();
  try {
    await expect(before.page.getByRole('button', { name: 'Бағалауды бастау' })).toBeFocused();
    await before.page.keyboard.press('Enter');
    await expect(before.page.getByText(`Бағаланды: 0 / ${String(ballot.nominees)}`)).toBeVisible();
    await before.page.keyboard.press('8');
    await expect(mark(before)).toBeChecked();
    await expect(before.page.getByText(/^Сақталды, \d\d:\d\d$/)).toBeVisible();
    expect(before.problems).toEqual([]);
  } finally {
    await cut(before);
  }
  const after = await openBallot();
  try {
    await expect(mark(after)).toBeChecked();
    expect(after.problems).toEqual([]);
  } finally {
    await cut(after);
  }
});
