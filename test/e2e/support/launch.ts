import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, expect, type ElectronApplication, type Page } from '@playwright/test';

const root = resolve(import.meta.dirname, '../../..');

export interface LaunchOptions {
  /** A profile to go on with; by default a fresh, empty one. */
  readonly userData?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Command line after the application's folder, such as a file to open. */
  readonly args?: readonly string[];
}

/** The real application in a window of its own, driven by the test. */
export interface Launched {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly userData: string;
  /** Errors on the page's console and policy violations so far; `close` expects none. Empty it where they are the point. */
  readonly problems: string[];
  /** The next open dialogs answer with these paths; with none they are cancelled. */
  answerOpen(paths: readonly string[]): Promise<void>;
  /** The next save dialogs answer with this path; undefined cancels. */
  answerSave(path: string | undefined): Promise<void>;
  /** Closes the window as a user would, and waits until everything is written. */
  close(): Promise<void>;
  /** Ends the process at once, as a power failure would (without the page getting a word in). */
  kill(): Promise<void>;
}

export const freshFolder = (): string => mkdtempSync(join(tmpdir(), 'tarazy-test-'));

/** The executable that scripts/ found; tests are started through them. */
export function electronExecutable(): string {
  const executable = process.env['ELECTRON_EXEC_PATH'];
  if (executable === undefined) throw new Error('start end-to-end tests with `npm run e2e`');
  return executable;
}

export async function launchApp(options: LaunchOptions = {}): Promise<Launched> {
  const userData = options.userData ?? freshFolder();
  const app = await _electron.launch({
    executablePath: electronExecutable(),
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu', root, ...(options.args ?? [])],
    env: { ...definedEnv(), LANG: 'C.UTF-8', ...options.env, TARAZY_USER_DATA: userData },
    timeout: 30_000,
  });
  const page = await app.firstWindow();
  const problems = collectProblems(page);
  return {
    app,
    page,
    userData,
    problems,
    answerOpen: (paths) =>
      app.evaluate(
        ({ dialog }, filePaths) => {
          dialog.showOpenDialog = () => Promise.resolve({ canceled: filePaths.length === 0, filePaths });
        },
        [...paths],
      ),
    answerSave: (path) =>
      app.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: filePath === '', filePath });
      }, path ?? ''),
    close: async () => {
      await app.close();
      expect(problems, 'errors on the page’s console').toEqual([]);
    },
    kill: async () => {
      const process = app.process();
      const ended = new Promise((done) => process.once('exit', done));
      process.kill('SIGKILL');
      await ended;
    },
  };
}

/** Everything the page complains about; a violation of the content security policy is one of them. */
export function collectProblems(page: Page): string[] {
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(String(error)));
  return problems;
}

function definedEnv(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
