import { formatDecimal } from '@shared/domain/format';
import { columnsOf, measureOf, tallyRules, type TallyRules } from '@shared/domain/tallies';
import type { Category } from '@shared/model/category';
import type { EntryId } from '@shared/model/ids';
import { inLanguage, type Language } from '@shared/model/language';
import type { Nominee } from '@shared/model/nominee';
import type { Round } from '@shared/model/round';
import type { Snapshot } from '@shared/model/snapshot';
import type { Tally } from '@shared/model/tally';
import type { Translate } from '../../i18n';

/** Somebody in the round with what the table says. */
export interface TallyRowOf {
  readonly entry: EntryId;
  readonly nominee: Nominee;
  readonly category: Category | null;
  readonly tally: Tally | null;
}

/** Who stands in the round, by number. */
export function tallyRows({ contest, people, tallies }: Snapshot, round: Round): readonly TallyRowOf[] {
  const nominees = new Map(people.nominees.map((n) => [n.id, n]));
  const known = new Map(tallies.map((t) => [t.entry, t]));
  return people.entries
    .flatMap((e): TallyRowOf[] => {
      const nominee = e.round === round.id ? nominees.get(e.nominee) : undefined;
      if (nominee === undefined || nominee.withdrawn !== null) return [];
      const category = contest.categories.find((c) => c.id === e.category) ?? null;
      return [{ entry: e.id, nominee, category, tally: known.get(e.id) ?? null }];
    })
    .toSorted((a, b) => a.nominee.number - b.nominee.number);
}

/** The rules of a round that is known to have a table. */
export function rulesOf(round: Round): TallyRules {
  const rules = tallyRules(round);
  if (rules === null) throw new Error('a round without a table');
  return rules;
}

/** Names of the columns: those of the rules, else the one thing that is measured. */
export function columnNames(rules: TallyRules, t: Translate, language: Language): readonly string[] {
  const own = rules.kind === 'results_table' ? rules.columns : undefined;
  return (
    own?.map((name) => inLanguage(name, language)) ??
    Array.from({ length: columnsOf(rules) }, () => t(`tallies:measure.${measureOf(rules)}`))
  );
}

export const valuesText = (values: Tally['values'], t: Translate, language: Language): string =>
  values === null ? t('tallies:absent') : values.map((v) => formatDecimal(v, language)).join(' + ');

/** How the table becomes an order, in one line. */
export function ruleText(rules: TallyRules, t: Translate, language: Language): string {
  const measure = measureOf(rules);
  if (rules.kind === 'count')
    return t('tallies:rule.answers', {
      questions: rules.questions,
      points: formatDecimal(String(rules.pointsPerAnswer), language),
    });
  const points = rules.kind === 'results_table' ? rules.pointsByPlace : [];
  return [
    t(`tallies:rule.${measure}`),
    ...(points.length === 0
      ? []
      : [t('tallies:rule.points', { points: points.map((p) => formatDecimal(String(p), language)).join(', ') })]),
  ].join(' ');
}
