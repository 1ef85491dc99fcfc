import { randomUUID } from 'node:crypto';
import { join, parse } from 'node:path';
import { packageFileName } from '@shared/domain/ballotFileName';
import type { InputOf, OutputOf } from '@shared/ipc/contract';
import { ballotFormat, type BallotEntry, type BallotManifest } from '@shared/model/ballot';
import type { Category, Field } from '@shared/model/category';
import type { Contest } from '@shared/model/contest';
import type { Round } from '@shared/model/round';
import { packageId, type JurorId } from '@shared/model/ids';
import type { Juror } from '@shared/model/jury';
import type { Entry, Nominee } from '@shared/model/nominee';
import { inLanguage } from '@shared/model/language';
import { fail, ok, type Result } from '@shared/result';
import { nameFieldId } from '@shared/domain/import/columns';
import { insertPackage, readContestKeys, type ContestKeys, type PackageRow } from '../db/ballots';
import { readContest, setRoundDue } from '../db/contest';
import { readJurors, readSeats } from '../db/jury';
import { logHead } from '../db/log';
import { readEntries, readNominees } from '../db/nominees';
import type { Db } from '../db/open';
import { hex, rulesHash } from '../exchange/hashes';
import { newBallotCode } from '../exchange/keys';
import { packageContent, sealPackage } from '../exchange/package';
import { exists, writeAtomically } from '../vault/files';
import { attempt } from '../vault/fsFailure';
import { ballotCategories } from './ballotCategories';
import { commit, freshSlices, unsealedContest } from './change';
import { pathOf, type Desk } from './context';
import { recount } from './countBallots';
import { previousIssue } from './previousIssue';
import { publishNow } from './publishing';
import { readBallots } from './scoring';

/** A package that is ready to be sealed under its code. */
export interface Prepared {
  readonly row: PackageRow;
  readonly manifest: BallotManifest;
  readonly content: Uint8Array;
  readonly manifestBytes: Uint8Array;
  readonly juror: Juror;
}

/**
 * Makes one package per juror, writes the files into the folder, and only then records them: a package that the
 * contest knows of exists as a file. What a cancelled or failed run has written is known by no contest and opens as an
 * unknown package when it comes back, so the files written so far are kept and recorded.
 */
export async function issueBallots(
  desk: Desk,
  input: InputOf<'ballots.issue'>,
): Promise<Result<OutputOf<'ballots.issue'>>> {
  const session = unsealedContest(desk);
  if (!session.ok) return session;
  const folder = pathOf(desk, input.folder);
  if (!folder.ok) return folder;
  const { db } = session.value;
  const plan = preparePackages(db, input, desk.now().toISOString());
  if (!plan.ok) return plan;
  const total = plan.value.length;
  let written = 0;
  desk.emit('task', { task: input.task, done: 0, total });
  const done = await desk.tasks.run(input.task, async (signal): Promise<Result<null>> => {
    for (const p of plan.value) {
      if (signal.aborted) return fail({ code: 'cancelled' });
      const sealed = await sealPackage(p.content, p.row.code, desk.heavy, desk.costs.packageWorkFactor);
      const file = await attempt(folder.value, () => writeBeside(folder.value, p.row.fileName, sealed));
      if (!file.ok) return file;
      const recorded = recordPackage(desk, input, { ...p, row: { ...p.row, fileName: file.value } });
      if (!recorded.ok) return recorded;
      written += 1;
      desk.emit('task', { task: input.task, done: written, total });
    }
    return ok(null);
  });
  if (!done.ok && written === 0) return done;
  publishNow(desk);
  const problem = done.ok || done.failure.code === 'cancelled' ? null : done.failure;
  const fresh = freshSlices(desk, ['contest', 'ballots', 'jury']);
  if (!fresh.ok) return fresh;
  return ok({ ...fresh.value, folder: desk.files.grant(folder.value), written, problem });
}

/** Writes under the name, or the next free one: a package of another contest in the folder is not ours to replace. */
async function writeBeside(folder: string, name: string, content: Uint8Array): Promise<string> {
  const { name: stem, ext } = parse(name);
  let free = name;
  for (let n = 2; await exists(join(folder, free)); n += 1) free = `${stem} [${n}]${ext}`;
  await writeAtomically(join(folder, free), content);
  return free;
}

export function recordPackage(desk: Desk, input: Pick<Issue, 'round' | 'dueAt'>, p: Prepared): Result<unknown> {
  return commit(desk, ({ db, log }) => {
    insertPackage(db, p.row, p.manifestBytes);
    // What came back of the revision before no longer counts.
    if (p.row.revision > 1) recount(db, p.row.round, p.row.juror);
    setRoundDue(db, input.round, input.dueAt);
    const revision = p.row.revision > 1 ? { revision: String(p.row.revision) } : {};
    const carried = p.manifest.previous?.ballot;
    const about = { name: p.juror.name, file: p.row.fileName, ...revision, ...(carried ? { carried: 'yes' } : {}) };
    log('ballot_issued', about, { reason: p.manifest.previous?.reason ?? '' });
    return ok(null);
  });
}

