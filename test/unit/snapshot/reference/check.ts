import { expect } from 'vitest';
import type { RankResult } from '@shared/snapshot/result';
import {
  list,
  numbers,
  object,
  placesIn,
  quality,
  round,
  scoresIn,
  standing,
  text,
  texts,
  totalsIn,
  zipped,
  category,
  type Data,
  type ReferenceCase,
} from './case';
import { letters } from './convert';

// What the published answer says, looked up in the result that a user would get.

type Results = Readonly<Record<string, RankResult>>;
type Check = (own: ReferenceCase, results: Results) => void;

const need = (results: Results, key = 'main'): RankResult => {
  const found = results[key];
  if (found === undefined) throw new Error(`no result ${key}`);
  return found;
};

/** Within the tolerance; absolute. */
function near(actual: unknown, expected: unknown, tolerance: number): void {
  expect(typeof actual).toBe('number');
  expect(Math.abs(Number(actual) - Number(expected)), `${String(actual)} ≈ ${String(expected)}`).toBeLessThanOrEqual(
    tolerance,
  );
}
const nearEach = (actual: readonly unknown[], expected: readonly number[], tolerance: number): void => {
  expect(actual).toHaveLength(expected.length);
  expected.forEach((value, i) => near(actual[i], value, tolerance));
};
const rowsOf = (own: ReferenceCase): readonly string[] => letters(list(own.input['scores']).length);
const explained = (result: RankResult, nominee: string): Data =>
  object(round(result).rows.find((r) => r.nominee === nominee)?.explanation);
const value = (figure: unknown): number => Number(object(figure as Data)['value']);

const wine: Check = (own, results) => {
  const result = need(results);
  const { expected } = own;
  const names = texts(own.input['nominees']);
  expect(totalsIn(standing(result))).toEqual(zipped(names, numbers(expected['rank_sums'])));
  expect(placesIn(standing(result))).toEqual(zipped(names, numbers(expected['place'])));
  near(quality(result, 'kendall', 'W'), expected['W'], 1e-9);
  near(quality(result, 'kendall', 'p'), expected['p'], 1e-9);
  near(quality(result, 'kendall', 'W'), expected['W_published'], 5e-5);
  near(quality(result, 'kendall', 'p'), expected['p_published'], 5e-5);
  const juror = new Map(list(quality(result, 'perJuror')).map((j) => [object(j)['juror'], object(j)['withTheRest']]));
  for (const [name, r] of Object.entries(object(expected['judge_vs_rest']))) near(juror.get(name), r, 1e-9);
  for (const [name, r] of Object.entries(object(expected['judge_vs_rest_published']))) near(juror.get(name), r, 5e-5);
};

const iccForms: Readonly<Record<string, string>> = {
  oneway_single: 'ICC(1,1)',
  oneway_average: 'ICC(1,k)',
  twoway_consistency_single: 'ICC(3,1)',
  twoway_consistency_average: 'ICC(3,k)',
  twoway_agreement_single: 'ICC(2,1)',
  twoway_agreement_average: 'ICC(2,k)',
};

function checkIcc(result: RankResult, expected: Data, tolerance: number): void {
  for (const [name, figure] of Object.entries(expected)) {
    const form = iccForms[name] ?? name;
    const actual = form.startsWith('ICC')
      ? object(object(object(quality(result, 'icc'))['forms'])[form])['value']
      : object(quality(result, 'icc', 'meanSquares'))[form];
    near(actual, figure, tolerance);
  }
}

