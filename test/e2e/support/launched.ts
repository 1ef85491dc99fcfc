import type { ChildProcess } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type ElectronApplication, type Page } from '@playwright/test';
import type { Language } from '@shared/model/language';

export interface LaunchOptions {
  /** A profile to go on with; by default a fresh, empty one. */
  readonly userData?: string;
  /** As chosen in an earlier session; by default what a fresh profile takes from the system. */
  readonly language?: Language;
  readonly env?: Readonly<Record<string, string>>;
  /** Command line after the application, such as a file to open. */
  readonly args?: readonly string[];
}

/** The real application in a window of its own, driven by the test. */
export interface Launched {
  /** The main process from inside; only in the development build, so tests that use it are listed in insideOnly.ts. */
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly userData: string;
  /** Errors on the page's console and policy violations so far; `close` expects none. Empty it where they are the point. */
  readonly problems: string[];
  /** What starts it once more on the same profile; a file to open comes after `args`. */
  readonly command: {
    readonly executable: string;
    readonly args: readonly string[];
    readonly env: Readonly<Record<string, string | undefined>>;
  };
  /** Its main process, as the system knows it. */
  readonly pid: number;
  /** The next open dialogs answer with these paths; with none they are cancelled. */
  answerOpen(paths: readonly string[]): Promise<void>;
  /** The next save dialogs answer with this path; undefined cancels. */
  answerSave(path: string | undefined): Promise<void>;
  /** Quits as the end of a session does, and waits until everything is written. */
  close(): Promise<void>;
  /** Resolves when the process has ended, by whomever. */
  readonly ended: Promise<unknown>;
  /** Ends the process at once, as a power failure would (without the page getting a word in). */
  kill(): Promise<void>;
}

export const freshFolder = (): string => mkdtempSync(join(tmpdir(), 'tarazy-test-'));

/** Chromium's sandbox does not start for root. */
export const sandboxSwitch: readonly string[] = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** Ends what a test that failed half-way left running. @returns what forgets it, once it has ended */
export function endWithTest(child: ChildProcess): () => void {
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  return () => process.off('exit', kill);
}

export function processId({ pid }: ChildProcess): number {
  if (pid === undefined) throw new Error('the application did not start');
  return pid;
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

export const expectNone = (problems: readonly string[]): void => {
  expect(problems, 'errors on the page’s console').toEqual([]);
};
