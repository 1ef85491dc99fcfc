import { concordance } from '../domain/quality/concordance';
import { cronbachAlpha } from '../domain/quality/cronbach';
import { tooFewData } from '../domain/quality/grid';
import { icc, iccForms, varianceComponents } from '../domain/quality/icc';
import { influenceOfCriteria } from '../domain/quality/influence';
import { cellsToCheck, jurorQuality } from '../domain/quality/jurors';
import { alphaAsIrr, alphaMetrics, krippendorffAlpha } from '../domain/quality/krippendorff';
import { fTail } from '../domain/quality/distributions';
import { groupsByScore, type Direction } from '../domain/methods/outcome';
import { bootstrapWinners, sameWinners, withoutEachJuror } from '../domain/quality/robustness';
import { additiveAnova, fitAdditive } from '../domain/methods/severity';
import { toDouble } from '../domain/methods/standardised';
import { meanOf, present, type Table } from '../domain/methods/table';
import { divide, multiply, rational, subtract, sum, type Rational } from '../domain/rational';
import { votersOf, type RoundData } from './data';
import { byId, type Person } from './people';
import { statistic, type Json } from './result';

export interface QualityOptions {
  readonly seats: number;
  readonly bootstrap: { readonly times: number; readonly seed: number } | null;
  /** The round's own method on a table of fewer jurors; null where it does not work on tables. */
  readonly rank: ((table: Table) => readonly (readonly number[])[]) | null;
}

const number = (value: Rational | null): number | null => (value === null ? null : statistic(toDouble(value)));

/** More are an electorate. */
const mostLookedAt = 200;

/**
 * How far the jury of one round agrees, and how much depends on whom. Coefficients are printed however few data there
 * are; `verdict` says `too_few_data` below 5 jurors or 5 nominees.
 */
export function qualityReport(data: RoundData, nominees: readonly Person[], options: QualityOptions): Json | null {
  const voters = votersOf(data);
  if (voters === null || voters.jurors.length === 0) return null;
  const { table, jurors, direction } = voters;
  const name = (i: number): string => nominees[i]?.id ?? '';
  const w = concordance(table, direction);
  // Ballots of an electorate are nobody's to be looked at one by one, and comparing each with all others takes hours.
  const isJury = jurors.length <= mostLookedAt;
  const quality = isJury ? jurorQuality(table, direction) : [];
  const cronbach = isJury ? cronbachAlpha(table) : null;
  return {
    nominees: table.length,
    jurors: jurors.length,
    verdict: tooFewData(table.length, jurors.length) ? 'too_few_data' : agreement(w === null ? null : toDouble(w.w)),
    icc: iccReport(table, name),
    kendall:
      w === null
        ? null
        : {
            W: toDouble(w.w),
            uncorrected: toDouble(w.uncorrected),
            chiSquare: toDouble(w.chiSquare),
            df: w.df,
            p: statistic(w.p),
            leftOut: w.leftOut.map(name),
          },
    ...alphaReport(table),
    cronbach:
      cronbach === null ? null : { raw: statistic(cronbach.raw), standardised: statistic(cronbach.standardised) },
    severity: isJury ? severityReport(table, jurors, name, options, direction) : null,
    perJuror: quality.map((q, j) => ({
      juror: jurors[j] ?? '',
      marks: q.marks,
      mean: number(q.mean),
      deviation: statistic(q.deviation),
      severity: number(q.severity),
      relativeSpread: statistic(q.relativeSpread),
      withTheRest: statistic(q.withTheRest),
    })),
    cellsToCheck: (isJury ? cellsToCheck(table) : []).map((c) => ({
      nominee: name(c.nominee),
      juror: jurors[c.juror] ?? '',
      mark: toDouble(c.mark),
      expected: statistic(c.expected),
      sigmas: statistic(c.sigmas),
    })),
    influence: influenceReport(data),
    ...withoutCriteria(data, name, options),
    ...robustness(table, jurors, name, options),
  };
}

/** Words for Kendall's W, after Landis & Koch's habit of thirds. */
function agreement(w: number | null): string {
  if (w === null) return 'undefined';
  return w < 1 / 3 ? 'low' : w < 2 / 3 ? 'medium' : 'high';
}

function alphaReport(table: Table): { readonly [key: string]: Json } {
  const alphas = alphaMetrics.map((metric) => ({ metric, alpha: krippendorffAlpha(table, metric) }));
  const asIrr = alphas.map(({ metric, alpha }) => [metric, alphaAsIrr(table, alpha)] as const);
  return {
    krippendorff: Object.fromEntries(alphas.map(({ metric, alpha }) => [metric, statistic(alpha)])),
    krippendorffAsIrr: asIrr.every(([, alpha]) => alpha === null) ? null : Object.fromEntries(asIrr),
  };
}

