import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Launched } from '../../e2e/support/launched';
import { startApplication } from '../lib/application';
import { fillContest, password } from '../lib/filledContest';
import type { Part } from '../lib/parts';
import { lookInto, lookIntoUnnamed, processesOf, Secrets, type Looked } from '../lib/readable';
import { Tally, type Promised } from '../lib/tally';
import { walkBallot, walkContest } from '../lib/walk';
import { passwords, people, texts } from './people';

export interface WindowInput {
  readonly folder: string;
  readonly lives: number;
}

export interface WindowAnswer {
  readonly looks: number;
  readonly promises: readonly Promised[];
}

/** What is in every text field, in turn. */
const typed = [people.nominees[0], people.jurors[1], texts.note, texts.contact];

/**
 * The application itself, which leaves more than our own code writes: the browser's storage and caches, logs, temporary
 * files, and whatever a process that crashes leaves. Home and temporary folder are its own.
 */
export const part: Part = async (input, tell): Promise<WindowAnswer> => {
  const { folder, lives } = input as WindowInput;
  const readable = new Tally('files in which something can be read');
  let looks = 0;
  const look = ({ files, found }: Looked) => {
    looks += 1;
    readable.tried(files);
    for (const each of found) readable.found(`${each}, with the application`);
  };
  for (let n = 0; n < lives; n += 1) {
    const place = join(folder, String(n));
    const env = environment(place);
    const secrets = new Secrets();
    for (const text of [...typed, passwords.wrong, password, texts.comment]) secrets.addText(text, text);
    const lookAt = ({ pid }: Launched) => {
      look(lookInto(place, secrets, isOwn));
      look(lookIntoUnnamed(processesOf(pid), secrets));
    };
    tell(`window ${n}, the secretary`);
    const secretary = await startApplication(join(place, 'secretary'), { env });
    const { ballot, code } = await fillContest(secretary, place, typed);
    for (const text of [code, code.replaceAll('-', '')]) secrets.addText('the code of the ballot', text);
    lookAt(secretary);
    await secretary.page.reload();
    await secretary.page.locator('.recent-open').first().click();
    await secretary.page.locator('input[type=password]').fill(passwords.wrong);
    await secretary.page.keyboard.press('Enter');
    await secretary.page.locator('input[aria-invalid=true]').waitFor();
    await secretary.page.reload();
    await walkContest(secretary.page, (where) => Promise.resolve(tell(`window ${n}, ${where}`)));
    lookAt(secretary);
    await crash(secretary);
    look(lookInto(place, secrets, isOwn));

    tell(`window ${n}, the juror`);
    const juror = await startApplication(join(place, 'juror'), { env, args: [ballot] });
    await walkBallot(juror.page, code, typed.slice(0, 2), (where) => Promise.resolve(tell(`window ${n}, ${where}`)));
    await juror.page.keyboard.press('c');
    await juror.page.locator('textarea').first().fill(texts.comment);
    await juror.page.keyboard.press('Tab');
    lookAt(juror);
    await juror.kill();
    look(lookInto(place, secrets, isOwn));
  }
  return { looks, promises: [readable.promised] };
};

const isOwn = (path: string): boolean => path.startsWith('own/');

function environment(place: string): Readonly<Record<string, string>> {
  const at = (name: string) => {
    mkdirSync(join(place, name), { recursive: true });
    return join(place, name);
  };
  return {
    HOME: at('home'),
    TMPDIR: at('tmp'),
    XDG_CONFIG_HOME: at('home/.config'),
    XDG_CACHE_HOME: at('home/.cache'),
    XDG_DATA_HOME: at('home/.local/share'),
    XDG_STATE_HOME: at('home/.local/state'),
  };
}

/** The page's process crashes, then the main one, as a fault in the engine would end them. */
async function crash({ app, pid, ended }: Launched): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.forcefullyCrashRenderer();
  });
  process.kill(pid, 'SIGSEGV');
  await ended;
}
