import { randomUUID } from 'node:crypto';
import { openAs } from '@shared/domain/openAs';
import type { InputOf, OutputOf } from '@shared/ipc/contract';
import type { ContestHead } from '@shared/model/contest';
import { contestId } from '@shared/model/ids';
import { levelsOf } from '@shared/model/level';
import type { FileRef, Recent, Version } from '@shared/model/snapshot';
import type { Template } from '@shared/model/template';
import { fail, ok, type Result } from '@shared/result';
import { insertContestKeys, type ContestKeys } from '../db/ballots';
import { insertContest } from '../db/contest';
import { logIsWhole, logWriter } from '../db/log';
import { contestMigrations } from '../db/migrations/contest';
import { bodyStore, type Db } from '../db/open';
import { insertSigner } from '../db/signers';
import { newSigningKeys } from '../exchange/keys';
import { createContestFile } from '../vault/createContest';
import { openContestFile, type OpenContest } from '../vault/openContest';
import { findRecent, forgetRecent, listRecents, relocateRecent, rememberRecent } from '../vault/recents';
import { storedSigner, type Signer } from '../vault/signers';
import { listVersions, restoreVersion } from '../vault/versions';
import { mistyped } from './access';
import { closeBallot } from './ballot/close';
import { openContestOf, pathOf, type Desk } from './context';
import { followVault } from './publishing';
import { readSnapshot } from './readSnapshot';
import { findTemplate, listTemplates } from './templates';

const store = bodyStore(contestMigrations);

export const recents = async (desk: Desk): Promise<Result<readonly Recent[]>> => ok(await listRecents(desk.dataDir));

export async function forget(desk: Desk, { id }: InputOf<'start.forget'>): Promise<Result<readonly Recent[]>> {
  await forgetRecent(desk.dataDir, id);
  return recents(desk);
}

export const templates = (): Result<OutputOf<'start.templates'>> => ok(listTemplates());

export async function versions(desk: Desk, { id }: InputOf<'start.versions'>): Promise<Result<readonly Version[]>> {
  const recent = await findRecent(desk.dataDir, id);
  if (recent?.kind !== 'contest') return fail({ code: 'file-forgotten' });
  return ok(await listVersions(desk.dataDir, recent.contestId));
}

export async function restore(desk: Desk, input: InputOf<'start.restoreVersion'>): Promise<Result<FileRef>> {
  const recent = await findRecent(desk.dataDir, input.id);
  if (recent?.kind !== 'contest') return fail({ code: 'file-forgotten' });
  const to = pathOf(desk, input.to);
  if (!to.ok) return to;
  const done = await restoreVersion(desk.dataDir, recent.contestId, input.counter, to.value);
  return done.ok ? ok(desk.files.grant(to.value)) : done;
}

export function templateHead(
  _desk: Desk,
  input: InputOf<'contest.templateHead'>,
): Result<{ readonly head: ContestHead }> {
  const template = findTemplate(input.template);
  return template ? ok({ head: template.head }) : fail({ code: 'invalid', field: 'template' });
}

/** Fills a new contest: rules, its keys, the secretary's key, and the first line of its log. */
export function fillContest(
  db: Db,
  template: Template,
  head: ContestHead,
  keys: ContestKeys,
  at: string,
  id: string,
  signer: Signer,
  details: Readonly<Record<string, string>> = {},
): void {
  insertContest(db, contestId.parse(id), template, head, at);
  insertContestKeys(db, keys);
  insertSigner(db, storedSigner(signer), at);
  const about = { template: template.key, key: signer.public, ...details };
  logWriter(db, at, 'secretary')('contest_created', about);
}

export async function newContestKeys(desk: Desk): Promise<ContestKeys> {
  const signing = newSigningKeys();
  const age = await desk.heavy.ageNewKeyPair();
  return { signPublic: signing.public, signPrivate: signing.secret, recipient: age.recipient, identity: age.identity };
}

