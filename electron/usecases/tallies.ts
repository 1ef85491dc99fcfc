import { basename } from 'node:path';
import { changesBetween } from '@shared/domain/changes';
import type { Nameable } from '@shared/domain/import/tallyNames';
import { misfitOf, tallyRules, type TallyRules } from '@shared/domain/tallies';
import { buildTallyPreview, sameValues, talliesToWrite } from '@shared/domain/tallyPreview';
import type { InputOf } from '@shared/ipc/contract';
import type { EntryId, RoundId } from '@shared/model/ids';
import { inLanguage } from '@shared/model/language';
import type { LogTexts } from '@shared/model/log';
import type { Round } from '@shared/model/round';
import type { Slices } from '@shared/model/snapshot';
import type { Tally } from '@shared/model/tally';
import type { TallyPreview } from '@shared/model/tallyImport';
import { fail, ok, type Result } from '@shared/result';
import { readContest } from '../db/contest';
import { readEntries, readNominees } from '../db/nominees';
import type { Db } from '../db/open';
import { deleteTally, readTallies, writeTally } from '../db/tallies';
import { change, unsealedContest, type Writing } from './change';
import { openContestOf, pathOf, type Desk } from './context';
import { publishNow } from './publishing';
import { reference } from './reference';

/** Votes, results and counts: what stands in the place of ballots in a round that no jury marks. */

interface Sheet {
  readonly round: Round;
  readonly rules: TallyRules;
  readonly people: readonly Nameable[];
  readonly known: readonly Tally[];
}

function sheetOf(db: Db, id: RoundId): Result<Sheet> {
  const round = readContest(db).rounds.find((r) => r.id === id);
  const rules = round === undefined ? null : tallyRules(round);
  if (round === undefined || rules === null) return fail({ code: 'gone', what: 'round' });
  const nominees = new Map(readNominees(db).map((n) => [n.id, n]));
  const people = readEntries(db).flatMap((e): Nameable[] => {
    const nominee = e.round === id ? nominees.get(e.nominee) : undefined;
    if (nominee === undefined) return [];
    const { number, name, withdrawn } = nominee;
    return [{ entry: e.id, number, name, withdrawn: withdrawn !== null }];
  });
  const entries = new Set(people.map((p) => p.entry));
  return ok({ round, rules, people, known: readTallies(db).filter((t) => entries.has(t.entry)) });
}

export async function previewTallies(desk: Desk, input: InputOf<'tallies.preview'>): Promise<Result<TallyPreview>> {
  const session = openContestOf(desk);
  if (!session.ok) return session;
  const path = pathOf(desk, input.file);
  if (!path.ok) return path;
  const read = await desk.heavy.readSpreadsheet({ path: path.value });
  if (!read.ok) return read;
  const sheet = sheetOf(session.value.db, input.round);
  if (!sheet.ok) return sheet;
  return buildTallyPreview({
    sheetData: read.value,
    fileName: basename(path.value),
    plan: input.plan,
    ...sheet.value,
    reference,
  });
}

/** Builds the same preview again from the same file: what is written is what would be shown at this moment. */
export async function importTallies(
  desk: Desk,
  input: InputOf<'tallies.import'>,
): Promise<Result<Slices & { readonly written: number }>> {
  const session = unsealedContest(desk);
  if (!session.ok) return session;
  const shown = await previewTallies(desk, input);
  if (!shown.ok) return shown;
  const { fileName } = shown.value;
  let written = 0;
  const done = change(desk, ['tallies'], (writing) => {
    const sheet = sheetOf(writing.db, input.round);
    if (!sheet.ok) return sheet;
    const rows = talliesToWrite(shown.value, sheet.value.rules, input.plan.restIsNothing === true);
    if (!rows.ok) return rows;
    written = rows.value.length;
    return writeRows(writing, sheet.value, rows.value, { source: fileName, reason: input.reason });
  });
  if (!done.ok) return done;
  publishNow(desk);
  return ok({ ...done.value, written });
}

/** Typed figures. `values` undefined: what is written of the entry is taken away. */
export const setTallies = (desk: Desk, { round, rows, reason }: InputOf<'tallies.set'>): Result<Slices> =>
  change(desk, ['tallies'], (writing) => {
    const sheet = sheetOf(writing.db, round);
    if (!sheet.ok) return sheet;
    return writeRows(writing, sheet.value, rows, { source: '', reason });
  });

interface Row {
  readonly entry: EntryId;
  readonly values?: Tally['values'] | undefined;
}

/** What is written already is changed for a reason only. */
function writeRows(
  { db, at, log }: Writing,
  { round, rules, people, known }: Sheet,
  rows: readonly Row[],
  { source, reason }: { readonly source: string; readonly reason: string | undefined },
): Result<null> {
  if (round.status !== 'open') return fail({ code: 'round-not-open' });
  const numbers = new Map(people.map((p) => [p.entry, p.number]));
  const before = new Map(known.map((t) => [t.entry, t.values]));
  const differing = rows.filter(({ entry, values }) => {
    const old = before.get(entry);
    return values === undefined || old === undefined ? values !== old : !sameValues(old, values);
  });
  if (rows.some(({ entry }) => !numbers.has(entry))) return fail({ code: 'gone', what: 'entry' });
  if (rows.some(({ values }) => values !== undefined && misfitOf(rules, values) !== null))
    return fail({ code: 'invalid', field: 'tally' });
  const isReplacing = differing.some(({ entry }) => before.has(entry));
  if (isReplacing && reason === undefined) return fail({ code: 'reason-missing' });
  for (const { entry, values } of differing) {
    if (values === undefined) deleteTally(db, entry);
    else writeTally(db, { entry, values, source, at });
  }
  const texts = (values: (row: Row) => Tally['values'] | undefined): LogTexts =>
    Object.fromEntries(
      differing.flatMap((row) => {
        const own = values(row);
        return own === undefined ? [] : [[`№ ${String(numbers.get(row.entry) ?? '')}`, own?.join('; ') ?? '—']];
      }),
    );
  log(
    source === '' ? 'tallies_typed' : 'tallies_imported',
    {
      round: inLanguage(round.name, 'kk'),
      count: String(differing.length),
      ...(source === '' ? {} : { file: source }),
    },
    {
      changes: changesBetween(
        texts(({ entry }) => before.get(entry)),
        texts(({ values }) => values),
      ),
      ...(isReplacing && reason !== undefined ? { reason } : {}),
    },
  );
  return ok(null);
}
