import { join } from 'node:path';
import { openAs } from '@shared/domain/openAs';
import type { Level } from '@shared/model/level';
import { newSigningKeys } from '../../../electron/exchange/keys';
import { setChairPassword } from '../../../electron/usecases/access';
import { create } from '../../../electron/usecases/contestFile';
import { preparePackages, recordPackage } from '../../../electron/usecases/issueBallots';
import { saveJuror } from '../../../electron/usecases/jury';
import { addNominee } from '../../../electron/usecases/nominees';
import { closeRound } from '../../../electron/usecases/rounds';
import { makeSeal } from '../../../electron/usecases/seal/seal';
import { writeResults } from '../../../electron/usecases/seal/write';
import { findTemplate } from '../../../electron/usecases/templates';
import { ballotOf, dbOf, passwords, returnBallot } from './closedContest';
import { must, snapshotOf, type TestDesk } from './testDesk';

export interface Prepared {
  readonly level?: Level;
  readonly template?: string;
  readonly edition?: string;
}

/** A contest of the Ару-Ана template, new and open. */
export async function openContest(desk: TestDesk, prepared: Prepared = {}): Promise<void> {
  const { level, template: key = 'aru-ana', edition = '2026' } = prepared;
  const found = findTemplate(key);
  if (found === undefined) throw new Error('no template');
  const head = { ...(level === undefined ? found : openAs(found, level)).head, edition };
  const file = desk.files.grant(join(desk.folder, `${key} ${level ?? ''}.tarazy`)).token;
  const input = { template: key, head, file, password: passwords.secretary };
  must(await create(desk, level === undefined ? input : { ...input, level }));
}

export interface Region extends Prepared {
  /** As the region's secretary wrote it; of every project the same, but where there are as many as projects. */
  readonly regions: readonly string[];
  /** The earlier the better. */
  readonly projects: readonly string[];
  /** Marks of all are the same. */
  readonly allEqual?: boolean;
}

/** A region's contest with three jurors, their ballots back; nothing closed yet. */
export async function scoredRegion(desk: TestDesk, region: Region): Promise<void> {
  await openContest(desk, { level: 'regional', ...region });
  const { contest } = snapshotOf(desk);
  const [category] = contest.categories;
  if (category === undefined) throw new Error('not this template');
  for (const [i, name] of region.projects.entries()) {
    const fields = {
      region: region.regions[i] ?? region.regions[0] ?? '',
      summary: `${name} туралы`,
      author: 'Жасырын Автор',
      consent: '2026-11-01',
    };
    must(addNominee(desk, { name, kind: category.nomineeKind, category: category.id, fields }));
  }
  await score(desk, region.allEqual);
}

/** A chair's password, three jurors, and a ballot back from each. */
export async function score(desk: TestDesk, allEqual = false): Promise<void> {
  const current = { kind: 'password', text: passwords.secretary } as const;
  must(await setChairPassword(desk, { current, next: passwords.chair }));
  const [round] = snapshotOf(desk).contest.rounds;
  if (round === undefined) throw new Error('no round');
  for (const [i, name] of ['Ли Виктор', 'Қалиева Ұлжан', 'Өтегенов Мәди'].entries())
    must(saveJuror(desk, { id: null, name, title: '', contact: '', chair: i === 0 }));
  const jurors = snapshotOf(desk).jury.jurors.map((j) => j.id);
  const text = { kk: '', ru: '', en: '' };
  const issue = { round: round.id, jurors, dueAt: '2026-12-01T13:00:00.000Z', sendTo: '', instructions: text };
  for (const p of must(preparePackages(dbOf(desk), issue, desk.now().toISOString()))) {
    must(recordPackage(desk, issue, p));
    const keys = newSigningKeys();
    const ballot = ballotOf(p.manifest, keys);
    const cards = ballot.cards.map((card) => ({ ...card, marks: card.marks.map((m) => ({ ...m, value: 7 })) }));
    await returnBallot(desk, allEqual ? { ...ballot, cards } : ballot, keys);
  }
}

export interface SentFile {
  readonly path: string;
  readonly code: string;
}

/** Seals what is closed, and writes the results file. */
export async function sealedFile(desk: TestDesk, name: string): Promise<SentFile> {
  must(await makeSeal(desk, passwords));
  const path = join(desk.folder, `${name}.tresults`);
  const { code } = must(await writeResults(desk, { file: desk.files.grant(path).token, task: 'results' }));
  return { path, code };
}

/** The whole way of a region to its results file. */
export async function regionalFile(desk: TestDesk, region: Region, name = 'Өңір'): Promise<SentFile> {
  await scoredRegion(desk, region);
  return closedFile(desk, name);
}

export async function closedFile(desk: TestDesk, name: string): Promise<SentFile> {
  const [round] = snapshotOf(desk).contest.rounds;
  if (round === undefined) throw new Error('no round');
  must(closeRound(desk, { round: round.id }));
  return sealedFile(desk, name);
}
