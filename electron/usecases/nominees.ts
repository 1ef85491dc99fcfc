import { basename } from 'node:path';
import { changesBetween } from '@shared/domain/changes';
import { sortKey } from '@shared/domain/collation';
import { searchKeyOf } from '@shared/domain/fold';
import { readIdNumber } from '@shared/domain/iin';
import { nameFieldId } from '@shared/domain/import/columns';
import { buildPreview, flagsOf, rowsToImport } from '@shared/domain/importPreview';
import { inFullRegion, mostPerRegion } from '@shared/domain/regional';
import type { InputOf } from '@shared/ipc/contract';
import type { Category, NomineeKind } from '@shared/model/category';
import type { Round } from '@shared/model/round';
import type { BatchId, CategoryId } from '@shared/model/ids';
import type { ImportPreview } from '@shared/model/imports';
import type { LogTexts } from '@shared/model/log';
import type { FieldValues, Nominee, NomineeFlag } from '@shared/model/nominee';
import type { Slices } from '@shared/model/snapshot';
import { inLanguage } from '@shared/model/language';
import { fail, ok, type Result } from '@shared/result';
import { readContest } from '../db/contest';
import {
  deleteBatch,
  insertBatch,
  insertEntry,
  insertNominee,
  readBatches,
  readEntries,
  readNominee,
  readNominees,
  setCategory,
  setWithdrawn,
  updateNominee,
  type NewNominee,
} from '../db/nominees';
import type { Db } from '../db/open';
import { change, changeGiving, unsealedContest } from './change';
import { openContestOf, pathOf, type Desk } from './context';
import { hiddenIfChanged, nomineeTexts } from './logTexts';
import { publishNow } from './publishing';
import { reference, regions } from './reference';

/** Everything a person might type to find somebody: personal identifiers are left out of the search. */
export function described(input: { readonly name: string; readonly kind: NomineeKind; readonly fields: FieldValues }) {
  const { name, kind, fields } = input;
  const searched = ['university', 'faculty', 'region', 'org_name', 'project_title'].flatMap((id) => fields[id] ?? []);
  return { name, kind, fields, sortKey: sortKey(name), searchKey: searchKeyOf([name, ...searched]) };
}

/** Where the rules say how many may come from a region. */
function roomInRegion(db: Db, fields: FieldValues, except: Nominee | null = null): Result<null> {
  const region = fields['region'] ?? '';
  const contest = readContest(db);
  if (region === '' || mostPerRegion(contest) === null) return ok(null);
  const others = readNominees(db).filter((n) => n.id !== except?.id);
  const there = inFullRegion(contest, others, region, regions);
  return there === null ? ok(null) : fail({ code: 'region-full', region, nominee: `№ ${there.number} ${there.name}` });
}

/** Nominees enter in the first round, while it is open. */
export function firstOpenRound(db: Db): Result<Round> {
  const first = readContest(db).rounds[0];
  return first?.status === 'open' ? ok(first) : fail({ code: 'round-not-open' });
}

export async function previewImport(desk: Desk, input: InputOf<'nominees.preview'>): Promise<Result<ImportPreview>> {
  const session = openContestOf(desk);
  if (!session.ok) return session;
  const path = pathOf(desk, input.file);
  if (!path.ok) return path;
  const read = await desk.heavy.readSpreadsheet({ path: path.value });
  if (!read.ok) return read;
  const { db } = session.value;
  return buildPreview({
    sheetData: read.value,
    fileName: basename(path.value),
    plan: input.plan,
    contest: readContest(db),
    existing: readNominees(db),
    reference,
  });
}

