import { comparedMethods, type ComparedMethod, type Comparison, type MethodRanking } from '../../model/analysis';
import type { AcrossJurors } from '../../model/rules';
import { evaluate, type Evaluation, type StandingInput } from '../evaluation';
import { alternative } from './alternatives';
import { placed, shiftsBetween, type Placed } from './placed';
import { fieldTable } from './roundTable';

/** Told after every step of a long computation. */
export type Steps = (done: number, total: number) => void;

/** Below two nominees or two jurors every method says the same. */
const needed = 2;

/** The ranking by every other method, and who would enter or leave. The official one is never changed by it. */
export function compareMethods(input: StandingInput, onStep: Steps = () => undefined): Comparison {
  const ev = evaluate(input);
  const { table, jurors } = fieldTable(ev, ev.target);
  if (table.length < needed || jurors.length < needed)
    return { state: 'too_few', nominees: table.length, jurors: jurors.length, needed };
  const official = placed(ev);
  const { aggregation } = input.contest.rules;
  const methods = comparedMethods.filter((method) => !isOfficial(method, aggregation));
  return {
    state: 'ready',
    official: {
      acrossJurors: aggregation.acrossJurors,
      ...(aggregation.trim === undefined ? {} : { trim: aggregation.trim }),
    },
    line: official.line,
    rows: official.rows,
    methods: methods.map((method, i) => {
      const ranking = rankedBy(method, ev, official);
      onStep(i + 1, methods.length);
      return ranking;
    }),
  };
}

/** A single scorer's figure is a mean of one. */
const isOfficial = (method: ComparedMethod, { acrossJurors }: AcrossJurors): boolean =>
  method === (acrossJurors === 'single_scorer_with_second_check' ? 'mean' : acrossJurors);

function rankedBy(method: ComparedMethod, ev: Evaluation, official: Placed): MethodRanking {
  const other = alternative(method, ev);
  if ('parts' in other) return { method, state: 'not_comparable', parts: other.parts };
  if ('why' in other) return { method, state: 'not_counted', why: other.why };
  const { rows } = placed(other.ev, other.shown);
  return {
    method,
    state: 'ranked',
    rows,
    shifts: shiftsBetween(official.rows, rows),
    untrimmed:
      method === 'trimmed_mean'
        ? other.ev.candidates.filter((c) => c.parts.some((p) => p.score.untrimmed)).map((c) => c.entry.id)
        : [],
    partial: other.partial,
    withoutThreshold: ev.input.contest.rules.threshold !== null && other.ev.input.contest.rules.threshold === null,
  };
}
