import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { sortKey } from '@shared/domain/collation';
import { isJuryRound, isRankedRound } from '@shared/domain/roundKinds';
import { advancing } from '@shared/domain/standing';
import { tallyRules } from '@shared/domain/tallies';
import type { Category } from '@shared/model/category';
import { contestId, type JurorId, type NomineeId } from '@shared/model/ids';
import type { Round } from '@shared/model/round';
import { insertContestKeys, insertPackage } from '../../../electron/db/ballots';
import { insertContest, readContest, setRoundStatus, writeCategory, writeRound } from '../../../electron/db/contest';
import { ensureSeat, insertJuror, readJurors, readSeats, setAttendance } from '../../../electron/db/jury';
import { logWriter } from '../../../electron/db/log';
import {
  insertEntry,
  insertNominee,
  readEntries,
  readNominees,
  setCheck,
  setWithdrawn,
} from '../../../electron/db/nominees';
import { contestMigrations } from '../../../electron/db/migrations/contest';
import { bodyStore, type Db } from '../../../electron/db/open';
import { breakSeal, insertSeal } from '../../../electron/db/seals';
import { writeTally } from '../../../electron/db/tallies';
import { hex } from '../../../electron/exchange/hashes';
import { newSigningKeys } from '../../../electron/exchange/keys';
import { resultsContent } from '../../../electron/exchange/resultsFile';
import { signSeal, type Signers } from '../../../electron/exchange/seal';
import type { Writing } from '../../../electron/usecases/change';
import { recount, recountAll } from '../../../electron/usecases/countBallots';
import { preparePackages, type Prepared } from '../../../electron/usecases/issueBallots';
import { readScoring } from '../../../electron/usecases/scoring';
import { draftSeal } from '../../../electron/usecases/seal/manifest';
import { partBytes } from '../../../electron/usecases/seal/parts';
import { heavy, must } from '../lib/desk';
import type { Random } from '../lib/random';
import { decide } from './decisions';
import { sendBack, type Habit } from './returning';
import { randomTally, randomTemplate } from './rules';

const at = '2026-11-25T10:00:00.000Z';

/** Both keys of a contest, and what its packages name. */
export interface ContestKeyring {
  readonly signers: Signers;
  readonly contest: Parameters<typeof insertContestKeys>[1];
}

export async function newKeyring(): Promise<ContestKeyring> {
  const sign = newSigningKeys();
  const age = await heavy.ageNewKeyPair();
  return {
    signers: { secretary: newSigningKeys(), chair: newSigningKeys() },
    contest: { signPublic: sign.public, signPrivate: sign.secret, ...age },
  };
}

/** Fills an empty database with a contest from its first nominee to its last decision; every round is closed. */
function playContest(db: Db, keys: ContestKeyring, random: Random): void {
  const writing: Writing = { db, at, log: logWriter(db, at, 'secretary') };
  const template = randomTemplate(random);
  insertContest(db, contestId.parse(randomUUID()), template, template.head, at);
  insertContestKeys(db, keys.contest);
  writing.log('contest_created', { template: template.key, key: hex(keys.signers.secretary.public) });
  if (random.chance(0.5)) writing.log('signer_renewed', { role: 'chair', key: hex(keys.signers.chair.public) });
  const names = ['Әлия', 'Ахметова', 'Ғабитова', 'Қалиев', 'Әлия', 'Ёлкина', 'Іңкәр', 'Ықылас', 'Øre', '«Білім»'];
  for (const name of names.slice(0, random.between(1, names.length)))
    insertNominee(db, {
      kind: 'person',
      name,
      fields: randomFields(random),
      sortKey: sortKey(name),
      searchKey: '',
      flags: [],
      batch: null,
    });
  const jurors = random.between(1, 7);
  for (let n = 0; n < jurors; n += 1)
    insertJuror(db, { name: `${n + 1}-қазы`, title: '', contact: '', chair: n === 0, sortKey: String(n) });
  enter(writing, random);
  const habit = { coarse: random.chance(0.5), careless: random.chance(0.3) };
  const { rounds } = template;
  for (const [i, round] of rounds.entries()) {
    if (isJuryRound(round)) score(writing, round, habit, random);
    count(db, round, random);
    withdrawSome(db, random);
    if (isRankedRound(round)) decide(db, round, random);
    goOn(db, round, rounds[i + 1], random);
  }
}

/** What quotas, regions and funds look at, now and then left empty or unreadable. */
const randomFields = (random: Random): Readonly<Record<string, string>> => ({
  ...(random.chance(0.9) ? { region: random.pick(['Алматы', ' Алматы ', 'Абай', '']) } : {}),
  ...(random.chance(0.8) ? { university: random.pick(['ҚазҰУ', 'ЕҰУ']) } : {}),
  ...(random.chance(0.9) ? { amount: random.pick(['100', '300', '1 000', '99,5', '250.25', 'көп', '0']) } : {}),
});

/** Each nominee in one category of the first round, some in two, some in none yet. */
function enter({ db }: Writing, random: Random): void {
  const { categories, rounds } = readContest(db);
  const [first] = rounds;
  if (first === undefined) return;
  for (const { id } of readNominees(db)) {
    const own = new Set<Category['id'] | null>([random.chance(0.05) ? null : random.pick(categories).id]);
    if (random.chance(0.4)) own.add(random.pick(categories).id);
    for (const category of own) {
      const entry = insertEntry(db, { nominee: id, round: first.id, category });
      if (!isRankedRound(first)) setCheck(db, entry, random.chance(0.85) ? 'admitted' : 'refused', '');
    }
  }
}