/** Builds the same preview again from the same file: what is written is what would be shown at this moment. */
export async function importNominees(
  desk: Desk,
  input: InputOf<'nominees.import'>,
): Promise<Result<Slices & { readonly added: number }>> {
  const session = unsealedContest(desk);
  if (!session.ok) return session;
  const shown = await previewImport(desk, input);
  if (!shown.ok) return shown;
  const rows = rowsToImport(shown.value);
  if (!rows.ok) return rows;
  const done = changeGiving(desk, ['people'], ({ db, at, log }) => {
    const round = firstOpenRound(db);
    if (!round.ok) return round;
    const batch = insertBatch(db, shown.value.fileName, at);
    // Asked once for a long table: few contests have such a rule.
    const isLimited = mostPerRegion(readContest(db)) !== null;
    for (const r of rows.value) {
      const room = isLimited ? roomInRegion(db, r.fields) : ok(null);
      if (!room.ok) return room;
      add(db, round.value, r.category, { ...described(r), flags: flagsOf(r), batch });
    }
    log('nominees_imported', { file: shown.value.fileName, count: String(rows.value.length) });
    return ok(rows.value.length);
  });
  if (!done.ok) return done;
  publishNow(desk);
  return ok({ ...done.value.slices, added: done.value.value });
}

function add(db: Db, round: Round, category: CategoryId | null, nominee: NewNominee): void {
  insertEntry(db, { nominee: insertNominee(db, nominee), round: round.id, category });
}

export function undoImport(desk: Desk, { batch }: { readonly batch: BatchId }): Result<Slices> {
  return change(desk, ['people'], ({ db, log }) => {
    const known = readBatches(db).find((b) => b.id === batch);
    if (!known) return fail({ code: 'gone', what: 'batch' });
    if (!known.undoable) return fail({ code: 'import-not-undoable' });
    deleteBatch(db, batch);
    log('import_undone', { file: known.fileName, count: String(known.nominees) });
    return ok(null);
  });
}

export function addNominee(desk: Desk, input: InputOf<'nominees.add'>): Result<Slices> {
  return change(desk, ['people'], ({ db, log }) => {
    const round = firstOpenRound(db);
    if (!round.ok) return round;
    const category = categoryOf(readContest(db).categories, input.category);
    if (!category.ok) return category;
    const room = roomInRegion(db, input.fields);
    if (!room.ok) return room;
    const kind = category.value?.nomineeKind ?? input.kind;
    const flags = missing(category.value, input.fields);
    add(db, round.value, input.category, { ...described({ ...input, kind }), flags, batch: null });
    log('nominee_added', { name: input.name });
    return ok(null);
  });
}

export function editNominee(desk: Desk, input: InputOf<'nominees.edit'>): Result<Slices> {
  return change(desk, ['people'], ({ db, log }) => {
    const nominee = readNominee(db, input.id);
    if (!nominee) return fail({ code: 'gone', what: 'nominee' });
    const contest = readContest(db);
    const category = categoryOf(contest.categories, input.category);
    if (!category.ok) return category;
    const moves = (input.fields['region'] ?? '') !== (nominee.fields['region'] ?? '');
    const room = moves && nominee.withdrawn === null ? roomInRegion(db, input.fields, nominee) : ok(null);
    if (!room.ok) return room;
    const kind = category.value?.nomineeKind ?? nominee.kind;
    updateNominee(db, {
      id: nominee.id,
      ...described({ name: input.name, kind, fields: input.fields }),
      flags: [...missing(category.value, input.fields), ...remaining(nominee, input)],
    });
    const statuses = new Map(contest.rounds.map((r) => [r.id, r.status]));
    for (const entry of readEntries(db)) {
      if (entry.nominee !== nominee.id || entry.category === input.category) continue;
      // A category that ballots already name stays as it is: moving marks to other criteria would falsify them.
      if (contest.locked || statuses.get(entry.round) !== 'open') return fail({ code: 'rules-locked' });
      setCategory(db, entry.id, input.category);
      const named = (c: CategoryId | null): LogTexts => ({ category: nameOfCategory(contest.categories, c) });
      const changes = changesBetween(named(entry.category), named(input.category));
      log('category_assigned', { name: input.name }, { changes });
    }
    log('nominee_changed', { name: input.name }, { changes: nomineeChanges(nominee, input, contest.categories) });
    return ok(null);
  });
}

