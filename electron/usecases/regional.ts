import { basename } from 'node:path';
import { judgeRegional, tooManyByHand, type RegionalInput } from '@shared/domain/regional';
import { fingerprintText } from '@shared/domain/fingerprint';
import { fold } from '@shared/domain/fold';
import type { InputOf } from '@shared/ipc/contract';
import type { Category } from '@shared/model/category';
import type { FileToken, NomineeId } from '@shared/model/ids';
import type { Nominee } from '@shared/model/nominee';
import type { RegionalLaureate, RegionalOffer } from '@shared/model/regional';
import type { Round } from '@shared/model/round';
import type { Slices } from '@shared/model/snapshot';
import { fail, ok, type Result } from '@shared/result';
import { readContest } from '../db/contest';
import { insertEntry, insertNominee, readNominee, readNominees, setWithdrawn, updateNominee } from '../db/nominees';
import type { Db } from '../db/open';
import { insertRegionalFile, readRegionalFiles, replaceRegionalFile } from '../db/regionalFiles';
import { maxPackageBytes } from '../exchange/package';
import { readAtMost } from '../exchange/readFile';
import { headOfResults, openResults } from '../exchange/resultsFile';
import { fingerprintOf } from '../exchange/seal';
import { attempt } from '../vault/fsFailure';
import { change, unsealedContest, type Writing } from './change';
import { openContestOf, pathOf, type Desk } from './context';
import { described, firstOpenRound, missing } from './nominees';
import { publishNow } from './publishing';
import { regions } from './reference';
import { openedResults } from './results/data';
import type { OpenResults } from './results/openResults';

/** A region's sealed results file, whose laureates become nominees of the national contest: one file per region. */

export async function readRegional(
  desk: Desk,
  input: InputOf<'nominees.readRegional'>,
): Promise<Result<RegionalOffer>> {
  const session = unsealedContest(desk);
  if (!session.ok) return session;
  const opened = await openRegional(desk, input);
  if (!opened.ok) return opened;
  const now = openContestOf(desk);
  return now.ok ? ok(judgeRegional(inputOf(now.value.db, opened.value))) : now;
}

/** Reads the file again: what is taken in is what it holds at this moment, under the fingerprint that was compared. */
export async function takeRegional(desk: Desk, input: InputOf<'nominees.takeRegional'>): Promise<Result<Slices>> {
  const session = unsealedContest(desk);
  if (!session.ok) return session;
  const opened = await openRegional(desk, input);
  if (!opened.ok) return opened;
  const taken = change(desk, ['people'], (writing) => {
    const { db } = writing;
    const round = firstOpenRound(db);
    if (!round.ok) return round;
    const judged = inputOf(db, opened.value);
    const offer = judgeRegional(judged);
    const { file } = offer;
    if (offer.source.fingerprint !== input.fingerprint) return fail({ code: 'altered', file });
    if (offer.refusal !== null) return fail({ code: 'region-refused', file, refusal: offer.refusal });
    const same = sameOnes(offer.laureates, input.namesakes);
    if (!same.ok) return same;
    const crowded = tooManyByHand(judged, offer, new Set(same.value.values()));
    if (crowded !== null) return fail({ code: 'region-refused', file, refusal: crowded });
    const reason = input.reason ?? '';
    if (offer.replaces.length > 0 && reason === '') return fail({ code: 'reason-missing' });
    takeIn(writing, { offer, round: round.value, same: same.value, reason });
    return ok(null);
  });
  if (taken.ok) publishNow(desk);
  return taken;
}

async function openRegional(
  desk: Desk,
  input: { readonly file: FileToken; readonly code: string },
): Promise<Result<OpenResults>> {
  const path = pathOf(desk, input.file);
  if (!path.ok) return path;
  const file = basename(path.value);
  const bytes = await attempt(path.value, () => readAtMost(path.value, maxPackageBytes));
  if (!bytes.ok) return bytes;
  if (bytes.value === null) return fail({ code: 'not-this-kind', file, expected: 'results' });
  const results = await openResults(bytes.value, input.code, file, desk.heavy);
  return results.ok ? ok(openedResults(file, headOfResults(bytes.value), results.value)) : results;
}

function inputOf(db: Db, { fileName, results, recomputed }: OpenResults): RegionalInput {
  return {
    file: fileName,
    fingerprint: fingerprintOf(results.manifestBytes),
    manifest: results.manifest,
    told: results.contest,
    recomputed,
    contest: readContest(db),
    nominees: readNominees(db),
    files: readRegionalFiles(db),
    regions,
  };
}