function iccReport(table: Table, name: (i: number) => string): Json {
  const result = icc(table);
  if (result === null) return null;
  const { meanSquares: ms } = result;
  const components = varianceComponents(table);
  return {
    forms: Object.fromEntries(iccForms.map((form) => [form, { ...result.forms[form] }])),
    meanSquares: {
      BMS: toDouble(ms.between),
      WMS: toDouble(ms.within),
      JMS: toDouble(ms.jurors),
      EMS: toDouble(ms.error),
    },
    varianceComponents:
      components === null
        ? null
        : {
            nominee: toDouble(components.nominee),
            juror: toDouble(components.juror),
            residual: toDouble(components.residual),
          },
    leftOut: result.leftOut.map(name),
  };
}

function severityReport(
  table: Table,
  jurors: readonly string[],
  name: (i: number) => string,
  { rank, seats }: QualityOptions,
  direction: Direction,
): Json {
  const fit = fitAdditive(table);
  const [part] = fit.parts;
  if (part === undefined) return null;
  const connected = fit.parts.length === 1;
  const anova = additiveAnova(table);
  const squares = { residual: anova.residualSquares, nominee: anova.nomineeSquares };
  const error = anova.residualDf > 0 ? divide(squares.residual, rational(anova.residualDf)) : null;
  const f =
    error === null || error.n === 0n || anova.nomineeDf < 1
      ? null
      : toDouble(divide(divide(squares.nominee, rational(anova.nomineeDf)), error));
  return {
    connected,
    parts: fit.parts.map((p) => p.nominees.map(name)),
    mean: connected ? toDouble(part.mean) : null,
    winnersChange:
      rank === null || !connected ? null : !sameWinners(rank(table), groupsByScore(fit.adjusted, direction), seats),
    nominees: Object.fromEntries(
      table.map((row, i) => [
        name(i),
        {
          effect: number(fit.nomineeEffects[i] ?? null),
          adjusted: number(fit.adjusted[i] ?? null),
          rawMean: number(meanOf(present(row))),
        },
      ]),
    ),
    jurors: Object.fromEntries(jurors.map((id, j) => [id, number(fit.jurorEffects[j] ?? null)])),
    anova: {
      nomineeSquaresAdjusted: toDouble(squares.nominee),
      nomineeDf: anova.nomineeDf,
      residualSquares: toDouble(squares.residual),
      residualDf: anova.residualDf,
      meanSquareError: number(error),
      F: statistic(f),
      p: f === null ? null : statistic(fTail(f, anova.nomineeDf, anova.residualDf)),
    },
  };
}

/** Points of the criteria's means, over the nominees who have all of them. */
function influenceReport(data: RoundData): Json {
  const { criteria } = data;
  if (criteria === null || criteria.length === 0) return null;
  const points = criteria.map((c) =>
    c.marks.map((marks) => {
      const mean = meanOf(present(marks));
      return mean === null ? null : multiply(c.factor, subtract(mean, c.offset));
    }),
  );
  const complete = (points[0] ?? []).flatMap((_, i) => (points.every((p) => (p[i] ?? null) !== null) ? [i] : []));
  const shares = influenceOfCriteria(points.map((p) => complete.flatMap((i) => p[i] ?? [])));
  return shares === null ? null : Object.fromEntries(criteria.map((c, k) => [c.id, number(shares[k] ?? null)]));
}

/** The round's own method on cards that lack one criterion, the weights of the others kept in proportion. */
function withoutCriteria(
  { criteria, table }: RoundData,
  name: (i: number) => string,
  { rank, seats }: QualityOptions,
): { readonly [key: string]: Json } {
  if (criteria === null || criteria.length < 2 || table === null || rank === null) return {};
  const order = rank(table);
  return {
    withoutCriterion: [...criteria]
      .toSorted((a, b) => byId(a.id, b.id))
      .flatMap((left) => {
        const others = criteria.filter((c) => c !== left);
        if (others.every((c) => c.weight.n === 0n)) return [];
        const groups = rank(
          table.map((row, i) =>
            row.map((card, j): Rational | null => {
              const points = others.map((c) => {
                const mark = c.marks[i]?.[j] ?? null;
                return mark === null ? null : multiply(c.factor, subtract(mark, c.offset));
              });
              const known = points.filter((p) => p !== null);
              return card === null || known.length < points.length ? null : sum(known);
            }),
          ),
        );
        return [
          {
            criterion: left.id,
            order: groups.map((group) => group.map(name)),
            winnersChange: !sameWinners(order, groups, seats),
          },
        ];
      }),
  };
}

function robustness(
  table: Table,
  jurors: readonly string[],
  name: (i: number) => string,
  { seats, bootstrap, rank }: QualityOptions,
): { readonly [key: string]: Json } {
  if (rank === null) return {};
  const ids = (groups: readonly (readonly number[])[]): readonly (readonly string[])[] =>
    groups.map((group) => group.map(name));
  return {
    withoutJuror: withoutEachJuror(table, seats, rank).map((w) => ({
      juror: jurors[w.juror] ?? '',
      order: ids(w.groups),
      winnersChange: w.winnersChange,
    })),
    ...(bootstrap === null
      ? {}
      : {
          bootstrap: Object.fromEntries(
            bootstrapWinners(table, seats, rank, bootstrap.times, bootstrap.seed).map((share, i) => [name(i), share]),
          ),
        }),
  };
}
