import { randomUUID } from 'node:crypto';
import { join, parse } from 'node:path';
import { packageFileName } from '@shared/domain/ballotFileName';
import type { InputOf, OutputOf } from '@shared/ipc/contract';
import { ballotFormat, type BallotEntry, type BallotManifest } from '@shared/model/ballot';
import type { Attachment } from '@shared/model/attachment';
import type { Category, Field } from '@shared/model/category';
import type { Contest } from '@shared/model/contest';
import type { Round } from '@shared/model/round';
import { packageId, type JurorId } from '@shared/model/ids';
import type { Juror } from '@shared/model/jury';
import type { Entry, Nominee } from '@shared/model/nominee';
import { inLanguage } from '@shared/model/language';
import { fail, ok, type Result } from '@shared/result';
import { nameFieldId } from '@shared/domain/import/columns';
import { readAttachments } from '../db/attachments';
import { insertPackage, readContestKeys, type ContestKeys, type PackageRow } from '../db/ballots';
import { readContest, setRoundDue } from '../db/contest';
import { readJurors, readSeats } from '../db/jury';
import { logHead } from '../db/log';
import { readEntries, readNominees } from '../db/nominees';
import type { Db } from '../db/open';
import { hex, rulesHash } from '../exchange/hashes';
import { newBallotCode } from '../exchange/keys';
import { packageHead } from '../exchange/package';
import { exists } from '../vault/files';
import { attempt } from '../vault/fsFailure';
import { ballotCategories } from './ballotCategories';
import { commit, freshSlices, unsealedContest } from './change';
import { pathOf, type Desk } from './context';
import { recount } from './countBallots';
import { packageBytes, packagePieces, type PackageParts } from './packagePieces';
import { previousIssue } from './previousIssue';
import { publishNow } from './publishing';
import { readBallots } from './scoring';

/** A package that is ready to be sealed under its code. */
export interface Prepared extends PackageParts {
  readonly row: PackageRow;
  readonly manifest: BallotManifest;
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
  // Packages of a few kilobytes are counted, those with attachments are measured.
  const isLarge = plan.value.some((p) => p.attachments.length > 0);
  const total = isLarge ? plan.value.reduce((sum, p) => sum + packageBytes(p), 0) : plan.value.length;
  let written = 0;
  let done = 0;
  const advance = (by: number) => {
    done += by;
    desk.emit('task', { task: input.task, done, total, unit: isLarge ? 'bytes' : 'files' });
  };
  advance(0);
  const ended = await desk.tasks.run(input.task, async (signal): Promise<Result<null>> => {
    for (const p of plan.value) {
      if (signal.aborted) return fail({ code: 'cancelled' });
      const file = await attempt(folder.value, () => freeName(folder.value, p.row.fileName));
      if (!file.ok) return file;
      const path = join(folder.value, file.value);
      const job = { path, passphrase: p.row.code, logN: desk.costs.packageWorkFactor };
      const pieces = packagePieces(desk, p, signal, (bytes) => (isLarge ? advance(bytes) : undefined));
      const sealed = await desk.heavy.ageWriteFile(job, pieces, signal);
      if (!sealed.ok) return sealed;
      const recorded = recordPackage(desk, input, { ...p, row: { ...p.row, fileName: file.value } });
      if (!recorded.ok) return recorded;
      written += 1;
      if (!isLarge) advance(1);
    }
    return ok(null);
  });
  if (!ended.ok && written === 0) return ended;
  publishNow(desk);
  const problem = ended.ok || ended.failure.code === 'cancelled' ? null : ended.failure;
  const fresh = freshSlices(desk, ['contest', 'ballots', 'jury']);
  if (!fresh.ok) return fresh;
  return ok({ ...fresh.value, folder: desk.files.grant(folder.value), written, problem });
}

/** The name, or the next free one: a package of another contest in the folder is not ours to replace. */
async function freeName(folder: string, name: string): Promise<string> {
  const { name: stem, ext } = parse(name);
  let free = name;
  for (let n = 2; await exists(join(folder, free)); n += 1) free = `${stem} [${n}]${ext}`;
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
  const judged = new Set(entries.map((e) => e.nominee));
  const attachments = readAttachments(db).filter((a) => judged.has(a.nominee));
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
      attachments: attachments.map(({ nominee, name, bytes, sha256 }) => ({
        entries: entries.flatMap((e) => (e.nominee === nominee ? [e.id] : [])),
        name,
        length: bytes,
        sha256,
      })),
      ...(previous === undefined ? {} : { previous }),
    };
    prepared.push(packageOf(manifest, attachments, juror, round, keys));
  }
  return ok(prepared);
}

function packageOf(
  manifest: BallotManifest,
  attachments: readonly Attachment[],
  juror: Juror,
  round: Round,
  keys: ContestKeys,
): Prepared {
  const content = packageHead(manifest, keys.signPrivate);
  const fileName = packageFileName(juror.number, inLanguage(round.name, 'kk'), manifest.revision);
  return {
    juror,
    manifest,
    content,
    attachments,
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
