import type { EntryId, JurorId, NomineeId } from '../../model/ids';
import type { ComparedMethod } from '../../model/analysis';
import type { AcrossJurors } from '../../model/rules';
import type { CountedRound } from '../combination';
import { evaluate, type Candidate, type Evaluation, type StandingInput } from '../evaluation';
import { comparedAtMost, isFieldMethod, isInPoints } from '../fieldMethods';
import { ballotsOf } from '../methods/ballots';
import { rankSums } from '../methods/rankSums';
import { fitAdditive } from '../methods/severity';
import { standardised } from '../methods/standardised';
import { add, multiply, zero, type Rational } from '../rational';
import { isTallyRound } from '../roundKinds';
import { fieldTable, tableOf, type RoundTable } from './roundTable';

/** The same contest counted by another method; what is ranked is `ev`, with the official tie chain and line. */
export type Alternative =
  | {
      readonly ev: Evaluation;
      /** Printed instead of the total, where that was turned round to be ranked. */
      readonly shown?: ReadonlyMap<EntryId, Rational>;
      readonly partial: readonly JurorId[];
    }
  | { readonly parts: readonly (readonly NomineeId[])[] }
  | { readonly why: 'tables' | 'crowd' | 'gaps' };

/**
 * - mean, trimmed_mean, median: the official computation with that rule over the jurors (trimming as the rules say, else
 *   one at each end).
 * - rank_sum: mean over the jurors of the place among the nominees compared here; where everybody marked everybody the
 *   same order as the sum of places.
 * - copeland, schulze, skating: the official computation with that method over everybody in the round. More nominees than it
 *   compares, or with skating no juror who marked everybody: not counted.
 * - z_score: mean of the marks standardised per juror over all whom that juror marked in the round; rounded to 9
 *   decimals.
 * - severity: μ + a_n of the additive model over the whole field of the round.
 * rank_sum, z_score and severity take the place of a round's figure; rounds are put together as officially. They start from
 * the sub-totals: where the official method itself ranks or corrects the jurors' lists, from the mean of these.
 * What ranks or corrects lists is not counted where tables are added to the marks, and nobody's places are held against a
 * threshold in points.
 */
export function alternative(method: ComparedMethod, given: Evaluation): Alternative {
  if (isFieldMethod(method) && given.counted.some(({ round }) => isTallyRound(round))) return { why: 'tables' };
  const own = isInPoints({ acrossJurors: method }) ? given : withoutThreshold(given);
  const isOverField = isFieldMethod(own.input.contest.rules.aggregation.acrossJurors);
  const official = isOverField ? evaluate(acrossBy(own.input, { acrossJurors: 'mean' })) : own;
  switch (method) {
    case 'mean':
    case 'median':
      return { ev: evaluate(acrossBy(official.input, { acrossJurors: method })), partial: [] };
    case 'trimmed_mean':
      return { ev: evaluate(acrossBy(official.input, { acrossJurors: method, trim: trimOf(official) })), partial: [] };
    case 'rank_sum':
      return byPlaces(official);
    case 'copeland':
    case 'schulze':
    case 'skating':
      return byLists(method, official);
    case 'z_score':
      return { ev: withFigures(official, (counted) => zScores(official, counted)), partial: [] };
    case 'severity':
      return bySeverity(official);
  }
}

const trimOf = ({ input }: Evaluation): 1 | 2 | 3 => input.contest.rules.aggregation.trim ?? 1;

function acrossBy(input: StandingInput, across: AcrossJurors): StandingInput {
  const { rules } = input.contest;
  const { trim: _official, ...aggregation } = rules.aggregation;
  return {
    ...input,
    contest: { ...input.contest, rules: { ...rules, aggregation: { ...aggregation, ...across } } },
  };
}

function withoutThreshold(ev: Evaluation): Evaluation {
  const { contest } = ev.input;
  return { ...ev, input: { ...ev.input, contest: { ...contest, rules: { ...contest.rules, threshold: null } } } };
}

