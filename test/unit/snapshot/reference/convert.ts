import type { Json } from '@shared/snapshot/result';
import { list, numbers, object, text, texts, type Data, type ReferenceCase, type Snapshot } from './case';

// Each kind of published case written as the snapshot that a user would write.

const base = { format: 'tarazy-snapshot', version: 1 };
export const letters = (n: number): readonly string[] =>
  Array.from({ length: n }, (_, i) => `n${String(i + 1).padStart(3, '0')}`);
const one = (input: object, rest: object = {}): object[] => [{ id: 'r', input, ...rest }];

const scores = (table: Json | undefined, nominees?: readonly string[], rest: object = {}): Snapshot => ({
  ...base,
  nominees: nominees ?? letters(list(table).length),
  quality: true,
  rounds: one({ kind: 'scores', table }),
  ...rest,
});

const rankings = (
  names: readonly string[],
  ballots: readonly unknown[],
  method: unknown,
  rest: object = {},
): Snapshot => ({
  ...base,
  nominees: names,
  rounds: one({ kind: 'rankings', ballots }, { method }),
  ...rest,
});

function figures(value: Json | undefined, names: readonly string[]): Record<string, number> {
  return Object.fromEntries(numbers(value).map((v, i) => [names[i] ?? '', v]));
}

/** A performance of the ISU, diving or gymnastics. */
function isu(own: Data): object {
  return {
    nominee: own['name'],
    points: own['tes'],
    penalty: own['deductions'],
    parts: list(own['components']).map((c) => ({
      name: object(c)['name'],
      factor: object(c)['factor'],
      marks: object(c)['marks'],
    })),
  };
}
const dives = (own: Data): object[] =>
  Object.entries(own).map(([nominee, parts]) => ({
    nominee,
    parts: list(parts).map((d) => ({ factor: object(d)['dd'], marks: object(d)['marks'] })),
  }));
const isuRules = { rounding: { criterion: 2, weighted: 2, card: 2 } };
const isuMethod = { name: 'performance', trim: 1 };

function wine({ input }: ReferenceCase): Snapshot {
  return {
    ...base,
    nominees: input['nominees'],
    jurors: input['judges'],
    quality: true,
    rounds: one({ kind: 'places', rows: 'jurors', table: input['ranks_by_judge'] }),
  };
}

function eurovision({ input }: ReferenceCase): Snapshot {
  const nominees = Object.entries(object(input['finalists'])).map(([id, name]) => ({ id, name }));
  if (input['votes'] !== undefined)
    return { ...base, nominees, rounds: one({ kind: 'points', points: input['votes'] }) };
  return {
    ...base,
    nominees,
    rounds: [
      { id: 'jury', input: { kind: 'points', points: input['jury'] } },
      { id: 'televote', input: { kind: 'points', points: input['televote'] } },
    ],
    rules: {
      ties: [
        { step: 'round', round: 'televote' },
        { step: 'supporters', round: 'televote' },
      ],
    },
  };
}

function knapsack({ input }: ReferenceCase, rule: string): Snapshot {
  const names = letters(numbers(input['score']).length);
  return {
    ...base,
    nominees: names,
    rounds: one({ kind: 'figures', figures: figures(input['score'], names) }),
    rules: { budget: { fund: input['budget'], rule, costs: figures(input['cost'], names) } },
  };
}

function assignment({ input }: ReferenceCase): Snapshot {
  const [nominees, categories] = [texts(input['nominees']), texts(input['categories'])];
  const cost = list(input['cost']).map(list);
  const table = Object.fromEntries(
    categories.map((c, k) => [c, Object.fromEntries(nominees.map((n, i) => [n, cost[i]?.[k] ?? null]))]),
  );
  return { ...base, nominees, rules: { awards: { rule: 'best', sense: 'min', table } } };
}

