import { copyFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect } from '@playwright/test';
import { contestPassword, returnBallot, typePassword } from './contest';
import { freshFolder, launchApp, type Launched } from './launch';

/*
 * A contest that is over: one jury round, three jurors, their ballots back, everything closed; with the chair's own
 * password it is ready to be sealed. It is brought there by the calls that the screens make; the screens have tests of their own.
 */

export const chairPassword = 'төрағаның өз құпиясөзі';
const nominated = ['Әбдірахман Сәуле', 'Жұмабаев Алихан', 'Үсенова Дана'];
const panel = ['Ли Виктор', 'Қалиева Ұлжан', 'Өтегенов Мәди'];

/** The contest's file; nobody has it open. */
export async function makeClosedContest(chair: string | null = chairPassword): Promise<string> {
  const secretary = await launchApp();
  const { page } = secretary;
  const file = join(freshFolder(), 'Байқау.tarazy');
  const ballots = freshFolder();
  await secretary.answerSave(file);
  await secretary.answerOpen([ballots]);
  const codes = await page.evaluate(issueBallots, { students: nominated, jurors: panel, password: contestPassword });
  const back = await Promise.all(
    codes.map((issued, index) => returnBallot(join(ballots, issued.file), issued.code, 7 + index)),
  );
  await secretary.answerOpen(back);
  await page.evaluate(closeEverything, { password: contestPassword, chair });
  await secretary.close();
  return file;
}

/** Whoever seals it changes the file: each walk has its own. */
export function copyOf(file: string): string {
  const copy = join(freshFolder(), basename(file));
  copyFileSync(file, copy);
  return copy;
}

/** Without the chair's password. */
export async function openClosedContest(): Promise<Launched> {
  const secretary = await launchApp({ args: [await makeClosedContest(null)] });
  await typePassword(secretary.page);
  await expect(secretary.page.getByRole('navigation')).toBeVisible();
  return secretary;
}

interface People {
  readonly students: readonly string[];
  readonly jurors: readonly string[];
  readonly password: string;
}

/** Runs in the page. */
async function issueBallots({ students, jurors, password }: People) {
  const { tarazy } = window;
  const must = <T>(result: { ok: true; value: T } | { ok: false; failure: { code: string } }): T => {
    if (!result.ok) throw new Error(result.failure.code);
    return result.value;
  };
  const head = must(await tarazy.call('contest.templateHead', { template: 'jana-beles' }));
  const file = must(await tarazy.call('files.pickSave', { kind: 'contest', suggestedName: 'Байқау' }));
  if (file === null) throw new Error('nowhere to save');
  const { snapshot } = must(
    await tarazy.call('contest.create', {
      template: 'jana-beles',
      head: { ...head.head, edition: '2026' },
      file: file.token,
      password,
    }),
  );
  const [check, , final] = snapshot.contest.rounds;
  const category = snapshot.contest.categories[0]?.id;
  if (check === undefined || final === undefined || category === undefined) throw new Error('not this template');
  const scale = 'scale' in final.rules ? final.rules.scale : null;
  must(
    await tarazy.call('setup.saveRounds', {
      rounds: [
        { id: check.id, name: check.name, kind: 'technical', scale: null, advance: check.advance, weight: null },
        { id: final.id, name: final.name, kind: 'jury', scale, advance: final.advance, weight: 10_000 },
      ],
      combination: 'weighted_mean',
    }),
  );
  for (const name of students) {
    const fields = { university: 'ҚазҰУ', consent: '2026-11-01' };
    must(await tarazy.call('nominees.add', { name, kind: 'person', category, fields }));
  }
  const ids = [];
  for (const [index, name] of jurors.entries()) {
    const { jury } = must(
      await tarazy.call('jury.save', { id: null, name, title: '', contact: '', chair: index === 0 }),
    );
    ids.push(...(jury?.jurors ?? []).filter((juror) => juror.name === name).map(({ id }) => id));
  }
  must(await tarazy.call('check.admitAll', { round: check.id }));
  must(await tarazy.call('round.close', { round: check.id }));
  const folder = must(await tarazy.call('files.pickFolder', {}));
  if (folder === null) throw new Error('no folder for the ballots');
  const { ballots } = must(
    await tarazy.call('ballots.issue', {
      round: final.id,
      jurors: ids,
      dueAt: '2026-12-01T13:00:00.000Z',
      sendTo: 'hatshy@example.kz',
      instructions: { kk: '', ru: '', en: '' },
      folder: folder.token,
      task: 'issue',
    }),
  );
  return (ballots?.issued ?? []).map(({ fileName, code }) => ({ file: fileName, code }));
}

/** Runs in the page. */
async function closeEverything({ password, chair }: { readonly password: string; readonly chair: string | null }) {
  const { tarazy } = window;
  const must = <T>(result: { ok: true; value: T } | { ok: false; failure: { code: string } }): T => {
    if (!result.ok) throw new Error(result.failure.code);
    return result.value;
  };
  const files = must(await tarazy.call('files.pick', { kind: 'returned-ballot', multiple: true }));
  const { ballots } = must(
    await tarazy.call('ballots.import', { files: files.map(({ token }) => token), task: 'import' }),
  );
  const round = ballots?.issued[0]?.round;
  if (round === undefined) throw new Error('no ballot was issued');
  must(await tarazy.call('round.close', { round }));
  if (chair !== null)
    must(await tarazy.call('access.setChairPassword', { current: { kind: 'password', text: password }, next: chair }));
  must(await tarazy.call('contest.close', {}));
}