function byLists(acrossJurors: 'copeland' | 'schulze' | 'skating', official: Evaluation): Alternative {
  const ev = evaluate(acrossBy(official.input, { acrossJurors }));
  const fields = official.counted.map(({ round }) => fieldTable(official, round));
  if (fields.some(({ table }) => table.length > comparedAtMost)) return { why: 'crowd' };
  if (ev.candidates.every((c) => c.total === null)) return { why: 'gaps' };
  const partial = fields.flatMap(({ table, jurors }) => jurors.filter((_, j) => table.some((row) => row[j] === null)));
  return { ev, partial: [...new Set(partial)] };
}

type FiguresOfRound = ReadonlyMap<EntryId, Rational>;

/** Totals from other figures of the rounds: missing in one round that counts is missing in all. */
function withFigures(ev: Evaluation, figuresIn: (counted: CountedRound) => FiguresOfRound): Evaluation {
  const figures = new Map(ev.counted.map((counted) => [counted, figuresIn(counted)]));
  const totalOf = ({ parts }: Candidate): Rational | null => {
    if (parts.length < ev.counted.length || parts.length === 0) return null;
    let total = zero;
    for (const { counted, score } of parts) {
      const value = figures.get(counted)?.get(score.entry);
      if (value === undefined) return null;
      total = add(total, multiply(counted.factor, multiply(score.factor, value)));
    }
    return total;
  };
  return { ...ev, candidates: ev.candidates.map((c) => ({ ...c, total: totalOf(c) })) };
}

const known = (entries: readonly EntryId[], values: readonly (Rational | null)[]): FiguresOfRound =>
  new Map(entries.flatMap((entry, i) => ((v) => (v === null ? [] : [[entry, v] as const]))(values[i] ?? null)));

function zScores(ev: Evaluation, { round }: CountedRound): FiguresOfRound {
  const { table, entries } = fieldTable(ev, round);
  return known(entries, standardised(table, 'higher').scores);
}

function byPlaces(official: Evaluation): Alternative {
  const partial = new Set<JurorId>();
  const rule = { by: 'mean', best: 0, worst: 0, unranked: 'no_opinion' } as const;
  const ev = withFigures(official, (counted) => {
    const here = comparedIn(official, counted);
    const outcome = rankSums(ballotsOf(here.table, 'higher'), here.table.length, rule);
    for (const notice of outcome.notices) {
      const juror = notice.kind === 'partial-cards' ? here.jurors[notice.juror] : undefined;
      if (juror !== undefined) partial.add(juror);
    }
    return known(here.entries, outcome.scores);
  });
  // Place 1 is the best: turned round for the ranking, which puts the higher total first.
  const shown = new Map(ev.candidates.flatMap((c) => (c.total === null ? [] : [[c.entry.id, c.total] as const])));
  const candidates = ev.candidates.map((c) => ({
    ...c,
    total: c.total === null ? null : { n: -c.total.n, d: c.total.d },
  }));
  return { ev: { ...ev, candidates }, shown, partial: [...partial] };
}

/** Of a counted round only those who stand in this ranking. */
const comparedIn = (ev: Evaluation, counted: CountedRound): RoundTable =>
  tableOf(
    ev,
    ev.candidates.flatMap((c) => c.parts.filter((p) => p.counted === counted).map((p) => p.score)),
  );

function bySeverity(official: Evaluation): Alternative {
  const compared = new Set<NomineeId>(official.candidates.map((c) => c.nominee.id));
  const fits = official.counted.map((counted) => {
    const field = fieldTable(official, counted.round);
    return { counted, field, fit: fitAdditive(field.table) };
  });
  for (const { field, fit } of fits) {
    const parts = fit.parts
      .map((part) => part.nominees.flatMap((i) => field.nominees[i] ?? []).filter((n) => compared.has(n)))
      .filter((part) => part.length > 0);
    if (parts.length > 1) return { parts };
  }
  const ev = withFigures(official, (counted) => {
    const own = fits.find((f) => f.counted === counted);
    return own === undefined ? new Map() : known(own.field.entries, own.fit.adjusted);
  });
  return { ev, partial: [] };
}
