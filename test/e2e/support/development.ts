import { _electron } from '@playwright/test';
import { collectProblems, expectNone, processId, sandboxSwitch, type LaunchOptions, type Launched } from './launched';

/** Every script of the project runs there; in a harness this file is part of a bundle that lies elsewhere. */
const root = process.cwd();

/** The build in out/ in the Electron that scripts/ found, driven by Playwright from inside its main process. */
export async function launchDevelopment(userData: string, options: LaunchOptions): Promise<Launched> {
  const executablePath = process.env['ELECTRON_EXEC_PATH'];
  if (executablePath === undefined) throw new Error('start end-to-end tests with `npm run e2e`');
  const args = [...sandboxSwitch, '--disable-gpu', root];
  const env = { ...definedEnv(), LANG: 'C.UTF-8', ...options.env, TARAZY_USER_DATA: userData };
  const app = await _electron.launch({
    executablePath,
    args: [...args, ...(options.args ?? [])],
    env,
    timeout: 120_000,
  });
  const page = await app.firstWindow();
  const problems = collectProblems(page);
  const ended = new Promise((done) => app.process().once('exit', done));
  return {
    app,
    ended,
    page,
    userData,
    problems,
    pid: processId(app.process()),
    command: { executable: executablePath, args, env },
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
      expectNone(problems);
    },
    kill: async () => {
      app.process().kill('SIGKILL');
      await ended;
    },
  };
}

function definedEnv(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