function majorityJudgment({ input }: ReferenceCase): Snapshot {
  const policies: Readonly<Record<string, string>> = {
    StaticDefault: 'worst',
    Normalized: 'normalised',
    none: 'worst',
  };
  const named = input['tallies_blank_then_worst_to_best'];
  if (named !== undefined) {
    const tallies = Object.fromEntries(Object.entries(object(named)).map(([id, t]) => [id, numbers(t).slice(1)]));
    return {
      ...base,
      nominees: Object.keys(tallies),
      explain: true,
      rounds: one({ kind: 'grades', grades: input['grades_worst_first'], tallies, judges: 1733 }),
    };
  }
  const tallies = list(input['tallies_worst_first']).map(numbers);
  const names = letters(tallies.length);
  return {
    ...base,
    nominees: names,
    rounds: one(
      {
        kind: 'grades',
        grades: letters(tallies[0]?.length ?? 0),
        tallies: Object.fromEntries(tallies.map((t, i) => [names[i], t])),
        judges: input['participants'],
      },
      { method: { name: 'majority_judgment', gaps: policies[text(input['missing_policy'])] } },
    ),
  };
}

function skating({ input }: ReferenceCase): Snapshot {
  const dances = list(input['dances']);
  return { ...base, nominees: letters(list(dances[0]).length), explain: true, rounds: one({ kind: 'dances', dances }) };
}

function debian({ input }: ReferenceCase, unranked: string): Snapshot {
  const options = texts(input['options']);
  const ballots = Object.entries(object(input['ballots'])).map(([marks, count]) => ({
    count,
    places: Object.fromEntries(options.map((name, i) => [name, marks[i] === '-' ? null : Number(marks[i])])),
  }));
  return rankings(options, ballots, { name: 'schulze', strength: 'margins', unranked });
}

function sydney({ input }: ReferenceCase): Snapshot {
  const rounds = object(input['rounds']);
  const input_ = (name: string): object => ({ kind: 'performances', performances: dives(object(rounds[name])) });
  const method = { name: 'performance', panel: 'sum', trim: 1, factor: 0.6 };
  return {
    ...base,
    nominees: Object.keys(object(rounds['Prelim'])),
    rules: { method },
    rounds: [
      { id: 'Prelim', input: input_('Prelim'), cut: { count: 18 } },
      { id: 'Semi', input: input_('Semi'), cut: { count: 12 } },
      { id: 'Final', input: input_('Final'), counts: ['Semi', 'Final'] },
    ],
  };
}

function quota({ input }: ReferenceCase, withdrawn: readonly string[]): Snapshot {
  const rows = list(input['nominees']).map(list);
  const { by, max } = object(input['quota']);
  return {
    ...base,
    nominees: rows.map(([name, country]) => ({
      id: name,
      attributes: { country },
      withdrawn: withdrawn.includes(text(name)),
    })),
    rounds: one({ kind: 'figures', figures: Object.fromEntries(rows.map(([name, , score]) => [text(name), score])) }),
    rules: { winners: { count: 8, quotas: [{ by, max }] } },
  };
}

function bestOrMeanRank({ input, method }: ReferenceCase): Snapshot {
  const ballots = list(input['rankings_best_first']).map((order) => ({ order }));
  const names = texts(list(input['rankings_best_first'])[0]);
  if (method.startsWith('best_of_majority')) return rankings(names, ballots, 'best_of_majority');
  return rankings(names, ballots, { name: 'trimmed_mean_rank', trim: input['trim_each_side'] });
}

