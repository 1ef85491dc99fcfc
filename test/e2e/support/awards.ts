import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { expect } from '@playwright/test';
import type { InputOf } from '@shared/ipc/contract';
import { criterionId, type JurorId, type RoundId } from '@shared/model/ids';
import type { Language } from '@shared/model/language';
import { chairPassword } from './closedContest';
import { Computer } from './computer';
import { issueBallots, contestPassword, seat, typePassword } from './contest';
import { freshFolder, launchApp, type Launched } from './launch';

/*
 * What a secretary and jurors do, by the calls that the screens make, on computers whose screens nobody looks at; for walks
 * whose point is somewhere else.
 */

/** The contest's file, made from a template; it stays open at the office. */
export async function makeFrom(
  office: Computer,
  choice: Pick<InputOf<'contest.create'>, 'template' | 'level'>,
): Promise<string> {
  const { template } = choice;
  const { head } = await office.call('contest.templateHead', { template });
  const path = join(freshFolder(), `${template}.tarazy`);
  const input = { ...choice, head: { ...head, edition: '2026' }, file: office.pick(path), password: contestPassword };
  await office.call('contest.create', input);
  return path;
}

/** The first categories and rounds of the contest that is open there. */
export function partsOf({ snapshot: { contest } }: Computer) {
  const [category] = contest.categories;
  const [first, second] = contest.rounds;
  const last = contest.rounds.at(-1);
  if (category === undefined || first === undefined || second === undefined || last === undefined)
    throw new Error('not this template');
  return { category: category.id, first: first.id, second: second.id, last: last.id };
}

/** Jurors, of whom the first is the chair; one who marked a nominee is enough. `winners`: what differs from the template. */
export async function seatJury(
  office: Computer,
  names: readonly string[],
  winners: Partial<InputOf<'setup.saveRules'>['winners']> = {},
): Promise<readonly JurorId[]> {
  const { ties, jury, aggregation, threshold, budget, quotas, oneAward } = office.snapshot.contest.rules;
  const { displayDigits } = aggregation;
  await office.call('setup.saveRules', {
    ties: [...ties],
    jury: { ...jury, minScoresPerNominee: 1 },
    across: { acrossJurors: 'mean' },
    displayDigits,
    rounding: {},
    placeStyle: 'standard',
    winners: { threshold, budget, quotas: [...quotas], oneAward: oneAward === true, pool: null, ...winners },
  });
  for (const [i, name] of names.entries()) await seat(office, name, i === 0);
  return office.snapshot.jury.jurors.map(({ id }) => id);
}

/** By the nominee's number, the juror's and the criterion's place; null: the juror recuses from this nominee. */
export type MarkOf = (nominee: number, juror: number, criterion: number) => number | null;

/** Issues a round's ballots, marks them on another computer, and brings them back. */
export async function scoreRound(office: Computer, round: RoundId, jurors: readonly JurorId[], markOf: MarkOf) {
  const folder = freshFolder();
  await issueBallots(office, round, folder, { jurors: [...jurors] });
  const written = new Set(readdirSync(folder));
  const issued = office.snapshot.ballots.issued.filter((each) => each.round === round && written.has(each.fileName));
  const back: string[] = [];
  for (const { fileName, code, juror } of issued) {
    const target = join(freshFolder(), `${String(juror)}.tscores`);
    await markBallot(join(folder, fileName), code, target, (nominee, criterion) =>
      markOf(nominee, jurors.indexOf(juror), criterion),
    );
    back.push(target);
  }
  await office.call('ballots.import', { files: back.map((path) => office.pick(path)), task: 'import' });
}

