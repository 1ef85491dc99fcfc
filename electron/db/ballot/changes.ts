import { z } from 'zod';
import type { CriterionId, EntryId } from '@shared/model/ids';
import type { Db } from '../open';
import { integer, json, row, run, sql, text, type Row } from '../sql';
import { recusal, type StoredRecusal } from './cards';

/** What one change did to one card, in both directions. A mark is a step; null = blank. */
export type CardChange =
  | {
      readonly kind: 'mark';
      readonly criterion: CriterionId;
      readonly before: number | null;
      readonly after: number | null;
    }
  | { readonly kind: 'comment'; readonly before: string; readonly after: string }
  | { readonly kind: 'recusal'; readonly before: StoredRecusal | null; readonly after: StoredRecusal | null };

export interface StoredChange {
  readonly seq: number;
  readonly entry: EntryId;
  readonly at: string;
  readonly change: CardChange;
}

const step = z.number().int().min(0).nullable();
const shape: z.ZodType<CardChange> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('mark'),
    criterion: z.number().transform((id) => id as CriterionId),
    before: step,
    after: step,
  }),
  z.object({ kind: z.literal('comment'), before: z.string(), after: z.string() }),
  z.object({ kind: z.literal('recusal'), before: recusal.nullable(), after: recusal.nullable() }),
]);

/** Table change: the history of the ballot, numbered from 1 without gaps. Null when there is no such change. */
export const changeAt = (db: Db, seq: number): StoredChange | null =>
  read(row(db, sql`select seq, entry, kind, criterion, before, after, at from change where seq = ${seq}`));

/** 0 when nothing was ever changed. */
export const newestChange = (db: Db): number =>
  integer(row(db, sql`select coalesce(max(seq), 0) as seq from change`), 'seq');

/** What was undone before is forgotten: history has one line. Returns the new change's `seq`. */
export function appendChange(db: Db, cursor: number, entry: EntryId, change: CardChange, at: string): number {
  run(db, sql`delete from change where seq > ${cursor}`);
  const seq = cursor + 1;
  run(
    db,
    sql`insert into change (seq, entry, kind, criterion, before, after, at)
        values (${seq}, ${entry}, ${change.kind}, ${change.kind === 'mark' ? change.criterion : null},
                ${JSON.stringify(change.before)}, ${JSON.stringify(change.after)}, ${at})`,
  );
  return seq;
}

/** What is still being typed (a comment, a mark of two digits) stays one step of the history. */
export function extendChange(db: Db, seq: number, after: string | number | null, at: string): void {
  run(db, sql`delete from change where seq > ${seq}`);
  run(db, sql`update change set after = ${JSON.stringify(after)}, at = ${at} where seq = ${seq}`);
}

function read(r: Row | undefined): StoredChange | null {
  if (r === undefined) return null;
  const kind = text(r, 'kind');
  const change = { kind, before: json(r, 'before'), after: json(r, 'after') };
  return {
    seq: integer(r, 'seq'),
    entry: integer(r, 'entry') as EntryId,
    at: text(r, 'at'),
    change: shape.parse(kind === 'mark' ? { ...change, criterion: integer(r, 'criterion') } : change),
  };
}