/** One snapshot per thing that the case asks for. */
export function snapshotsOf(own: ReferenceCase): Readonly<Record<string, Snapshot>> {
  const { id, input } = own;
  if (id.startsWith('wine-')) return { main: wine(own) };
  if (/eurovision/.test(id)) return { main: eurovision(own) };
  if (id.startsWith('knapsack')) {
    return { best: knapsack(own, 'best_value'), skip: knapsack(own, 'skip'), stop: knapsack(own, 'stop') };
  }
  if (id.startsWith('assignment')) return { main: assignment(own) };
  if (id.startsWith('majority-judgment')) return { main: majorityJudgment(own) };
  if (id.startsWith('skating')) return { main: skating(own) };
  if (id.startsWith('debian')) return { last: debian(own, 'last'), none: debian(own, 'no_opinion') };
  if (id.startsWith('schulze')) {
    return { main: { ...rankings(texts(input['candidates']), list(input['ballots']), 'schulze'), explain: true } };
  }
  if (id.startsWith('best-of-majority') || id.startsWith('rankorder')) return { main: bestOrMeanRank(own) };
  if (id.startsWith('bibd'))
    return {
      main: scores(input['scores'], undefined, { rules: { method: 'severity' } }),
      raw: scores(input['scores']),
    };
  if (id.startsWith('quota')) {
    return { main: quota(own, []), later: quota(own, texts(input['withdrawn_later'])) };
  }
  switch (id) {
    case 'tennessee': {
      const of = (method: unknown): Snapshot => rankings(texts(input['candidates']), list(input['ballots']), method);
      return {
        borda_n_minus_1: of('borda'),
        borda_n: of({ name: 'borda', points: 'n' }),
        copeland_balance: of('copeland'),
        schulze: of('schulze'),
      };
    }
    case 'zscore-per-juror-shrout-fleiss':
      return { main: scores(input['scores'], undefined, { rules: { method: 'zscore' }, explain: true }) };
    case 'krippendorff-alpha-4coders':
      return {
        main: {
          ...base,
          nominees: letters(list(list(input['data'])[0]).length),
          quality: true,
          rounds: one({ kind: 'scores', rows: 'jurors', table: input['data'] }),
        },
      };
    case 'friedman-conover-grass':
      return {
        main: {
          ...base,
          nominees: letters(4),
          quality: true,
          rounds: one({ kind: 'places', rows: 'jurors', table: input['ranks'] }),
        },
      };
    case 'LARGE-wine-princeton2012-white':
    case 'large-wine-princeton2012-white': {
      const of = (method: string): Snapshot => ({
        ...scores(input['scores'], texts(input['nominees']), { jurors: input['judges'], rules: { method } }),
      });
      return { mean: of('mean'), ranks: of('rank_sum') };
    }
    case 'olympics2002-ladies-factored-places': {
      const names = texts(input['nominees']);
      const [first, second] = numbers(input['weights']);
      const places = (key: string): object => ({
        kind: 'places',
        table: numbers(input[key]).map((p) => [p]),
      });
      return {
        main: {
          ...base,
          nominees: names,
          rounds: [
            { id: 'short', input: places('place_round1'), weight: first },
            { id: 'free', input: places('place_round2'), weight: second },
          ],
          rules: { combination: { by: 'places' }, ties: ['last_round'] },
        },
      };
    }
    case 'ranking-methods-rosetta': {
      const own_ = object(input['scores']);
      const of = (placeStyle: string): Snapshot => ({
        ...base,
        nominees: Object.keys(own_),
        rounds: one({ kind: 'figures', figures: own_ }),
        rules: { placeStyle },
      });
      return Object.fromEntries(
        ['standard', 'modified', 'dense', 'ordinal', 'fractional'].map((style) => [style, of(style)]),
      );
    }
    case 'gymnastics-trim-to-middle':
      return {
        main: {
          ...base,
          nominees: ['gymnast'],
          explain: true,
          rounds: one(
            {
              kind: 'performances',
              performances: [
                {
                  nominee: 'gymnast',
                  points: input['difficulty'],
                  bonus: input['bonus'],
                  penalty: input['neutral'],
                  parts: [{ name: 'execution', marks: input['deductions'], base: input['base'], factor: -1 }],
                },
              ],
            },
            { method: { name: 'performance', trim: 1 } },
          ),
        },
      };
    case 'isu-absent-judge-skate-america-2016': {
      const performances = list(input['performances']).map((p) => isu(object(p)));
      return {
        main: {
          ...base,
          nominees: list(input['performances']).map((p) => object(p)['name']),
          explain: true,
          rules: { method: isuMethod, ...isuRules },
          rounds: one({ kind: 'performances', performances }),
        },
      };
    }
    case 'LARGE-isu-worlds2017-men': {
      const of = (key: string): object => ({
        kind: 'performances',
        performances: list(input[key]).map((p) => isu(object(p))),
      });
      return {
        main: {
          ...base,
          nominees: list(input['short']).map((p) => object(p)['name']),
          explain: true,
          rules: { method: isuMethod, ...isuRules },
          rounds: [
            { id: 'short', input: of('short'), cut: { count: 24 } },
            { id: 'free', input: of('free') },
          ],
        },
      };
    }
    case 'LARGE-diving-sydney2000-M3mSB':
      return { main: sydney(own) };
    case 'LARGE-diving-paris2024-10m':
    case 'large-diving-paris2024-10m':
      return {
        main: {
          ...base,
          nominees: Object.keys(object(input['nominees'])),
          explain: true,
          rules: { method: { name: 'performance', panel: 'sum', trim: 2 } },
          rounds: one({ kind: 'performances', performances: dives(object(input['nominees'])) }),
        },
      };
    default:
      return { main: scores(input['scores'] ?? null) };
  }
}
