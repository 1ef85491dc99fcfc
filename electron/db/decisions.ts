import { z } from 'zod';
import type { CategoryId, DecisionId, EntryId, RoundId } from '@shared/model/ids';
import { decisionKinds, type Decision } from '@shared/model/standing';
import type { Db } from './open';
import { integer, json, rows, run, sql, text } from './sql';

/** Table decision ↔ Decision. A revoked decision stays in the table and in the log; it is not read any more. */

const entries = z.array(z.number().int().positive());
const votes = z.array(z.number().int().min(0)).readonly();
const kinds = z.enum(decisionKinds);
const people = z.array(z.string()).readonly();

export const readDecisions = (db: Db): readonly Decision[] =>
  rows(
    db,
    sql`select id, round, category, kind, entries, votes, seed, people, reason, at from decision where revoked_at is null order by id`,
  ).map((r) => ({
    id: integer(r, 'id') as DecisionId,
    round: integer(r, 'round') as RoundId,
    category: integer(r, 'category') as CategoryId,
    kind: kinds.parse(text(r, 'kind')),
    order: entries.parse(json(r, 'entries')) as EntryId[],
    votes: votes.parse(json(r, 'votes')),
    seed: text(r, 'seed'),
    people: people.parse(json(r, 'people')),
    reason: text(r, 'reason'),
    at: text(r, 'at'),
  }));

export function insertDecision(db: Db, d: Omit<Decision, 'id'>): DecisionId {
  return run(
    db,
    sql`insert into decision (round, category, kind, entries, votes, seed, people, reason, at)
        values (${d.round}, ${d.category}, ${d.kind}, ${JSON.stringify(d.order)}, ${JSON.stringify(d.votes)}, ${d.seed},
                ${JSON.stringify(d.people)}, ${d.reason}, ${d.at})`,
  ).id as DecisionId;
}

export const revokeDecision = (db: Db, id: DecisionId, at: string): number =>
  run(db, sql`update decision set revoked_at = ${at} where id = ${id} and revoked_at is null`).changes;