const nameOfCategory = (categories: readonly Category[], id: CategoryId | null): string =>
  inLanguage(categories.find((c) => c.id === id)?.name ?? { kk: '', ru: '', en: '' }, 'kk');

/** Of personal fields only which of them changed. */
function nomineeChanges(
  before: Nominee,
  after: { readonly name: string; readonly fields: FieldValues },
  categories: readonly Category[],
) {
  const [old, fresh] = [nomineeTexts(before, categories), nomineeTexts(after, categories)];
  const ids = [...new Set([...Object.keys(old.personal), ...Object.keys(fresh.personal)])];
  const hidden = ids.map((id) => hiddenIfChanged(id, old.personal[id] ?? '', fresh.personal[id] ?? ''));
  return changesBetween(
    Object.assign({}, old.shown, ...hidden.map(([side]) => side)) as LogTexts,
    Object.assign({}, fresh.shown, ...hidden.map(([, side]) => side)) as LogTexts,
  );
}

export function withdraw(desk: Desk, { id, reason }: InputOf<'nominees.withdraw'>): Result<Slices> {
  return change(desk, ['people'], ({ db, at, log }) => {
    const nominee = readNominee(db, id);
    if (!nominee) return fail({ code: 'gone', what: 'nominee' });
    setWithdrawn(db, id, { reason, at });
    log('nominee_withdrawn', { name: `№ ${nominee.number} ${nominee.name}` }, { reason });
    return ok(null);
  });
}

export function restore(desk: Desk, { id }: InputOf<'nominees.restore'>): Result<Slices> {
  return change(desk, ['people'], ({ db, log }) => {
    const nominee = readNominee(db, id);
    if (!nominee) return fail({ code: 'gone', what: 'nominee' });
    const room = roomInRegion(db, nominee.fields, nominee);
    if (!room.ok) return room;
    setWithdrawn(db, id, null);
    log(
      'nominee_restored',
      { name: `№ ${nominee.number} ${nominee.name}` },
      { changes: changesBetween({ reason: nominee.withdrawn?.reason ?? '' }, {}) },
    );
    return ok(null);
  });
}

function categoryOf(categories: readonly Category[], id: CategoryId | null): Result<Category | null> {
  if (id === null) return ok(null);
  const found = categories.find((c) => c.id === id);
  return found ? ok(found) : fail({ code: 'gone', what: 'category' });
}

/** What a hand-entered nominee still lacks; the name is asked for by the form. */
export function missing(category: Category | null, fields: FieldValues): readonly NomineeFlag[] {
  const named = category === null ? '' : nameFieldId(category);
  const empty = (category?.fields ?? []).filter(
    (f) => f.required && f.id !== named && (fields[f.id] ?? '').trim() === '',
  );
  const flags: NomineeFlag[] = [];
  if (category === null) flags.push('category_unknown');
  if (empty.some((f) => f.id === 'consent')) flags.push('consent_missing');
  if (empty.some((f) => f.id !== 'consent')) flags.push('required_missing');
  return flags;
}

/** Remarks of the import that an edit has not settled: a wrong IIN until it is right, the rest until a person changed something. */
function remaining(
  before: Nominee,
  after: { readonly name: string; readonly fields: FieldValues },
): readonly NomineeFlag[] {
  const iin = readIdNumber(after.fields['iin'] ?? after.fields['bin'] ?? '');
  const same = before.name === after.name && JSON.stringify(before.fields) === JSON.stringify(after.fields);
  return before.flags.filter((flag) => {
    if (flag === 'iin_check_digit_wrong') return iin.kind === 'check_digit_wrong';
    return same && !recomputed.has(flag);
  });
}

const recomputed: ReadonlySet<NomineeFlag> = new Set([
  'category_unknown',
  'consent_missing',
  'required_missing',
  'wrong_kind',
]);
