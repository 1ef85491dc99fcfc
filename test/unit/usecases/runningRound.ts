import { join } from 'node:path';
import type { JurorId, RoundId } from '@shared/model/ids';
import { newSigningKeys } from '../../../electron/exchange/keys';
import { admitAll } from '../../../electron/usecases/check';
import { create } from '../../../electron/usecases/contestFile';
import { preparePackages, recordPackage } from '../../../electron/usecases/issueBallots';
import { saveJuror } from '../../../electron/usecases/jury';
import { addNominee } from '../../../electron/usecases/nominees';
import { closeRound } from '../../../electron/usecases/rounds';
import { findTemplate } from '../../../electron/usecases/templates';
import { dbOf, type SentBallot } from './closedContest';
import { must, snapshotOf, type TestDesk } from './testDesk';

export interface RunningRound {
  readonly round: RoundId;
  readonly jurors: readonly JurorId[];
}

/** Two students and an organisation before three jurors: the first jury round is open, no ballot is out. */
export async function runningRound(desk: TestDesk): Promise<RunningRound> {
  const template = findTemplate('jana-beles');
  if (!template) throw new Error('no template');
  const file = desk.files.grant(join(desk.folder, 'Байқау.tarazy')).token;
  const head = { ...template.head, edition: '2026' };
  must(await create(desk, { template: 'jana-beles', head, file, password: 'ұзын құпиясөз' }));
  const [students, organisations] = snapshotOf(desk).contest.categories;
  for (const [name, category, kind] of [
    ['Ахметова Аяжан', students, 'person'],
    ['Ғабитова Әсел', students, 'person'],
    ['«Білім» кеңесі', organisations, 'organisation'],
  ] as const)
    must(addNominee(desk, { name, kind, category: category?.id ?? null, fields: { consent: '2026-11-01' } }));
  for (const [i, name] of ['Ли Виктор', 'Қалиева Ұлжан', 'Өтегенов Мәди'].entries())
    must(saveJuror(desk, { id: null, name, title: '', contact: '', chair: i === 0 }));
  const [technical, first] = snapshotOf(desk).contest.rounds;
  if (!technical || !first) throw new Error('too few rounds');
  must(admitAll(desk, { round: technical.id }));
  must(closeRound(desk, { round: technical.id }));
  return { round: first.id, jurors: snapshotOf(desk).jury.jurors.map((j) => j.id) };
}

/** A package to one juror, recorded as issued; the keys are those of the juror's computer. */
export function issueTo(desk: TestDesk, round: RoundId, juror: JurorId): SentBallot {
  const issue = {
    round,
    jurors: [juror],
    dueAt: '2026-12-01T13:00:00.000Z',
    sendTo: '',
    instructions: { kk: '', ru: '', en: '' },
  };
  const [prepared] = must(preparePackages(dbOf(desk), issue, desk.now().toISOString()));
  if (!prepared) throw new Error('nothing was prepared');
  must(recordPackage(desk, issue, prepared));
  return { manifest: prepared.manifest, keys: newSigningKeys() };
}