/** By the laureate's number: who is here already. Every namesake has to be decided, and nobody else is named. */
function sameOnes(
  laureates: readonly RegionalLaureate[],
  decided: InputOf<'nominees.takeRegional'>['namesakes'],
): Result<ReadonlyMap<number, NomineeId>> {
  const same = new Map<number, NomineeId>();
  for (const { number, namesake } of laureates) {
    const decision = decided.find((d) => d.number === number);
    if (namesake === null) continue;
    if (decision === undefined || (decision.same !== null && decision.same !== namesake.id))
      return fail({ code: 'invalid', field: 'namesakes' });
    if (decision.same !== null) same.set(number, namesake.id);
  }
  return ok(same);
}

interface Taking {
  readonly offer: RegionalOffer;
  readonly round: Round;
  readonly same: ReadonlyMap<number, NomineeId>;
  readonly reason: string;
}

/** Whoever was in by a file that is replaced and comes again keeps the number; the others withdraw with the reason. */
function takeIn({ db, at, log }: Writing, { offer, round, same, reason }: Taking): void {
  const { source, region, laureates, replaces, file } = offer;
  const { categories } = readContest(db);
  const former = replaces.flatMap((f) => f.nominees).flatMap((id) => readNominee(db, id) ?? []);
  const staying = former.filter((n) => n.withdrawn === null);
  const kept = new Set<NomineeId>();
  const nominees = laureates.map((laureate): NomineeId => {
    const typed = same.get(laureate.number);
    const known = typed ?? staying.find((n) => fold(n.name) === fold(laureate.name))?.id;
    if (known === undefined) return add(db, round, laureate, categories);
    kept.add(known);
    if (typed === undefined) renew(db, known, laureate);
    else complete(db, known, laureate);
    return known;
  });
  for (const { id, number, name } of staying.filter((n) => !kept.has(n.id))) {
    setWithdrawn(db, id, { reason, at });
    log('nominee_withdrawn', { name: `№ ${number} ${name}` }, { reason });
  }
  for (const { id } of replaces) replaceRegionalFile(db, id, at, reason);
  insertRegionalFile(db, { ...source, region, fileName: file, takenAt: at }, nominees);
  const names = nominees.flatMap((id) => readNominee(db, id) ?? []).map((n) => `№ ${n.number} ${n.name}`);
  const details = {
    region,
    people: names.join(', '),
    file,
    number: String(source.seal),
    fingerprint: source.fingerprint,
    contest: source.contest,
  };
  if (replaces.length === 0) log('region_taken', details);
  else {
    const before = replaces.map((f) => fingerprintText(f.fingerprint)).join(', ');
    const changes = { before: { fingerprint: before }, after: { fingerprint: fingerprintText(source.fingerprint) } };
    log('region_replaced', details, { reason, changes });
  }
}

function add(db: Db, round: Round, laureate: RegionalLaureate, categories: readonly Category[]): NomineeId {
  const { name, category, fields } = laureate;
  const here = categories.find((c) => c.id === category) ?? null;
  const kind = here?.nomineeKind ?? laureate.kind;
  const flags = missing(here, fields);
  const nominee = insertNominee(db, { ...described({ name, kind, fields }), flags, batch: null });
  insertEntry(db, { nominee, round: round.id, category });
  return nominee;
}

/** Who came by the file that is replaced: the new one is right, and what it does not tell stays. */
function renew(db: Db, id: NomineeId, laureate: RegionalLaureate): void {
  const { kind, flags, fields } = mustFind(db, id);
  updateNominee(db, {
    id,
    ...described({ name: laureate.name, kind, fields: { ...fields, ...laureate.fields } }),
    flags,
  });
}

function mustFind(db: Db, id: NomineeId): Nominee {
  const nominee = readNominee(db, id);
  if (nominee === undefined) throw new Error('a nominee that is not there');
  return nominee;
}

/** What was typed here stays; the region is the file's, and what was left empty comes from it. */
function complete(db: Db, id: NomineeId, laureate: RegionalLaureate): void {
  const nominee = mustFind(db, id);
  const { name, kind, flags } = nominee;
  const typed = Object.fromEntries(Object.entries(nominee.fields).filter(([, value]) => value.trim() !== ''));
  const region = laureate.fields['region'];
  const fields = { ...laureate.fields, ...typed, ...(region === undefined ? {} : { region }) };
  updateNominee(db, { id, ...described({ name, kind, fields }), flags });
}
