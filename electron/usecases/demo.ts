import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { OutputOf, InputOf } from '@shared/ipc/contract';
import { ballotFormat, type BallotManifest, type ReturnedCard } from '@shared/model/ballot';
import { contestId, type JurorId, type RoundId } from '@shared/model/ids';
import { fail, ok, type Result } from '@shared/result';
import { readContest } from '../db/contest';
import { readJurors } from '../db/jury';
import { contestMigrations } from '../db/migrations/contest';
import { bodyStore } from '../db/open';
import { hex } from '../exchange/hashes';
import { newSigningKeys, type SigningKeys } from '../exchange/keys';
import { writeReturned } from '../exchange/returned';
import { createContestFile } from '../vault/createContest';
import { workingFolder } from '../vault/workingCopy';
import demoJson from '../../resources/demo/jana-beles.json' with { type: 'json' };
import universities from '../../resources/reference/universities.json' with { type: 'json' };
import { admitAll } from './check';
import { closeAll, fillContest, newContestKeys, newSecretarySigner } from './contestFile';
import type { Desk } from './context';
import { absentJuror, demoMark, recusedStrength, strengthOf } from './demo/marks';
import { preparePackages, recordPackage } from './issueBallots';
import { markAbsent, saveJuror } from './jury';
import { addNominee } from './nominees';
import { followVault } from './publishing';
import { readSnapshot } from './readSnapshot';
import { closeRound } from './rounds';
import { storeReturned } from './storeReturned';
import { findTemplate } from './templates';

const people = z
  .object({
    edition: z.string(),
    students: z.array(
      z.object({
        name: z.string(),
        university: z.string(),
        faculty: z.string(),
        course: z.string(),
        gpa: z.string(),
        nominatedBy: z.string(),
        about: z.string(),
      }),
    ),
    organisations: z.array(
      z.object({
        name: z.string(),
        university: z.string(),
        head: z.string(),
        members: z.string(),
        nominatedBy: z.string(),
        about: z.string(),
      }),
    ),
    jurors: z.array(z.object({ name: z.string(), title: z.string(), chair: z.boolean() })),
  })
  .parse(demoJson);

/** Of every demo contest: nobody knows its password. */
export const demoId = contestId.parse('de300000-0000-4000-8000-000000000001');
const absenceReason = 'Іссапарда';
const consentDay = '2026-11-02';
const noInstructions = { kk: '', ru: '', en: '' };

/**
 * The demo contest of the start screen: invented people, taken to the final through the same use cases as a real
 * contest, with one recusal, one juror absent, and a tie on the tenth place that waits for the chair.
 */
export async function createDemo(
  desk: Desk,
  { task }: InputOf<'contest.demo'>,
): Promise<Result<OutputOf<'contest.demo'>>> {
  const template = findTemplate('jana-beles');
  if (!template) throw new Error('the demo has no template');
  await closeAll(desk);
  const keys = await newContestKeys(desk);
  // The last demo, which nobody can open again, makes room.
  await rm(workingFolder(desk.dataDir, demoId).root, { recursive: true, force: true });
  const head = { ...template.head, edition: people.edition };
  // Nobody needs it: the demo is made anew each time.
  const password = randomBytes(24).toString('base64url');
  const signer = await newSecretarySigner(desk, demoId, password);
  const made = await createContestFile({
    path: join(desk.dataDir, 'Jana Béles demo.tarazy'),
    dataDir: desk.dataDir,
    contestId: demoId,
    password,
    store: bodyStore(contestMigrations),
    heavy: desk.heavy,
    cost: desk.costs.password,
    replace: true,
    init: (db) => fillContest(db, template, head, keys, desk.now().toISOString(), demoId, signer, { keys: 'none' }),
  });
  if (!made.ok) return made;
  const { vault } = made.value;
  desk.contest = vault;
  followVault(desk, vault);
  const steps = demoSteps(desk);
  const done = await desk.tasks.run(task, async (signal): Promise<Result<null>> => {
    for (const [i, step] of steps.entries()) {
      if (signal.aborted) return fail({ code: 'cancelled' });
      desk.emit('task', { task, done: i, total: steps.length });
      const result = await step();
      if (!result.ok) return result;
    }
    return ok(null);
  });
  desk.emit('task', { task, done: steps.length, total: steps.length });
  if (!done.ok) {
    await closeAll(desk);
    return done;
  }
  return ok({ snapshot: readSnapshot(vault.db), vault: vault.state });
}

type Step = () => Result<unknown> | Promise<Result<unknown>>;

function demoSteps(desk: Desk): readonly Step[] {
  const signing = people.jurors.map(() => newSigningKeys());
  const round = (index: number) => roundAt(desk, index);
  return [
    () => inTurn(people.jurors, (j) => saveJuror(desk, { id: null, contact: '', ...j })),
    () => addPeople(desk),
    () => admitAll(desk, { round: round(0) }),
    () => closeRound(desk, { round: round(0) }),
    () =>
      scoreRound(
        desk,
        round(1),
        signing,
        people.jurors.map((_, i) => i),
      ),
    () => closeRound(desk, { round: round(1) }),
    () =>
      scoreRound(
        desk,
        round(2),
        signing,
        people.jurors.map((_, i) => i).filter((i) => i !== absentJuror),
      ),
    () => markAbsent(desk, { round: round(2), juror: jurorAt(desk, absentJuror), reason: absenceReason }),
  ];
}

