import type { InputOf } from '@shared/ipc/contract';
import type { EntryId } from '@shared/model/ids';
import type { CheckState } from '@shared/model/nominee';
import type { Slices } from '@shared/model/snapshot';
import { fail, ok, type Result } from '@shared/result';
import { readContest } from '../db/contest';
import { appendLog } from '../db/log';
import { readEntries, readNominees, setCheck } from '../db/nominees';
import type { Db } from '../db/open';
import { change, changeGiving } from './change';
import type { Desk } from './context';

/** Technical check: every entry is admitted, or refused with a reason. */

export function admitAll(
  desk: Desk,
  { round }: InputOf<'check.admitAll'>,
): Result<Slices & { readonly admitted: number }> {
  const done = changeGiving(desk, ['people'], (db, at) => {
    const open = readContest(db).rounds.find((r) => r.id === round);
    if (!open) return fail({ code: 'gone', what: 'round' });
    if (open.rules.kind !== 'technical' || open.status !== 'open') return fail({ code: 'round-not-open' });
    const withdrawn = new Set(readNominees(db).flatMap((n) => (n.withdrawn ? [n.id] : [])));
    const pending = readEntries(db).filter(
      (e) => e.round === round && e.check === 'pending' && !withdrawn.has(e.nominee),
    );
    for (const e of pending) setCheck(db, e.id, 'admitted', '');
    if (pending.length > 0) appendLog(db, at, 'admitted', { count: String(pending.length) });
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
  return change(desk, ['people'], (db, at) => {
    const named = namesOf(db, ids);
    if (!named.ok) return named;
    for (const id of ids) setCheck(db, id, state, reason);
    appendLog(db, at, actions[state], named.value, reason);
    return ok(null);
  });
}

/** The nominees concerned, for the log; fails if an entry is gone or its round is not an open technical check. */
function namesOf(db: Db, ids: readonly EntryId[]): Result<Record<string, string>> {
  const open = new Set(
    readContest(db)
      .rounds.filter((r) => r.rules.kind === 'technical' && r.status === 'open')
      .map((r) => r.id),
  );
  const entries = new Map(readEntries(db).map((e) => [e.id, e]));
  const nominees = new Map(readNominees(db).map((n) => [n.id, n]));
  const names: string[] = [];
  for (const id of ids) {
    const entry = entries.get(id);
    const nominee = entry && nominees.get(entry.nominee);
    if (!entry || !nominee) return fail({ code: 'gone', what: 'entry' });
    if (!open.has(entry.round)) return fail({ code: 'round-not-open' });
    names.push(`№ ${nominee.number} ${nominee.name}`);
  }
  return ok(names.length === 1 ? { name: names[0] ?? '' } : { count: String(names.length) });
}
