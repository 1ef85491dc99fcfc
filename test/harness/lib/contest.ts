import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BallotManifest, ReturnedBallot } from '@shared/model/ballot';
import { values } from '@shared/domain/scale';
import type { Contest } from '@shared/model/contest';
import type { LocalText } from '@shared/model/language';
import { newSigningKeys, type SigningKeys } from '../../../electron/exchange/keys';
import { openPackage } from '../../../electron/exchange/package';
import { ballotOfPackage, writeReturned, type WrittenBallot } from '../../../electron/exchange/returned';
import { admitAll } from '../../../electron/usecases/check';
import { create, open } from '../../../electron/usecases/contestFile';
import type { Desk } from '../../../electron/usecases/context';
import { issueBallots } from '../../../electron/usecases/issueBallots';
import { saveJuror } from '../../../electron/usecases/jury';
import { addNominee } from '../../../electron/usecases/nominees';
import { readSnapshot } from '../../../electron/usecases/readSnapshot';
import { closeRound } from '../../../electron/usecases/rounds';
import { saveHead, saveRounds } from '../../../electron/usecases/setup';
import { findTemplate } from '../../../electron/usecases/templates';
import { deskIn, heavy, must, tokenOf } from './desk';

export const password = 'ұзын құпиясөз';
const noText = { kk: '', ru: '', en: '' };

export const snapshotOf = (desk: Desk) => {
  if (desk.contest === null) throw new Error('no contest is open');
  return readSnapshot(desk.contest.db);
};

/** A new contest in the file, as the start screen makes it; it stays open at the desk. */
export async function createContest(desk: Desk, path: string): Promise<void> {
  const template = findTemplate('jana-beles');
  if (!template) throw new Error('no template');
  const head = { ...template.head, edition: '0' };
  must(await create(desk, { template: template.key, head, file: tokenOf(desk, path), password }));
}

export const openContest = (desk: Desk, path: string, secret = password) =>
  open(desk, {
    from: { kind: 'file', file: tokenOf(desk, path) },
    secret: { kind: 'password', text: secret },
  });

/** The change that the harnesses write and find again: the edition is a running number, and the log tells each. */
export function writeEdition(desk: Desk, n: number) {
  const { head } = snapshotOf(desk).contest;
  return saveHead(desk, { head: { ...head, edition: String(n) } });
}

export const editionOf = ({ head }: Contest): number => Number(head.edition);

/** The edition in the file as another computer sees it, or why it cannot. */
export async function editionElsewhere(path: string, folder: string): Promise<number | string> {
  const desk = deskIn(folder);
  const opened = await openContest(desk, path);
  if (!opened.ok) return opened.failure.code;
  const edition = editionOf(opened.value.snapshot.contest);
  await desk.contest?.close({ publish: false });
  rmSync(folder, { recursive: true, force: true });
  return edition;
}

/** Nothing comes after the jury round, so that the contest can be sealed. */
export function keepOneJuryRound(desk: Desk, nameOf?: () => LocalText): void {
  const drafts = snapshotOf(desk)
    .contest.rounds.slice(0, 2)
    .map(({ id, name, rules, advance, weight }) => ({
      id,
      name: nameOf?.() ?? name,
      advance,
      weight,
      kind: rules.kind === 'technical' ? ('technical' as const) : ('jury' as const),
      scale: rules.kind === 'jury' ? rules.scale : null,
    }));
  must(saveRounds(desk, { rounds: drafts, combination: 'last_round' }));
}

/** Three students, an organisation, and jurors; the technical check is done and the first round is open. */
export function prepareRound(desk: Desk, jurors: number): void {
  const [students, organisations] = snapshotOf(desk).contest.categories;
  if (!students || !organisations) throw new Error('the template lost a category');
  const fields = { consent: '2026-11-01' };
  for (const name of ['Ғабитова Әсел', 'Ахметова Аяжан', 'Қалиев Нұрлан'])
    must(addNominee(desk, { name, kind: 'person', category: students.id, fields }));
  must(addNominee(desk, { name: '«Білім» кеңесі', kind: 'organisation', category: organisations.id, fields }));
  for (let n = 0; n < jurors; n += 1)
    must(saveJuror(desk, { id: null, name: `${n + 1}-қазы`, title: '', contact: '', chair: n === 0 }));
  const check = snapshotOf(desk).contest.rounds[0];
  if (!check) throw new Error('the template lost a round');
  must(admitAll(desk, { round: check.id }));
  must(closeRound(desk, { round: check.id }));
}

export interface JurorWithPackage {
  readonly path: string;
  readonly code: string;
  readonly manifest: BallotManifest;
  readonly keys: SigningKeys;
}

/** Packages for everybody in `folder`, and jurors who have opened them. */
export async function issueToAll(desk: Desk, folder: string): Promise<readonly JurorWithPackage[]> {
  mkdirSync(folder, { recursive: true });
  const { contest, jury } = snapshotOf(desk);
  const round = contest.rounds[1];
  if (!round) throw new Error('the template lost a round');
  const input = { round: round.id, jurors: jury.jurors.map((j) => j.id), dueAt: '2026-12-01T12:00:00.000Z' };
  const folderToken = tokenOf(desk, folder);
  must(
    await issueBallots(desk, { ...input, sendTo: 'Хатшы', instructions: noText, folder: folderToken, task: 'issue' }),
  );
  const { issued } = snapshotOf(desk).ballots;
  return Promise.all(
    issued.map(async ({ fileName, code }) => {
      const path = join(folder, fileName);
      const { manifest } = must(await openPackage(readFileSync(path), code, fileName, heavy));
      return { path, code, manifest, keys: newSigningKeys() };
    }),
  );
}

/** A whole ballot of this juror, whose marks depend on the sequence number. */
export function ballotOf({ manifest, keys }: JurorWithPackage, sequence: number): ReturnedBallot {
  const criteria = new Map(manifest.categories.map((c) => [c.id, c.criteria]));
  return ballotOfPackage(manifest, keys.public, {
    sequence,
    submittedAt: '2026-11-25T10:00:00.000Z',
    cards: manifest.entries.map((entry) => ({
      entry: entry.id,
      marks: (criteria.get(entry.category) ?? []).map((criterion) => {
        const scale = values(criterion.scale);
        return { criterion: criterion.id, value: scale[(sequence + entry.id + criterion.id) % scale.length] ?? 0 };
      }),
      comment: '',
      recusal: null,
    })),
  });
}

/** The `.tscores` file as it arrives at the secretary's. */
export async function writeBallotFile(juror: JurorWithPackage, sequence: number, path: string): Promise<WrittenBallot> {
  const written = writeReturned(ballotOf(juror, sequence), juror.keys.secret);
  writeFileSync(path, await heavy.ageEncryptTo(juror.manifest.recipient, written.content));
  return written;
}
