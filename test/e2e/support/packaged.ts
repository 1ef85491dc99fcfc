import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { chromium, type ElectronApplication, type Page } from '@playwright/test';
import {
  collectProblems,
  endWithTest,
  expectNone,
  freshFolder,
  processId,
  sandboxSwitch,
  type LaunchOptions,
  type Launched,
} from './launched';
import { startDesktop, type Desktop } from './portal';

/** Below the root, where every script of the project runs: in a harness this file is part of a bundle elsewhere. */
const dist = resolve('dist');

const { platform, arch } = process;
const [unpacked, binary] =
  platform === 'darwin'
    ? [arch === 'arm64' ? 'mac-arm64' : 'mac', 'Tarazy.app/Contents/MacOS/Tarazy']
    : platform === 'win32'
      ? ['win-unpacked', 'Tarazy.exe']
      : ['linux-unpacked', 'tarazy'];

/** The binary that `npm run package` made; TARAZY_PACKAGED names another, such as one that a .deb was unpacked to. */
export function packagedBinary(): string {
  const found = findPackagedBinary();
  if (found === undefined) throw new Error('run `npm run package` first');
  return found;
}

/** The same, where it is enough to know that there is none. */
export function findPackagedBinary(): string | undefined {
  const given = process.env['TARAZY_PACKAGED'];
  const made = ['not-for-release', '.'].map((folder) => join(dist, folder, unpacked, binary));
  return (given === undefined ? made : [given]).find((path) => existsSync(path));
}

/** The binary as it is shipped: fused, from its asar, driven from outside over the debugging port only. */
export async function launchPackaged(userData: string, options: LaunchOptions): Promise<Launched> {
  const desktop = platform === 'linux' ? await startDesktop(freshFolder()) : undefined;
  const executable = packagedBinary();
  const args = [...sandboxSwitch, '--disable-gpu'];
  const env = {
    ...process.env,
    LANG: 'C.UTF-8',
    ...options.env,
    ...desktop?.env,
    TARAZY_USER_DATA: userData,
    TARAZY_NATIVE_BINDING: undefined,
  };
  // The debugging port's own switch, not Node's --inspect: the fuses forbid that one.
  const child = spawn(executable, [...args, '--remote-debugging-port=0', ...(options.args ?? [])], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const release = endWithTest(child);
  const ended = once(child, 'exit').then(async () => {
    release();
    await desktop?.end();
  });
  const stop = async (signal: 'SIGTERM' | 'SIGKILL') => {
    child.kill(signal);
    await ended;
  };
  const page = await firstPage(child).catch(async (error: unknown) => {
    await stop('SIGKILL');
    throw error;
  });
  const problems = collectProblems(page);
  const answer = (question: keyof Desktop['answers'], paths: readonly string[]): Promise<void> => {
    if (desktop === undefined) throw new Error('only on Linux is there a portal that a test can stand in for');
    desktop.answers[question] = paths;
    return Promise.resolve();
  };
  return {
    get app(): ElectronApplication {
      throw new Error('the shipped binary cannot be looked into: list this test in test/e2e/support/insideOnly.ts');
    },
    page,
    ended,
    userData,
    problems,
    pid: processId(child),
    command: { executable, args, env },
    answerOpen: (paths) => answer('OpenFile', paths),
    answerSave: (path) => answer('SaveFile', path === undefined ? [] : [path]),
    close: async () => {
      await stop('SIGTERM');
      expectNone(problems);
    },
    kill: () => stop('SIGKILL'),
  };
}

type Child = ChildProcessByStdio<null, null, Readable>;

async function firstPage(child: Child): Promise<Page> {
  const browser = await chromium.connectOverCDP(await debuggingEndpoint(child));
  const context = browser.contexts()[0];
  if (context === undefined) throw new Error('the application has no page');
  return context.pages()[0] ?? (await context.waitForEvent('page'));
}

function debuggingEndpoint(child: Child): Promise<string> {
  return new Promise((found, fail) => {
    let output = '';
    child.stderr.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
      const match = /DevTools listening on (ws:\S+)/.exec(output);
      if (match?.[1] !== undefined) found(match[1]);
    });
    child.once('error', fail);
    child.once('exit', (code) => fail(new Error(`ended with ${String(code)}: ${output}`)));
  });
}