async function markBallot(
  path: string,
  code: string,
  target: string,
  markOf: (nominee: number, criterion: number) => number | null,
): Promise<void> {
  const computer = new Computer();
  const from = { kind: 'file', file: computer.pick(path) } as const;
  const ballot = await computer.call('ballot.open', { from, code });
  for (const [i, { entry }] of ballot.cards.entries()) {
    const nominee = ballot.entries[i];
    const criteria = ballot.categories.find(({ id }) => id === nominee?.category)?.criteria ?? [];
    for (const [c, { id }] of criteria.entries()) {
      const value = markOf(nominee?.number ?? 0, c);
      if (value !== null) await computer.call('ballot.mark', { entry, criterion: criterionId.parse(id), value });
      else if (c === 0) await computer.call('ballot.recuse', { entry, ground: 'family', note: '' });
    }
  }
  await computer.call('ballot.submit', { to: computer.pick(target), allowIncomplete: false });
  await computer.call('ballot.close', {});
}

/** The file in a window, with its password typed. */
export async function openInWindow(path: string, language: Language): Promise<Launched> {
  const secretary = await launchApp({ language, args: [path] });
  await typePassword(secretary.page);
  await expect(secretary.page.getByRole('navigation')).toBeVisible();
  return secretary;
}

export async function openAt(office: Computer, path: string): Promise<void> {
  const secret = { kind: 'password', text: contestPassword } as const;
  await office.call('contest.open', { from: { kind: 'file', file: office.pick(path) }, secret });
}

/** Seals what is closed with both passwords, and writes the results file; gives its code. */
export async function sealTo(office: Computer, path: string): Promise<string> {
  const current = { kind: 'password', text: contestPassword } as const;
  await office.call('access.setChairPassword', { current, next: chairPassword });
  await office.call('seal.make', { secretary: contestPassword, chair: chairPassword });
  return (await office.call('results.write', { file: office.pick(path), task: 'results' })).code;
}

/** A region's contest from its template to the sealed file, on a computer of its own. */
export async function regionalFile(
  region: string,
  projects: readonly string[],
): Promise<{ path: string; code: string; seal: string }> {
  const office = new Computer();
  await makeFrom(office, { template: 'aru-ana', level: 'regional' });
  const { categories, rounds } = office.snapshot.contest;
  const [category] = categories;
  const [round] = rounds;
  if (category === undefined || round === undefined) throw new Error('not this template');
  for (const name of projects) {
    const fields = { consent: '2026-11-01', region, summary: `${name} туралы`, author: 'Жасырын Автор' };
    await office.call('nominees.add', { name, kind: 'project', category: category.id, fields });
  }
  const seats = await seatJury(office, ['Қалиева Ұлжан']);
  await scoreRound(office, round.id, seats, (nominee) => 10 - nominee);
  await office.call('round.close', { round: round.id });
  const path = join(freshFolder(), `${region}.tresults`);
  const code = await sealTo(office, path);
  const { lines } = await office.call('log.read', {});
  const seal = lines.findLast(({ action }) => action === 'sealed')?.details['fingerprint'] ?? '';
  return { path, code, seal };
}

/** By their totals, but that the third and the fourth are near each other, and the last is below the threshold. */
export const grantProjects = ['Алма бағы', 'Кітап фургоны', 'Таза өзен', 'Домбыра үйірмесі', 'Кешкі мектеп'];

/** Small grants, all marked and none closed: a fund of 650,000 that ends in the middle. The file is closed. */
export async function makeGrants(office: Computer): Promise<{ readonly path: string; readonly round: RoundId }> {
  const path = await makeFrom(office, { template: 'proactive-small-grants' });
  const { category, first: check, second: round } = partsOf(office);
  const { budget } = office.snapshot.contest.rules;
  if (budget === null) throw new Error('not this template');
  for (const name of grantProjects) {
    const fields = { consent: '2026-11-01', region: 'Абай облысы', amount: '300000' };
    await office.call('nominees.add', { name, kind: 'project', category, fields });
  }
  const seats = await seatJury(office, ['Ли Виктор'], { budget: { ...budget, fundTotal: 650_000 } });
  await office.call('check.admitAll', { round: check });
  await office.call('round.close', { round: check });
  await scoreRound(office, round, seats, (nominee, _juror, criterion) =>
    nominee === 3 ? (criterion === 0 ? 4 : 3) : ({ 1: 5, 2: 4, 4: 3 }[nominee] ?? 2),
  );
  await office.call('contest.close', {});
  return { path, round };
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
