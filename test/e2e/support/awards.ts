import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { expect, type Page } from '@playwright/test';
import type { CallName, InputOf, OutputOf } from '@shared/ipc/contract';
import type { CriterionId, JurorId, RoundId } from '@shared/model/ids';
import type { Snapshot } from '@shared/model/snapshot';
import { contestPassword, typePassword } from './contest';
import { chairPassword } from './closedContest';
import { freshFolder, type Launched } from './launch';

/*
 * What a secretary and jurors do, by the calls that the screens make; for walks whose point is somewhere else. A small
 * jury: nothing here is about its size, and every ballot costs two derived keys.
 */

/** What the call gives; a failure is the test's. */
export async function ask<K extends CallName>(page: Page, call: K, input: InputOf<K>): Promise<OutputOf<K>> {
  const result = await page.evaluate(
    ([name, value]) => window.tarazy.call(name as 'contest.close', value as InputOf<'contest.close'>),
    [call, input] as readonly [string, unknown],
  );
  if (!result.ok) throw new Error(`${call}: ${JSON.stringify(result.failure)}`);
  return result.value as unknown as OutputOf<K>;
}

export async function saveTo(secretary: Launched, kind: InputOf<'files.pickSave'>['kind'], path: string) {
  await secretary.answerSave(path);
  const file = await ask(secretary.page, 'files.pickSave', { kind, suggestedName: 'x' });
  if (file === null) throw new Error('nowhere to save');
  return file.token;
}

interface NewContest {
  readonly template: string;
  readonly level?: 'regional' | 'national';
  readonly name?: string;
}

export async function createContest(secretary: Launched, { template, level, name = template }: NewContest) {
  const { page } = secretary;
  const { head } = await ask(page, 'contest.templateHead', { template });
  const file = await saveTo(secretary, 'contest', join(freshFolder(), `${name}.tarazy`));
  const input = { template, head: { ...head, edition: '2026' }, file, password: contestPassword };
  const made = await ask(page, 'contest.create', level === undefined ? input : { ...input, level });
  return made.snapshot;
}

/** Jurors, of whom the first is the chair; one who marked a nominee is enough. */
export async function seatJury(page: Page, { contest }: Pick<Snapshot, 'contest'>, names: readonly string[]) {
  const { ties, jury, aggregation, threshold, budget, quotas, oneAward } = contest.rules;
  const { displayDigits } = aggregation;
  await ask(page, 'setup.saveRules', {
    ties: [...ties],
    jury: { ...jury, minScoresPerNominee: 1 },
    across: { acrossJurors: 'mean' },
    displayDigits,
    rounding: {},
    placeStyle: 'standard',
    winners: { threshold, budget, quotas: [...quotas], oneAward: oneAward ?? false, pool: null },
  });
  let seated: OutputOf<'jury.save'> = {};
  for (const [i, name] of names.entries())
    seated = await ask(page, 'jury.save', { id: null, name, title: '', contact: '', chair: i === 0 });
  return (seated.jury?.jurors ?? []).map(({ id }) => id);
}

interface Issued {
  readonly path: string;
  readonly code: string;
  readonly juror: number;
}

async function issueTo(secretary: Launched, round: RoundId, jurors: readonly JurorId[]) {
  const folder = freshFolder();
  await secretary.answerOpen([folder]);
  const picked = await ask(secretary.page, 'files.pickFolder', {});
  if (picked === null) throw new Error('no folder');
  const { ballots } = await ask(secretary.page, 'ballots.issue', {
    round,
    jurors: [...jurors],
    dueAt: '2026-12-01T13:00:00.000Z',
    sendTo: '',
    instructions: { kk: '', ru: '', en: '' },
    folder: picked.token,
    task: 'issue',
  });
  const written = new Set(readdirSync(folder));
  return (ballots?.issued ?? [])
    .filter((each) => each.round === round && written.has(each.fileName))
    .map((each): Issued => ({ path: join(folder, each.fileName), code: each.code, juror: jurors.indexOf(each.juror) }));
}

