/**
 * What people call the methods, steps and styles besides their names in the schema. Applied to the JSON before it is
 * checked, so that the schema knows one name for each thing. Letters of any case; spaces and hyphens as underscores.
 */

type Named = Readonly<Record<string, unknown>>;

/** Each is one method, with the options that the name says; docs/snapshot.md lists them. */
export const methodAliases: Readonly<Record<string, Named>> = {
  average: { name: 'mean' },
  arithmetic_mean: { name: 'mean' },
  weighted_average: { name: 'mean' },
  total: { name: 'sum' },
  trimmed_average: { name: 'trimmed_mean' },
  truncated_mean: { name: 'trimmed_mean' },
  ranksum: { name: 'rank_sum' },
  sum_of_ranks: { name: 'rank_sum' },
  sum_of_places: { name: 'rank_sum' },
  average_rank: { name: 'mean_rank' },
  mean_place: { name: 'mean_rank' },
  median_place: { name: 'median_rank' },
  majority_placement: { name: 'best_of_majority' },
  borda_count: { name: 'borda' },
  modified_borda: { name: 'borda', unranked: 'no_opinion' },
  dowdall: { name: 'borda', points: 'dowdall' },
  nauru: { name: 'borda', points: 'dowdall' },
  skating_system: { name: 'skating' },
  one_by_one: { name: 'copeland', score: 'one_by_one' },
  obo: { name: 'copeland', score: 'one_by_one' },
  beatpath: { name: 'schulze' },
  schulze_winning: { name: 'schulze', strength: 'winning_votes' },
  schulze_winning_votes: { name: 'schulze', strength: 'winning_votes' },
  schulze_margin: { name: 'schulze', strength: 'margins' },
  schulze_margins: { name: 'schulze', strength: 'margins' },
  majority_judgement: { name: 'majority_judgment' },
  mj: { name: 'majority_judgment' },
  z_score: { name: 'zscore' },
  z_scores: { name: 'zscore' },
  zscores: { name: 'zscore' },
  additive_severity: { name: 'severity' },
  severity_adjusted: { name: 'severity' },
  performances: { name: 'performance' },
  given: { name: 'as_given' },
};

const stepAliases: Readonly<Record<string, string>> = {
  criteria_by_weight: 'criteria',
  criteria_by_descending_weight: 'criteria',
  median_of_jurors: 'median',
  firsts: 'first_places',
  more_first_places: 'first_places',
  count_back: 'countback',
  head_to_head_majority: 'head_to_head',
  running_order: 'listed_order',
  shared_place: 'shared',
};

const styleAliases: Readonly<Record<string, string>> = {
  '1224': '1-2-2-4',
  '1334': '1-3-3-4',
  '1223': '1-2-2-3',
  '1234': '1-2-3-4',
  '12.52.54': '1-2.5-2.5-4',
  competition: 'standard',
  standard_competition: 'standard',
  modified_competition: 'modified',
};

const plain = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_');

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const known = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

/** A name alone stays one where no options come with it. */
function methodOfNames(method: unknown): unknown {
  if (typeof method === 'string') {
    const alias = known(methodAliases, plain(method));
    if (alias === undefined) return plain(method);
    return Object.keys(alias).length === 1 ? alias['name'] : alias;
  }
  if (!isRecord(method) || typeof method['name'] !== 'string') return method;
  const name = plain(method['name']);
  const alias = known(methodAliases, name);
  return alias === undefined ? { ...method, name } : { ...alias, ...method, name: alias['name'] };
}

function stepOfNames(step: unknown): unknown {
  if (typeof step === 'string') return known(stepAliases, plain(step)) ?? plain(step);
  if (!isRecord(step) || typeof step['step'] !== 'string') return step;
  return { ...step, step: stepOfNames(step['step']) };
}

const tiesOfNames = (ties: unknown): unknown => (Array.isArray(ties) ? ties.map(stepOfNames) : ties);

function styleOfNames(style: unknown): unknown {
  if (typeof style !== 'string') return style;
  return known(styleAliases, style.replaceAll(/[\s,–-]+/g, '')) ?? known(styleAliases, plain(style)) ?? plain(style);
}

function rulesOfNames(rules: unknown): unknown {
  if (!isRecord(rules)) return rules;
  return {
    ...rules,
    ...('method' in rules ? { method: methodOfNames(rules['method']) } : {}),
    ...('ties' in rules ? { ties: tiesOfNames(rules['ties']) } : {}),
    ...('placeStyle' in rules ? { placeStyle: styleOfNames(rules['placeStyle']) } : {}),
  };
}

const each = (list: unknown, change: (own: Readonly<Record<string, unknown>>) => unknown): unknown =>
  Array.isArray(list) ? list.map((own: unknown) => (isRecord(own) ? change(own) : own)) : list;

/** The snapshot with the schema's own name for everything; what is no name is left for the schema to refuse. */
export function namesResolved(json: unknown): unknown {
  if (!isRecord(json)) return json;
  return {
    ...json,
    ...('rules' in json ? { rules: rulesOfNames(json['rules']) } : {}),
    ...('rounds' in json
      ? {
          rounds: each(json['rounds'], (r) => ('method' in r ? { ...r, method: methodOfNames(r['method']) } : r)),
        }
      : {}),
    ...('categories' in json
      ? {
          categories: each(json['categories'], (c) => ('rules' in c ? { ...c, rules: rulesOfNames(c['rules']) } : c)),
        }
      : {}),
  };
}