const bibd: Check = (own, results) => {
  const { expected } = own;
  const names = rowsOf(own);
  const of = (key: string): readonly unknown[] =>
    names.map((name) => object(quality(need(results), 'severity', 'nominees', name))[key]);
  near(quality(need(results), 'severity', 'mean'), expected['mu'], 1e-6);
  nearEach(of('effect'), numbers(expected['nominee_effects']), 1e-6);
  nearEach(of('adjusted'), numbers(expected['adjusted_means']), 1e-6);
  nearEach(of('rawMean'), numbers(expected['raw_means']), 1e-6);
  nearEach(
    Object.values(object(quality(need(results), 'severity', 'jurors'))),
    numbers(expected['juror_effects']),
    1e-6,
  );
  nearEach(
    names.map((n) => totalsIn(standing(need(results)))[n]),
    numbers(expected['adjusted_means']),
    1e-6,
  );
  const anova = object(quality(need(results), 'severity', 'anova'));
  const inAnova: Readonly<Record<string, string>> = {
    SS_nominee_adjusted: 'nomineeSquaresAdjusted',
    MSE: 'meanSquareError',
    F: 'F',
    p: 'p',
  };
  for (const [key, field] of Object.entries(inAnova)) {
    if (expected[key] !== undefined) near(anova[field], expected[key], 1e-6);
  }
  if (expected['place_adjusted'] === undefined) return;
  expect(placesIn(standing(need(results)))).toEqual(zipped(names, numbers(expected['place_adjusted'])));
  expect(placesIn(standing(need(results, 'raw')))).toEqual(zipped(names, numbers(expected['place_raw'])));
};

const schulze: Check = ({ input, expected }, results) => {
  const names = texts(input['candidates']);
  const order = standing(need(results)).order.map((g) => g.toSorted());
  expect(order).toEqual(list(expected['order']).map((g) => texts(g).toSorted()));
  expect(order[0]).toEqual(texts(expected['winners']).toSorted());
  const matrix = list(expected['pairwise']).map(numbers);
  names.forEach((a, i) => {
    const own = explained(need(results), a);
    names.forEach((b, j) => {
      if (a !== b) expect(object(own['votes'])[b]).toBe(matrix[i]?.[j]);
    });
    const paths = expected['strongest_paths_published'];
    if (paths === null || paths === undefined) return;
    for (const [b, strength] of Object.entries(object(object(paths)[a] ?? {}))) {
      expect(object(own['paths'])[b], `${a}→${b}`).toBe(strength);
    }
  });
};

const skating: Check = ({ expected }, results) => {
  const result = need(results);
  const perDance = list(expected['place_per_dance']).map(numbers);
  const names = letters(perDance[0]?.length ?? 0);
  const final = numbers(expected['final_place']);
  // Equals share the mean of their places in skating; the standing numbers them 1-2-2-4.
  const shared = zipped(names, final);
  for (const group of standing(result).order) {
    const places = group.map((n) => shared[n] ?? 0);
    expect(new Set(places).size).toBe(1);
    const first = placesIn(standing(result))[group[0] ?? ''] ?? 0;
    expect(first + (group.length - 1) / 2).toBe(places[0]);
  }
  names.forEach((name, i) => {
    const own = explained(result, name);
    expect(list(own['dances']).map((d) => value(object(d)['place']))).toEqual(perDance.map((d) => d[i]));
    if (expected['total'] !== null) expect(value(own['total'])).toBe(numbers(expected['total'])[i]);
  });
};

const knapsack: Check = ({ input, expected }, results) => {
  const budget = (key: string): Data => object(category(need(results, key)).budget);
  const best = budget('best');
  expect(value(best['value'])).toBe(expected['optimum']);
  expect(value(best['spent'])).toBe(expected['cost_used']);
  const granted = new Set(list(best['grants']).map((g) => object(g)['nominee']));
  const names = letters(numbers(input['score']).length);
  expect(names.map((n) => (granted.has(n) ? 1 : 0))).toEqual(numbers(expected['selected']));
  expect(value(budget('skip')['value'])).toBe(expected['greedy_by_rank_skip']);
  expect(value(budget('stop')['value'])).toBe(expected['greedy_by_rank_stop']);
};

const assignment: Check = ({ expected }, results) => {
  const awards = object(need(results).awards);
  near(value(awards['total']), expected['total'], 1e-9);
  const laureates = Object.entries(object(awards['laureates'])).map(([c, n]) => [c, texts(n)[0]]);
  expect(Object.fromEntries(laureates)).toEqual(expected['assignment']);
  expect(awards['unique']).toBe(expected['unique']);
};

