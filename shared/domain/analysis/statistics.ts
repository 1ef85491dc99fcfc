import type { Level, Statistics } from '../../model/analysis';
import { toDouble } from '../methods/standardised';
import type { Table } from '../methods/table';
import { concordance, type Concordance } from '../quality/concordance';
import { cronbachAlpha } from '../quality/cronbach';
import { completeRows } from '../quality/grid';
import { icc, iccForms, type Icc } from '../quality/icc';
import { alphaMetrics, krippendorffAlpha } from '../quality/krippendorff';

/** To 6 decimals; what is not a number, the data do not define. */
export const rounded6 = (value: number): number => Number(value.toFixed(6));
export const defined = (value: number | null): number | null =>
  value === null || !Number.isFinite(value) ? null : rounded6(value);

/** Cut at thirds, as W and correlations usually are. */
export const thirds = (value: number): Level => (value < 1 / 3 ? 'low' : value < 2 / 3 ? 'medium' : 'high');

export interface Agreement {
  readonly statistics: Statistics;
  readonly agreement: Level | null;
  readonly reliability: { readonly share: number; readonly level: Level } | null;
}

/** Below so many nominees whom everybody marked, W and ICC say nothing of the jury. */
const enough = 5;

/**
 * How far the jurors agree. `agreement`: Kendall's W, or, where fewer than five nominees were marked by everybody,
 * Krippendorff's ordinal alpha, which takes gaps. `reliability`: ICC(2,k), below zero counts as zero; low under 0.5, high
 * from 0.75 (Koo & Li, 2016).
 */
export function agreementOf(table: Table): Agreement {
  const complete = completeRows(table).rows.length;
  const w = concordance(table, 'higher');
  const forms = icc(table);
  const krippendorff = alphaMetrics.map((metric) => ({ metric, alpha: defined(krippendorffAlpha(table, metric)) }));
  const ordinal = krippendorff.find(({ metric }) => metric === 'ordinal')?.alpha ?? null;
  const order = complete < enough || w === null ? ordinal : toDouble(w.w);
  const share = complete < enough ? null : (forms?.forms['ICC(2,k)'].value ?? null);
  return {
    statistics: {
      complete,
      icc: forms === null ? [] : iccForms.map((name) => ({ name, ...intervalOf(forms, name) })),
      meanSquares: forms === null ? null : squaresOf(forms),
      kendall: w === null ? null : kendallOf(w),
      krippendorff,
      cronbach: defined(cronbachAlpha(table)?.raw ?? null),
    },
    agreement: order === null ? null : thirds(order),
    reliability: share === null ? null : { share: rounded6(Math.max(0, share)), level: reliabilityOf(share) },
  };
}

const reliabilityOf = (share: number): Level => (share < 0.5 ? 'low' : share < 0.75 ? 'medium' : 'high');

function intervalOf({ forms }: Icc, name: (typeof iccForms)[number]) {
  const { value, lower, upper } = forms[name];
  return { value: defined(value), lower: defined(lower), upper: defined(upper) };
}

const squaresOf = ({ meanSquares }: Icc): NonNullable<Statistics['meanSquares']> => ({
  between: rounded6(toDouble(meanSquares.between)),
  within: rounded6(toDouble(meanSquares.within)),
  jurors: rounded6(toDouble(meanSquares.jurors)),
  error: rounded6(toDouble(meanSquares.error)),
});

const kendallOf = (c: Concordance): NonNullable<Statistics['kendall']> => ({
  w: rounded6(toDouble(c.w)),
  uncorrected: rounded6(toDouble(c.uncorrected)),
  chiSquare: rounded6(toDouble(c.chiSquare)),
  df: c.df,
  p: rounded6(c.p),
});
