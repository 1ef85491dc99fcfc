import { z } from 'zod';
import { category, type Category } from '@shared/model/category';
import { contestHead, type Contest, type ContestHead } from '@shared/model/contest';
import { contestRules, type ContestRules } from '@shared/model/rules';
import { round, type Round, type RoundStatus } from '@shared/model/round';
import { contestId, type CategoryId, type ContestId, type RoundId } from '@shared/model/ids';
import type { Template } from '@shared/model/template';
import type { Db } from './open';
import { isSealed } from './seals';
import { integer, json, nextOf, row, rows, run, sql, text, textOrNull } from './sql';

/** Tables contest, category, round ↔ Contest. */

const categoryDefinition = category.unwrap().omit({ id: true, key: true });
const roundDefinition = round.unwrap().pick({ name: true, rules: true, advance: true, weight: true });

/** Call inside a transaction. */
export function insertContest(db: Db, id: ContestId, template: Template, head: ContestHead, at: string): void {
  run(
    db,
    sql`insert into contest (singleton, id, template_key, head, rules, created_at)
          values (1, ${id}, ${template.key}, ${JSON.stringify(head)}, ${JSON.stringify(template.rules)}, ${at})`,
  );
  for (const c of template.categories) insertCategory(db, c);
  for (const r of template.rounds) insertRound(db, r);
  const criteria = [
    ...template.categories.flatMap((c) => c.criteria),
    ...template.rounds.flatMap((r) => ('criteria' in r.rules ? (r.rules.criteria ?? []) : [])),
  ];
  const highest = Math.max(0, ...criteria.map((c) => c.id));
  run(db, sql`insert into counter (name, next) values ('criterion', ${highest + 1})`);
}

export function readContest(db: Db): Contest {
  const r = row(db, sql`select id, template_key, head, rules, created_at from contest`);
  return {
    id: contestId.parse(text(r, 'id')),
    templateKey: text(r, 'template_key'),
    head: contestHead.parse(json(r, 'head')),
    rules: contestRules.parse(json(r, 'rules')),
    categories: readCategories(db),
    rounds: readRounds(db),
    locked: row(db, sql`select 1 as one from package limit 1`) !== undefined || isSealed(db),
    createdAt: text(r, 'created_at'),
  };
}

export const writeHead = (db: Db, head: ContestHead): void => {
  run(db, sql`update contest set head = ${JSON.stringify(head)}`);
};

export const writeRules = (db: Db, rules: ContestRules): void => {
  run(db, sql`update contest set rules = ${JSON.stringify(rules)}`);
};

function readCategories(db: Db): readonly Category[] {
  return rows(db, sql`select id, key, definition from category order by position, id`).map((r) => ({
    id: integer(r, 'id') as CategoryId,
    key: text(r, 'key'),
    ...categoryDefinition.parse(json(r, 'definition')),
  }));
}

const definitionOf = ({ id: _id, key: _key, ...rest }: Category): string => JSON.stringify(rest);

export function insertCategory(db: Db, c: Omit<Category, 'id'> & { readonly id: CategoryId | null }): CategoryId {
  const position = integer(row(db, sql`select coalesce(max(position), 0) + 1 as next from category`), 'next');
  const { id: _id, key: _key, ...definition } = c;
  const done = run(
    db,
    sql`insert into category (id, position, key, definition) values (${c.id}, ${position}, ${c.key}, ${JSON.stringify(definition)})`,
  );
  return done.id as CategoryId;
}

export const writeCategory = (db: Db, c: Category): void => {
  run(db, sql`update category set definition = ${definitionOf(c)} where id = ${c.id}`);
};

export const deleteCategory = (db: Db, id: CategoryId): void => {
  run(db, sql`delete from category where id = ${id}`);
};

export const nextCriterionId = (db: Db): number => nextOf(db, 'criterion');

/** The first slot of this category's cards that no criterion ever had. */
export function nextSlot(db: Db, c: Category): number {
  const name = `slot:${c.id}`;
  const floor = Math.max(0, ...c.criteria.map((k) => k.slot + 1));
  run(
    db,
    sql`insert into counter (name, next) values (${name}, ${floor}) on conflict (name) do update set next = max(next, ${floor})`,
  );
  return nextOf(db, name);
}

function readRounds(db: Db): readonly Round[] {
  return rows(db, sql`select id, key, definition, status, due_at, closed_at from round order by position, id`).map(
    (r) => ({
      id: integer(r, 'id') as RoundId,
      key: text(r, 'key'),
      ...roundDefinition.parse(json(r, 'definition')),
      status: statuses.parse(text(r, 'status')),
      dueAt: textOrNull(r, 'due_at'),
      closedAt: textOrNull(r, 'closed_at'),
    }),
  );
}
const statuses = z.enum(['waiting', 'open', 'closed']);

const roundJson = (r: Pick<Round, 'name' | 'rules' | 'advance' | 'weight'>): string =>
  JSON.stringify({ name: r.name, rules: r.rules, advance: r.advance, weight: r.weight });

export function insertRound(db: Db, r: Omit<Round, 'id'> & { readonly id: RoundId | null }): RoundId {
  const position = integer(row(db, sql`select coalesce(max(position), 0) + 1 as next from round`), 'next');
  const done = run(
    db,
    sql`insert into round (id, position, key, definition, status) values (${r.id}, ${position}, ${r.key}, ${roundJson(r)}, ${r.status})`,
  );
  return done.id as RoundId;
}

export const writeRound = (db: Db, r: Round): void => {
  run(db, sql`update round set definition = ${roundJson(r)} where id = ${r.id}`);
};

export function writeRoundOrder(db: Db, order: readonly RoundId[]): void {
  order.forEach((id, i) => run(db, sql`update round set position = ${i + 1} where id = ${id}`));
}

export const deleteRound = (db: Db, id: RoundId): void => {
  run(db, sql`delete from seat where round = ${id}`);
  run(db, sql`delete from round where id = ${id}`);
};

export function setRoundStatus(db: Db, id: RoundId, status: RoundStatus, closedAt: string | null): void {
  run(db, sql`update round set status = ${status}, closed_at = ${closedAt} where id = ${id}`);
}

export const setRoundDue = (db: Db, id: RoundId, dueAt: string): void => {
  run(db, sql`update round set due_at = ${dueAt} where id = ${id}`);
};