type Issue = Omit<InputOf<'ballots.issue'>, 'folder' | 'task'>;

export function preparePackages(db: Db, input: Issue, at: string): Result<readonly Prepared[]> {
  const contest = readContest(db);
  const round = contest.rounds.find((r) => r.id === input.round);
  if (!round) return fail({ code: 'gone', what: 'round' });
  if (round.status !== 'open' || (round.rules.kind !== 'jury' && round.rules.kind !== 'jury_live')) {
    return fail({ code: 'round-not-open' });
  }
  const jurors = readJurors(db);
  if (!jurors.some((j) => j.chair)) return fail({ code: 'no-chair' });
  const nominees = new Map(readNominees(db).map((n) => [n.id, n]));
  const entries = readEntries(db).filter(
    (e) => e.round === round.id && e.category !== null && !nominees.get(e.nominee)?.withdrawn,
  );
  if (entries.length === 0) return fail({ code: 'no-entries' });
  const present = new Set(
    readSeats(db).flatMap((s) => (s.round === round.id && s.attendance.state === 'present' ? [s.juror] : [])),
  );
  const keys = readContestKeys(db);
  const head = logHead(db);
  const categories = ballotCategories(contest, round);
  const ballots = readBallots(db);
  const prepared: Prepared[] = [];
  for (const id of new Set<JurorId>(input.jurors)) {
    const juror = jurors.find((j) => j.id === id);
    if (!juror || !present.has(id)) return fail({ code: 'gone', what: 'juror' });
    const earlier = ballots.find((b) => b.round === round.id && b.juror === id);
    const previous = earlier && previousIssue(db, earlier, categories, input);
    const manifest: BallotManifest = {
      format: ballotFormat,
      contest: { id: contest.id, title: contest.head.title, edition: contest.head.edition },
      packageId: packageId.parse(randomUUID()),
      revision: 1 + (earlier?.current.revision ?? 0),
      rulesHash: rulesHash(round.id, categories),
      round: { id: round.id, name: round.name },
      juror: { id: juror.id, number: juror.number, name: juror.name, chair: juror.chair },
      categories,
      entries: ballotEntries(contest, entries, nominees),
      instructions: input.instructions,
      dueAt: input.dueAt,
      issuedAt: at,
      sendTo: input.sendTo,
      contestKey: hex(keys.signPublic),
      recipient: keys.recipient,
      logHead: head,
      attachments: [],
      ...(previous === undefined ? {} : { previous }),
    };
    prepared.push(packageOf(manifest, juror, round, keys));
  }
  return ok(prepared);
}

function packageOf(manifest: BallotManifest, juror: Juror, round: Round, keys: ContestKeys): Prepared {
  const content = packageContent(manifest, keys.signPrivate);
  const fileName = packageFileName(juror.number, inLanguage(round.name, 'kk'), manifest.revision);
  return {
    juror,
    manifest,
    content,
    manifestBytes: new TextEncoder().encode(JSON.stringify(manifest)),
    row: {
      id: manifest.packageId,
      round: round.id,
      juror: juror.id,
      revision: manifest.revision,
      code: newBallotCode(),
      fileName,
      issuedAt: manifest.issuedAt,
      dueAt: manifest.dueAt,
      rulesHash: manifest.rulesHash,
    },
  };
}

function ballotEntries(
  contest: Contest,
  entries: readonly Entry[],
  nominees: ReadonlyMap<Nominee['id'], Nominee>,
): readonly BallotEntry[] {
  const order = new Map(contest.categories.map((c, i) => [c.id, i]));
  return entries
    .flatMap((e): BallotEntry[] => {
      const nominee = nominees.get(e.nominee);
      const category = contest.categories.find((c) => c.id === e.category);
      if (!nominee || !category) return [];
      const { number, name } = nominee;
      return [{ id: e.id, category: category.id, number, name, materials: materialsOf(category, nominee) }];
    })
    .toSorted((a, b) => position(order, a) - position(order, b) || a.number - b.number);
}

const position = (order: ReadonlyMap<Category['id'], number>, e: BallotEntry): number =>
  order.get(e.category as Category['id']) ?? 0;

/** Public fields only: what is marked as personal data never leaves the contest file. */
function materialsOf(category: Category, nominee: Nominee): BallotEntry['materials'] {
  const shown = (f: Field): boolean => !f.pii && f.type !== 'files' && f.id !== nameFieldId(category);
  return category.fields.filter(shown).flatMap((f) => {
    const value = (nominee.fields[f.id] ?? '').trim();
    return value === '' ? [] : [{ label: f.label, value, long: f.type === 'longtext' || value.length > 120 }];
  });
}