export const newSecretarySigner = (desk: Desk, id: string, password: string): Promise<Signer> =>
  desk.heavy.makeSigner({ contestId: id, role: 'secretary', password, cost: desk.costs.password });

export async function create(
  desk: Desk,
  input: InputOf<'contest.create'>,
): Promise<Result<OutputOf<'contest.create'>>> {
  const found = findTemplate(input.template);
  if (!found) return fail({ code: 'invalid', field: 'template' });
  const { level } = input;
  if (level !== undefined && !levelsOf(found.rules.opensAs).includes(level))
    return fail({ code: 'invalid', field: 'level' });
  const template = level === undefined ? found : openAs(found, level);
  const path = pathOf(desk, input.file);
  if (!path.ok) return path;
  await closeAll(desk);
  const keys = await newContestKeys(desk);
  const id = contestId.parse(randomUUID());
  const signer = await newSecretarySigner(desk, id, input.password);
  const made = await createContestFile({
    path: path.value,
    dataDir: desk.dataDir,
    contestId: id,
    password: input.password,
    store,
    heavy: desk.heavy,
    cost: desk.costs.password,
    // The native dialog has asked already.
    replace: true,
    init: (db) => fillContest(db, template, input.head, keys, desk.now().toISOString(), id, signer),
  });
  if (!made.ok) return made;
  desk.contest = made.value.vault;
  followVault(desk, made.value.vault);
  await rememberRecent(desk.dataDir, { kind: 'contest', contestId: id, path: path.value });
  const { db, state } = made.value.vault;
  return ok({ recoveryCode: made.value.recoveryCode, snapshot: readSnapshot(db), vault: state });
}

async function source(desk: Desk, from: InputOf<'contest.open'>['from']): Promise<Result<OpenContest['from']>> {
  if (from.kind === 'file') {
    const path = pathOf(desk, from.file);
    return path.ok ? ok({ path: path.value }) : path;
  }
  const recent = await findRecent(desk.dataDir, from.id);
  return recent?.kind === 'contest' ? ok({ contestId: recent.contestId }) : fail({ code: 'file-forgotten' });
}

export async function open(desk: Desk, input: InputOf<'contest.open'>): Promise<Result<OutputOf<'contest.open'>>> {
  const from = await source(desk, input.from);
  if (!from.ok) return from;
  const wrong = mistyped(input.secret);
  if (wrong !== null) return wrong;
  await closeAll(desk);
  const { dataDir, heavy } = desk;
  const opened = await openContestFile({ from: from.value, dataDir, secret: input.secret, store, heavy });
  if (!opened.ok) return opened;
  const { vault, warnings } = opened.value;
  if (!logIsWhole(vault.db)) {
    await vault.close({ publish: false });
    return fail({ code: 'altered', file: vault.state.file.name });
  }
  desk.contest = vault;
  followVault(desk, vault);
  await rememberRecent(dataDir, { kind: 'contest', contestId: vault.contestId, path: vault.path });
  return ok({ snapshot: readSnapshot(vault.db), vault: vault.state, warnings });
}

export async function publish(desk: Desk): Promise<Result<OutputOf<'contest.publish'>>> {
  const session = openContestOf(desk);
  return session.ok ? session.value.publish() : session;
}

/** The contest is closed in any case; a failure says that the file does not hold the last work yet. */
export async function close(desk: Desk): Promise<Result<null>> {
  const vault = desk.contest;
  if (!vault) return ok(null);
  desk.contest = null;
  const done = await vault.close();
  // It may have gone on beside a file that changed underneath.
  await relocateRecent(desk.dataDir, vault.contestId, vault.path);
  return done.ok ? ok(null) : done;
}

/** What is open is closed before something else is opened; unwritten work stays safe in the working copy. */
export async function closeAll(desk: Desk): Promise<void> {
  desk.results = null;
  await close(desk);
  await closeBallot(desk);
}