/** By the nominee's number, the juror's and the criterion's place; null: the juror recuses from this nominee. */
export type MarkOf = (nominee: number, juror: number, criterion: number) => number | null;

/** Marks the ballots one after another on this computer; whatever was open there is closed. Gives the files to send back. */
async function markAll(computer: Launched, issued: readonly Issued[], markOf: MarkOf) {
  const { page } = computer;
  const back: string[] = [];
  for (const { path, code, juror } of issued) {
    await computer.answerOpen([path]);
    const [file] = await ask(page, 'files.pick', { kind: 'ballot', multiple: false });
    if (file === undefined) throw new Error('no ballot');
    const ballot = await ask(page, 'ballot.open', { from: { kind: 'file', file: file.token }, code });
    for (const [i, { entry }] of ballot.cards.entries()) {
      const nominee = ballot.entries[i];
      const criteria = ballot.categories.find(({ id }) => id === nominee?.category)?.criteria ?? [];
      for (const [c, { id }] of criteria.entries()) {
        const value = markOf(nominee?.number ?? 0, juror, c);
        if (value !== null) await ask(page, 'ballot.mark', { entry, criterion: id as CriterionId, value });
        else if (c === 0) await ask(page, 'ballot.recuse', { entry, ground: 'family', note: '' });
      }
    }
    const target = join(freshFolder(), `${juror + 1}.tscores`);
    const to = await saveTo(computer, 'returned-ballot', target);
    await ask(page, 'ballot.submit', { to, allowIncomplete: false });
    await ask(page, 'ballot.close', {});
    back.push(target);
  }
  return back;
}

async function bringBack(secretary: Launched, files: readonly string[]): Promise<void> {
  await secretary.answerOpen(files);
  const picked = await ask(secretary.page, 'files.pick', { kind: 'returned-ballot', multiple: true });
  await ask(secretary.page, 'ballots.import', { files: picked.map(({ token }) => token), task: 'import' });
}

/** The contest that this computer had open last; what it holds now. */
export async function openAgain(page: Page): Promise<Snapshot> {
  const recent = (await ask(page, 'start.recents', {})).find(({ kind }) => kind === 'contest');
  if (recent === undefined) throw new Error('no contest was open here');
  const secret = { kind: 'password', text: contestPassword } as const;
  return (await ask(page, 'contest.open', { from: { kind: 'recent', id: recent.id }, secret })).snapshot;
}

/** The page shows what its own calls did; what a test called past it is seen after opening the contest again. */
export async function reopen({ page }: Launched, name: string): Promise<void> {
  await ask(page, 'contest.close', {});
  await page.reload();
  await page.getByText(`${name}.tarazy`).first().click();
  await typePassword(page);
  await expect(page.getByRole('navigation')).toBeVisible();
}

/** Issues, marks and brings back a round on one computer. */
export async function scoreRound(secretary: Launched, round: RoundId, jurors: readonly JurorId[], markOf: MarkOf) {
  const back = await markAll(secretary, await issueTo(secretary, round, jurors), markOf);
  await openAgain(secretary.page);
  await bringBack(secretary, back);
}

/** Seals what is closed with both passwords, and writes the results file; gives its code. */
export async function sealTo(secretary: Launched, path: string): Promise<string> {
  const { page } = secretary;
  const current = { kind: 'password', text: contestPassword } as const;
  await ask(page, 'access.setChairPassword', { current, next: chairPassword });
  await ask(page, 'seal.make', { secretary: contestPassword, chair: chairPassword });
  const file = await saveTo(secretary, 'results', path);
  return (await ask(page, 'results.write', { file, task: 'results' })).code;
}

/** Rows of a sheet of the winners' workbook, by the end of its name. */
export async function rowsOfWorkbook(path: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  return new Map(
    book.worksheets.map((sheet) => {
      const rows: string[] = [];
      sheet.eachRow((row) => {
        const cells: string[] = [];
        row.eachCell((cell) => cells.push(cell.text));
        rows.push(cells.join(' | '));
      });
      return [sheet.name, rows] as const;
    }),
  );
}