const majorityJudgment: Check = ({ input, expected }, results) => {
  const result = need(results);
  if (expected['order'] === undefined) {
    const places = numbers(expected['place']);
    expect(placesIn(standing(result))).toEqual(zipped(letters(places.length), places));
    return;
  }
  expect(standing(result).order.flat()).toEqual(expected['order']);
  const grades = texts(input['grades_worst_first']);
  for (const [name, grade] of Object.entries(object(expected['majority_grade']))) {
    const own = explained(result, name);
    expect(`${grades[Number(own['majorityGrade'])]}${text(own['sign'])}`).toBe(grade);
    near(value(own['above']), object(expected['p'])[name], 1e-9);
    near(value(own['below']), object(expected['q'])[name], 1e-9);
  }
};

const eurovision: Check = ({ expected }, results) => {
  const result = need(results);
  expect(totalsIn(standing(result))).toEqual(expected['total']);
  expect(placesIn(standing(result))).toEqual(expected['place']);
  for (const part of ['jury', 'televote']) {
    if (expected[part] !== undefined) expect(scoresIn(round(result, part))).toEqual(expected[part]);
  }
};

function checkIsu(result: RankResult, id: string | undefined, published: readonly Data[]): void {
  const rows = new Map(round(result, id).rows.map((r) => [r.nominee, r]));
  for (const own of published) {
    const row = rows.get(text(own['name']));
    const attempt = object(list(object(row?.explanation)['attempts'])[0]);
    expect(list(attempt['parts']).map((p) => value(object(p)['panel']))).toEqual(own['panel']);
    expect(value(attempt['judged'])).toBe(own['pcs']);
    expect(row?.score?.value).toBe(own['total']);
    expect(row?.place).toBe(own['place']);
  }
}

