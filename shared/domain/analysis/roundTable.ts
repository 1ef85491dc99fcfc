import type { EntryId, JurorId, NomineeId } from '../../model/ids';
import type { Round } from '../../model/round';
import type { Evaluation } from '../evaluation';
import type { RoundScore } from '../contribution';
import { range } from '../methods/outcome';
import type { Table } from '../methods/table';
import type { Rational } from '../rational';

/** The sub-totals of one round as a table nominee × juror. Nobody without a mark has a row or a column. */
export interface RoundTable {
  readonly table: Table;
  readonly entries: readonly EntryId[];
  readonly nominees: readonly NomineeId[];
  readonly jurors: readonly JurorId[];
}

export function tableOf(ev: Evaluation, scores: readonly RoundScore[]): RoundTable {
  const nomineeOf = new Map(ev.input.entries.map((e) => [e.id, e.nominee]));
  const people = scores.flatMap((score) => {
    const nominee = nomineeOf.get(score.entry);
    return score.scores === 0 || nominee === undefined ? [] : [{ score, nominee }];
  });
  const columns = range(people[0]?.score.cells.length ?? 0).filter((j) =>
    people.some(({ score }) => (score.cells[j]?.value ?? null) !== null),
  );
  return {
    table: people.map(({ score }) => columns.map((j): Rational | null => score.cells[j]?.value ?? null)),
    entries: people.map(({ score }) => score.entry),
    nominees: people.map(({ nominee }) => nominee),
    jurors: columns.flatMap((j) => people[0]?.score.cells[j]?.juror ?? []),
  };
}

/** Everybody of the category in the round, also those who did not go on: they tell how a juror marks. */
export const fieldTable = (ev: Evaluation, round: Round): RoundTable => tableOf(ev, ev.fieldOf(round));
