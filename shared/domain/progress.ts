import type { Progress } from '../model/closing';
import { evaluate, scorerOf, type Evaluation, type StandingInput } from './evaluation';
import { panelOf } from './panel';

/** What the progress and the closing of a whole round are made from: all its categories together. */
export type RoundInput = Omit<StandingInput, 'category'>;

/** Every category of the contest in this round, in the contest's order. */
export function evaluateRound(input: RoundInput): readonly Evaluation[] {
  const scorer = scorerOf(input);
  return input.contest.categories.map(({ id }) => evaluate({ ...input, category: id }, scorer));
}

/**
 * The matrix juror × entry of a jury round: jurors by number, entries by category (in the contest's order) and number.
 * Entries without a category and withdrawn nominees have no column.
 */
export function progressOf(input: RoundInput): Progress {
  const columns = evaluateRound(input).flatMap((ev) =>
    ev.candidates
      .map((c) => ({
        head: { entry: c.entry.id, category: ev.category.id, number: c.nominee.number, name: c.nominee.name },
        cells: c.score.cells,
      }))
      .toSorted((a, b) => a.head.number - b.head.number),
  );
  return {
    round: input.round,
    columns: columns.map((c) => c.head),
    rows: panelOf(input.round, input).map(({ juror }, i) => {
      const cells = columns.flatMap((c) => c.cells[i]?.state ?? []);
      const counted = cells.filter((s) => s !== 'recused' && s !== 'absent');
      return { juror, cells, scored: cells.filter((s) => s === 'scored').length, expected: counted.length };
    }),
  };
}
