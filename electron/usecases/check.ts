import { changesBetween } from '@shared/domain/changes';
import type { InputOf } from '@shared/ipc/contract';
import type { EntryId } from '@shared/model/ids';
import type { CheckState, Entry } from '@shared/model/nominee';
import type { Slices } from '@shared/model/snapshot';
import { fail, ok, type Result } from '@shared/result';
import { readContest } from '../db/contest';
import type { WriteLog } from '../db/log';
import { readEntries, readNominees, setCheck } from '../db/nominees';
import type { Db } from '../db/open';
import { change, changeGiving } from './change';
import type { Desk } from './context';
import { checkTexts } from './logTexts';

/** Technical check: every entry is admitted, or refused with a reason. */

export function admitAll(
  desk: Desk,
  { round }: InputOf<'check.admitAll'>,
): Result<Slices & { readonly admitted: number }> {
  const done = changeGiving(desk, ['people'], ({ db, log }) => {
    const open = readContest(db).rounds.find((r) => r.id === round);
    if (!open) return fail({ code: 'gone', what: 'round' });
    if (open.rules.kind !== 'technical' || open.status !== 'open') return fail({ code: 'round-not-open' });
    const withdrawn = new Set(readNominees(db).flatMap((n) => (n.withdrawn ? [n.id] : [])));
    const pending = readEntries(db).filter(
      (e) => e.round === round && e.check === 'pending' && !withdrawn.has(e.nominee),
    );
    if (pending.length > 0) setState(db, log, pending, 'admitted', '');
    return ok(pending.length);
  });
  return done.ok ? ok({ ...done.value.slices, admitted: done.value.value }) : done;
}

export function admit(desk: Desk, { entries }: InputOf<'check.admit'>): Result<Slices> {
  return set(desk, entries, 'admitted', '');
}

export function refuse(desk: Desk, { entries, reason }: InputOf<'check.refuse'>): Result<Slices> {
  return set(desk, entries, 'refused', reason);
}

export function reset(desk: Desk, { entries }: InputOf<'check.reset'>): Result<Slices> {
  return set(desk, entries, 'pending', '');
}

const actions = { admitted: 'admitted', refused: 'refused', pending: 'check_reset' } as const;

function set(desk: Desk, ids: readonly EntryId[], state: CheckState, reason: string): Result<Slices> {
  return change(desk, ['people'], ({ db, log }) => {
    const entries = openEntries(db, ids);
    if (!entries.ok) return entries;
    setState(db, log, entries.value, state, reason);
    return ok(null);
  });
}

/** Names one nominee, counts several; before and after tell whose state was which, by number. */
function setState(db: Db, log: WriteLog, entries: readonly Entry[], state: CheckState, reason: string): void {
  const nominees = new Map(readNominees(db).map((n) => [n.id, n]));
  const numberOf = (e: Entry) => nominees.get(e.nominee)?.number ?? 0;
  const changes = changesBetween(
    checkTexts(entries, numberOf, (e) => e.check),
    checkTexts(entries, numberOf, () => state),
  );
  for (const e of entries) setCheck(db, e.id, state, reason);
  const [only] = entries.length === 1 ? entries : [];
  const name = only && nominees.get(only.nominee)?.name;
  const about = only ? { name: `№ ${numberOf(only)} ${name ?? ''}` } : { count: String(entries.length) };
  log(actions[state], about, { reason, changes });
}

/** Fails if an entry is gone or its round is not an open technical check. */
function openEntries(db: Db, ids: readonly EntryId[]): Result<readonly Entry[]> {
  const open = new Set(
    readContest(db)
      .rounds.filter((r) => r.rules.kind === 'technical' && r.status === 'open')
      .map((r) => r.id),
  );
  const known = new Map(readEntries(db).map((e) => [e.id, e]));
  const entries: Entry[] = [];
  for (const id of ids) {
    const entry = known.get(id);
    if (!entry) return fail({ code: 'gone', what: 'entry' });
    if (!open.has(entry.round)) return fail({ code: 'round-not-open' });
    entries.push(entry);
  }
  return ok(entries);
}