const checks: Readonly<Record<string, Check>> = {
  'icc-shrout-fleiss-1979': ({ expected }, results) => {
    const result = need(results);
    checkIcc(result, object(expected['published_2dp']), 0.005);
    checkIcc(result, object(expected['exact']), 1e-6);
    for (const [end, key] of [
      ['lower', 'lower95'],
      ['upper', 'upper95'],
    ] as const) {
      for (const [form, figure] of Object.entries(object(expected[key]))) {
        near(object(object(object(quality(result, 'icc'))['forms'])[form])[end], figure, 1e-6);
      }
    }
    near(quality(result, 'cronbach', 'raw'), expected['cronbach_alpha_judges_as_items'], 1e-6);
  },
  'zscore-per-juror-shrout-fleiss': (own, results) => {
    const result = need(results);
    const names = rowsOf(own);
    list(own.expected['z']).forEach((z, i) => {
      const each = Object.values(object(explained(result, names[i] ?? '')['z'])).map(value);
      nearEach(each, numbers(z), 1e-6);
    });
    nearEach(
      names.map((n) => totalsIn(standing(result))[n]),
      numbers(own.expected['mean_z']),
      1e-6,
    );
    expect(placesIn(standing(result))).toEqual(zipped(names, numbers(own.expected['rank_mean_z'])));
  },
  'severity-varcomp-shrout-fleiss': ({ expected }, results) => {
    const parts = object(quality(need(results), 'icc', 'varianceComponents'));
    near(parts['nominee'], expected['var_target'], 1e-4);
    near(parts['juror'], expected['var_judge'], 1e-4);
    near(parts['residual'], expected['var_residual'], 1e-4);
    const effects = Object.values(object(quality(need(results), 'severity', 'jurors')));
    nearEach(effects, numbers(expected['judge_effects']), 1e-9);
    near(quality(need(results), 'severity', 'mean'), expected['grand_mean'], 1e-9);
  },
  'krippendorff-alpha-4coders': ({ expected }, results) => {
    for (const [metric, alpha] of Object.entries(object(expected['exact']))) {
      near(quality(need(results), 'krippendorff', metric), alpha, 1e-8);
      near(quality(need(results), 'krippendorff', metric), object(expected['published'])[metric], 5e-4);
    }
  },
  'kendall-w-icc-anxiety': ({ expected }, results) => {
    const kendall = object(quality(need(results), 'kendall'));
    near(kendall['W'], expected['W_ties_corrected'], 1e-6);
    near(kendall['uncorrected'], expected['W_uncorrected'], 1e-6);
    near(kendall['chiSquare'], expected['chi2'], 1e-6);
    expect(kendall['df']).toBe(expected['df']);
    near(kendall['p'], expected['p'], 1e-6);
    checkIcc(need(results), object(expected['icc']), 1e-6);
  },
  'friedman-conover-grass': ({ expected }, results) => {
    const kendall = object(quality(need(results), 'kendall'));
    expect(totalsIn(standing(need(results)))).toEqual(zipped(letters(4), numbers(expected['rank_sums'])));
    near(kendall['chiSquare'], expected['chi2'], 1e-6);
    expect(kendall['df']).toBe(expected['df']);
    near(kendall['p'], expected['p'], 1e-6);
    near(kendall['W'], expected['W'], 1e-6);
  },
  'cronbach-alpha-attitude': ({ expected }, results) => {
    near(quality(need(results), 'cronbach', 'raw'), expected['raw_alpha'], 1e-6);
    near(quality(need(results), 'cronbach', 'standardised'), expected['standardised_alpha'], 1e-6);
  },
  'LARGE-wine-princeton2012-white': (own, results) => {
    const { expected, input } = own;
    const names = texts(input['nominees']);
    const [mean, ranks] = [need(results, 'mean'), need(results, 'ranks')];
    nearEach(
      names.map((n) => totalsIn(standing(mean))[n]),
      numbers(expected['mean']),
      1e-6,
    );
    expect(placesIn(standing(mean))).toEqual(zipped(names, numbers(expected['place_by_mean'])));
    expect(totalsIn(standing(ranks))).toEqual(zipped(names, numbers(expected['rank_sum_best_low'])));
    expect(placesIn(standing(ranks))).toEqual(zipped(names, numbers(expected['place_by_rank_sum'])));
    checkIcc(mean, object(expected['icc']), 1e-6);
    const kendall = object(quality(mean, 'kendall'));
    near(kendall['W'], object(expected['W'])['W'], 1e-6);
    near(kendall['uncorrected'], object(expected['W'])['W_uncorrected'], 1e-6);
    near(kendall['chiSquare'], object(expected['W'])['chi2'], 1e-6);
    near(kendall['p'], object(expected['W'])['p'], 1e-6);
    // The case has what R's irr prints for tables without gaps; Krippendorff's own figure is tested in quality/.
    near(quality(mean, 'krippendorffAsIrr', 'interval'), expected['krippendorff_interval'], 1e-6);
    near(quality(mean, 'krippendorffAsIrr', 'ordinal'), expected['krippendorff_ordinal'], 1e-6);
    near(quality(mean, 'cronbach', 'raw'), expected['cronbach'], 1e-6);
  },
  'olympics2002-ladies-factored-places': ({ input, expected }, results) => {
    const names = texts(input['nominees']);
    expect(totalsIn(standing(need(results)))).toEqual(zipped(names, numbers(expected['score'])));
    expect(placesIn(standing(need(results)))).toEqual(zipped(names, numbers(expected['final_place'])));
  },
  'ranking-methods-rosetta': ({ input, expected }, results) => {
    const names = Object.keys(object(input['scores']));
    for (const [style, places] of Object.entries(expected)) {
      expect(placesIn(standing(need(results, style))), style).toEqual(zipped(names, numbers(places)));
    }
  },
  'gymnastics-trim-to-middle': ({ expected }, results) => {
    const attempt = object(list(explained(need(results), 'gymnast')['attempts'])[0]);
    expect(value(attempt['judged'])).toBe(expected['execution']);
    expect(value(attempt['score'])).toBe(expected['final']);
  },
  'isu-absent-judge-skate-america-2016': ({ expected }, results) => {
    checkIsu(need(results), undefined, list(expected['result']).map(object));
  },
  'LARGE-isu-worlds2017-men': ({ expected }, results) => {
    checkIsu(need(results), 'short', list(expected['short']).map(object));
    checkIsu(need(results), 'free', list(expected['free']).map(object));
    const totals = standing(need(results)).rows.map((r) => [r.nominee, r.total?.text]);
    expect(Object.fromEntries(totals)).toEqual(expected['final']);
  },
  'LARGE-diving-paris2024-10m': ({ input, expected }, results) => {
    expect(totalsIn(standing(need(results)))).toEqual(expected['totals']);
    expect(placesIn(standing(need(results)))).toEqual(expected['place']);
    for (const [name, dives] of Object.entries(object(input['nominees']))) {
      const attempt = object(list(explained(need(results), name)['attempts'])[0]);
      const scores = list(attempt['parts']).map((p) => value(object(p)['value']));
      nearEach(
        scores,
        list(dives).map((d) => Number(object(d)['score'])),
        0.005,
      );
    }
  },
  'LARGE-diving-sydney2000-M3mSB': ({ expected }, results) => {
    const result = need(results);
    for (const [id, totals] of Object.entries(object(expected['round_totals']))) {
      const texts_ = round(result, id).rows.map((r) => [r.nominee, r.score?.text]);
      expect(Object.fromEntries(texts_)).toEqual(totals);
    }
    expect(placesIn(standing(result, 'Prelim'))).toEqual(expected['place_prelim']);
    expect(placesIn(standing(result, 'Semi'))).toEqual(expected['place_after_semi']);
    expect(placesIn(standing(result, 'Final'))).toEqual(expected['place_final']);
    const totals = standing(result).rows.map((r) => [r.nominee, r.total?.text]);
    expect(Object.fromEntries(totals)).toEqual(expected['final_scores']);
  },
  tennessee: ({ expected }, results) => {
    for (const key of ['borda_n_minus_1', 'borda_n', 'copeland_balance']) {
      expect(totalsIn(standing(need(results, key))), key).toEqual(expected[key]);
    }
    expect(standing(need(results, 'schulze')).order.flat()).toEqual(expected['schulze_order']);
    expect(standing(need(results, 'copeland_balance')).order[0]).toEqual([expected['condorcet_winner']]);
    expect(standing(need(results, 'copeland_balance')).order.at(-1)).toEqual([expected['condorcet_loser']]);
  },
  'debian-leader-2007-schulze': ({ expected }, results) => {
    expect(standing(need(results, 'last')).order).toEqual(expected['unranked_tied_last']);
    expect(standing(need(results, 'none')).order).toEqual(expected['unranked_no_opinion']);
  },
  'quota-two-per-country-tokyo2020': ({ expected }, results) => {
    const selection = object(category(need(results)).selection);
    const later = object(category(need(results, 'later')).selection);
    expect(selection['selected']).toEqual(expected['selected_first8']);
    const blocked = list(selection['blocked']).map((b) => object(b)['nominee']);
    expect(texts(expected['blocked']).slice(0, blocked.length)).toEqual(blocked);
    expect(blocked[0]).toBe('Carey');
    expect(texts(later['selected'])).toContain(expected['after_withdrawal_added']);
  },
};

const families: readonly (readonly [RegExp, Check])[] = [
  [/^wine-ranksum/, wine],
  [/^bibd/, bibd],
  [/^schulze/, schulze],
  [/^skating/, skating],
  [/^knapsack/, knapsack],
  [/^assignment/, assignment],
  [/^majority-judgment/, majorityJudgment],
  [/eurovision/, eurovision],
  [
    /^(best-of-majority|rankorder)/,
    ({ expected }, results) => {
      expect(placesIn(standing(need(results)))).toEqual(expected['place']);
      if (expected['score'] === undefined) return;
      for (const [name, score] of Object.entries(object(expected['score']))) {
        near(totalsIn(standing(need(results)))[name], score, 1e-9);
      }
    },
  ],
];

/** The check of a case; a case that nobody wrote one for fails. */
export function checkOf(own: ReferenceCase): Check {
  const found = checks[own.id] ?? families.find(([pattern]) => pattern.test(own.id))?.[1];
  if (found === undefined) throw new Error(`no check for the reference case ${own.id}`);
  return found;
}