function inTurn<T>(items: readonly T[], work: (item: T) => Result<unknown>): Result<null> {
  for (const item of items) {
    const done = work(item);
    if (!done.ok) return done;
  }
  return ok(null);
}

const dbOf = (desk: Desk) => {
  if (!desk.contest) throw new Error('the demo lost its contest');
  return desk.contest.db;
};

function roundAt(desk: Desk, index: number): RoundId {
  const round = readContest(dbOf(desk)).rounds[index];
  if (!round) throw new Error(`the demo's template has no round ${index}`);
  return round.id;
}

function jurorAt(desk: Desk, index: number): JurorId {
  const juror = readJurors(dbOf(desk))[index];
  if (!juror) throw new Error(`the demo has no juror ${index}`);
  return juror.id;
}

function addPeople(desk: Desk): Result<null> {
  const [students, organisations] = readContest(dbOf(desk)).categories;
  if (!students || !organisations) throw new Error("the demo's template lost a category");
  const abbreviations = new Map(universities.universities.map((u) => [u.id, u.abbr.kk]));
  const shared = (p: { university: string; nominatedBy: string; about: string }) => ({
    university: abbreviations.get(p.university) ?? p.university,
    nominated_by: p.nominatedBy,
    about: p.about,
    consent: consentDay,
  });
  const added = inTurn(people.students, (p) =>
    addNominee(desk, {
      name: p.name,
      kind: 'person',
      category: students.id,
      fields: { ...shared(p), faculty: p.faculty, course: p.course, gpa: p.gpa },
    }),
  );
  if (!added.ok) return added;
  return inTurn(people.organisations, (p) =>
    addNominee(desk, {
      name: p.name,
      kind: 'organisation',
      category: organisations.id,
      fields: { ...shared(p), head_name: p.head, members_count: p.members },
    }),
  );
}

/** Packages and ballots as they would have travelled, signed and encrypted, without the files. */
async function scoreRound(
  desk: Desk,
  round: RoundId,
  signing: readonly SigningKeys[],
  jurors: readonly number[],
): Promise<Result<null>> {
  const db = dbOf(desk);
  const at = desk.now();
  const dueAt = new Date(at.getFullYear(), at.getMonth(), at.getDate() + 3, 18).toISOString();
  const everybody = readJurors(db);
  const issue = { round, jurors: everybody.map((j) => j.id), dueAt, sendTo: '', instructions: noInstructions };
  const prepared = preparePackages(db, issue, at.toISOString());
  if (!prepared.ok) return prepared;
  for (const p of prepared.value) {
    const recorded = recordPackage(desk, issue, p);
    if (!recorded.ok) return recorded;
    const index = everybody.findIndex((j) => j.id === p.juror.id);
    const keys = signing[index];
    if (!keys || !jurors.includes(index)) continue;
    const ballot = writeReturned(
      {
        format: ballotFormat,
        contestId: p.manifest.contest.id,
        packageId: p.manifest.packageId,
        revision: p.manifest.revision,
        rulesHash: p.manifest.rulesHash,
        roundId: p.manifest.round.id,
        jurorId: p.manifest.juror.id,
        jurorKey: hex(keys.public),
        sequence: 1,
        submittedAt: at.toISOString(),
        cards: demoCards(p.manifest, index),
      },
      keys.secret,
    );
    const received = await desk.heavy.ageEncryptTo(p.manifest.recipient, ballot.content);
    const stored = storeReturned(desk, `${p.row.fileName.replace(/\.tballot$/, '')}.tscores`, received, ballot.content);
    if (!stored.ok) return stored;
    if (stored.value.verdict.kind !== 'counted') throw new Error(`the demo's ballot was ${stored.value.verdict.kind}`);
  }
  return ok(null);
}

function demoCards(manifest: BallotManifest, juror: number): readonly ReturnedCard[] {
  const criteria = new Map(manifest.categories.map((c) => [c.id, c.criteria]));
  const firstCategory = manifest.categories[0]?.id;
  return manifest.entries.map((e): ReturnedCard => {
    const student = e.category === firstCategory;
    const count = student ? people.students.length : people.organisations.length;
    const strength = strengthOf(student ? e.number - 1 : e.number - 1 - people.students.length, count);
    if (student && juror === 1 && strength === recusedStrength) {
      return { entry: e.id, marks: [], comment: '', recusal: { ground: 'family', note: '' } };
    }
    const marks = (criteria.get(e.category) ?? []).map((c, criterion) => ({
      criterion: c.id,
      value: demoMark({ strength, count, juror, criterion, round: manifest.round.id }),
    }));
    return { entry: e.id, marks, comment: '', recusal: null };
  });
}