/** What a table says of everybody in the round. */
function count(db: Db, round: Round, random: Random): void {
  const rules = tallyRules(round);
  if (rules === null) return;
  for (const { id, round: own } of readEntries(db)) {
    const values = own === round.id ? randomTally(rules, random) : undefined;
    if (values !== undefined) writeTally(db, { entry: id, values, source: 'Дауыс.xlsx', at });
  }
}

function withdrawSome(db: Db, random: Random): void {
  for (const { id } of readNominees(db)) if (random.chance(0.03)) setWithdrawn(db, id, { reason: 'өз еркімен', at });
}

/** Packages, what comes back, a change of the rules, packages again, and who was there. */
function score(writing: Writing, round: Round, habit: Habit, random: Random): void {
  const { db } = writing;
  const all = readJurors(db).map((j) => j.id);
  for (const juror of all) if (random.chance(0.95)) ensureSeat(db, round.id, juror);
  for (const p of issue(writing, round, all, random)) sendBack(writing, p.manifest, habit, random);
  if (random.chance(0.15)) changeRules(db, round, random);
  if (random.chance(0.3)) {
    const again = all.filter(() => random.chance(0.6));
    for (const p of issue(writing, round, again, random)) sendBack(writing, p.manifest, habit, random);
  }
  for (const juror of all) {
    if (random.chance(0.1)) setAttendance(db, round.id, juror, { state: 'absent', reason: 'іссапар' });
    else if (random.chance(0.07))
      setAttendance(db, round.id, juror, { state: 'replaced', reason: 'ауырды', by: random.pick(all) });
  }
}

function issue({ db, log }: Writing, round: Round, jurors: readonly JurorId[], random: Random): readonly Prepared[] {
  const seated = readSeats(db).flatMap((s) => (s.round === round.id && jurors.includes(s.juror) ? [s.juror] : []));
  const texts = {
    sendTo: '',
    instructions: { kk: '', ru: '', en: '' },
    reason: 'түзетілді',
    carry: random.chance(0.5),
  };
  const plan = preparePackages(db, { round: round.id, jurors: seated, dueAt: at, ...texts }, at);
  if (!plan.ok) {
    // Nobody went on, or all have withdrawn: a round without a list.
    if (plan.failure.code !== 'no-entries') throw new Error(plan.failure.code);
    return [];
  }
  for (const p of plan.value) {
    insertPackage(db, p.row, p.manifestBytes);
    if (p.row.revision > 1) recount(db, p.row.round, p.row.juror);
    log('ballot_issued', { name: p.juror.name, file: p.row.fileName }, { reason: '' });
  }
  return plan.value;
}

/** A weight or a whole scale of what this round is marked by; ballots of packages that went out before count no more. */
function changeRules(db: Db, round: Round, random: Random): void {
  const { categories, rounds } = readContest(db);
  const own = rounds.find((r) => r.id === round.id);
  const weight = random.between(0, 10_000);
  const category = random.pick(categories);
  if (own !== undefined && 'criteria' in own.rules && own.rules.criteria !== null)
    writeRound(db, { ...own, rules: { ...own.rules, criteria: own.rules.criteria.map((c) => ({ ...c, weight })) } });
  else writeCategory(db, { ...category, criteria: category.criteria.map((c) => ({ ...c, weight })) });
  recountAll(db);
}

/** Who goes on does so as the use case decides, and now and then the commission puts somebody elsewhere. */
function goOn(db: Db, closing: Round, next: Round | undefined, random: Random): void {
  const data = readScoring(db);
  const { categories } = data.contest;
  const seen = new Set<string>();
  const put = (nominee: NomineeId, category: Category['id'] | null, round: Round): void => {
    const key = `${nominee} ${category ?? ''}`;
    if (seen.has(key)) return;
    seen.add(key);
    insertEntry(db, { nominee, round: round.id, category });
  };
  if (next !== undefined) {
    const going = new Set(categories.flatMap((c) => advancing({ ...data, round: closing.id, category: c.id })));
    for (const entry of data.entries)
      if (going.has(entry.id))
        put(entry.nominee, random.chance(0.1) ? random.pick(categories).id : entry.category, next);
    for (const { id } of data.nominees) if (random.chance(0.05)) put(id, random.pick(categories).id, next);
    setRoundStatus(db, next.id, 'open', null);
  }
  setRoundStatus(db, closing.id, 'closed', at);
}

/** The results file's content as the use cases make it, now and then of a second seal. */
function sealContest(db: Db, { signers }: ContestKeyring, random: Random): Uint8Array {
  if (random.chance(0.1)) {
    const first = draftSeal(db, at, '0.0.0', signers);
    insertSeal(db, { number: 1, ...signSeal(first.manifest, signers), contest: first.contest, at });
    breakSeal(db, 1, at, 'қате табылды');
  }
  const { manifest, contest } = draftSeal(db, at, '0.0.0', signers);
  const parts = manifest.parts.map((part) => partBytes(db, part.name, contest, manifest.log.lines));
  return resultsContent(signSeal(manifest, signers), parts);
}

const store = bodyStore(contestMigrations);

/** A contest of its own in a database of its own, sealed: the results file's content. */
export function sealedAt(folder: string, keys: ContestKeyring, random: Random): Uint8Array {
  const path = join(folder, 'body.db');
  const db = must(store.open(path, random.bytes(32), 'body.db'));
  const content = db.transaction(() => {
    playContest(db, keys, random);
    return sealContest(db, keys, random);
  })();
  db.close();
  rmSync(path);
  return content;
}
