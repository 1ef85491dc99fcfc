import { formatPercent } from '@shared/domain/format';
import type { Contest } from '@shared/model/contest';
import type { LogLine } from '@shared/model/log';
import { fieldMethods, placeStyles } from '@shared/model/rules';
import { inLanguage, type Language } from '@shared/model/language';
import type { Translate } from '../../i18n';
import { fieldLabel } from '../nominees/words';

export interface ChangeText {
  readonly what: string;
  /** Empty: there was nothing. */
  readonly before: string;
  readonly after: string;
}

/** Parts of a change's name that have a word of their own; the rest is shown as the log has it. */
const fields = [
  'name',
  'title',
  'chair',
  'contact',
  'attendance',
  'by',
  'pending',
  'admitted',
  'refused',
  'category',
  'key',
  'counted',
  'order',
  'weight',
  'scale',
  'min',
  'max',
  'step',
  'levels',
  'hint',
  'winners',
  'criteria',
  'categories',
  'rounds',
  'rules',
  'ties',
  'jury',
  'quorum',
  'advance',
  'count',
  'mode',
  'edition',
  'fingerprint',
  'organiser',
  'city',
  'startsOn',
  'endsOn',
  'dueAt',
  'kk',
  'ru',
  'en',
  'displayDigits',
  'acrossJurors',
  'trim',
  'rounding',
  'criterion',
  'card',
  'round',
  'total',
  'placeStyle',
  'minScoresPerNominee',
  'combination',
  'aggregation',
  'rule',
  'kind',
  'places',
  'place',
  'text',
  'num',
  'den',
  'state',
  'status',
  'oneAward',
  'pointsByPlace',
  'participation',
  'measure',
  'columns',
  'questions',
  'pointsPerAnswer',
  'winnersCount',
] as const;
const values = ['true', 'false', 'present', 'absent', 'replaced', 'pending', 'admitted', 'refused'] as const;
const isField = (part: string): part is (typeof fields)[number] => fields.some((known) => known === part);
const isValue = (text: string): text is (typeof values)[number] => values.some((known) => known === text);

/** What a line changed, name by name, in words. */
export function changesOf(
  { before, after }: LogLine,
  contest: Contest,
  t: Translate,
  language: Language,
): readonly ChangeText[] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return names.map((name) => ({
    what: nameText(name, contest, t, language),
    before: valueText(name, before?.[name] ?? '', t, language),
    after: valueText(name, after?.[name] ?? '', t, language),
  }));
}

/** `categories.2.criteria.11.weight`: things with a number are called by their names, the rest by its word. */
function nameText(name: string, contest: Contest, t: Translate, language: Language): string {
  const parts = name.split('.');
  return parts
    .flatMap((part, index) => {
      const named = thingNamed(parts[index - 1], part, contest, language);
      if (named !== null) return [named];
      // What stands before a number is said by the name that the number has.
      if (/^\d+$/.test(parts[index + 1] ?? '') && isThing(part)) return [];
      if (isField(part)) return [t(`log:field.${part}`)];
      return [parts.length === 1 ? fieldLabel(contest, part, t, language) : part];
    })
    .join(' · ');
}

const isThing = (part: string): boolean => part === 'categories' || part === 'criteria' || part === 'rounds';

function thingNamed(
  list: string | undefined,
  id: string,
  { categories, rounds }: Contest,
  language: Language,
): string | null {
  if (list === undefined || !isThing(list)) return null;
  const things =
    list === 'categories' ? categories : list === 'rounds' ? rounds : categories.flatMap(({ criteria }) => criteria);
  const thing = things.find((one) => String(one.id) === id);
  return thing === undefined ? null : inLanguage(thing.name, language);
}

function valueText(name: string, value: string, t: Translate, language: Language): string {
  if (isValue(value)) return t(`log:value.${value}`);
  const method = fieldMethods.find((known) => known === value);
  if (method !== undefined && name.endsWith('.acrossJurors')) return t(`setup:count.${method}`);
  const style = placeStyles.find((known) => known === value);
  if (style !== undefined && name.endsWith('.placeStyle')) return t(`setup:placeStyle.${style}`);
  if (name.endsWith('oneAward') && value === 'best') return t('setup:oneAward.best');
  return name.endsWith('.weight') && /^\d+$/.test(value) ? formatPercent(Number(value) / 100, language) : value;
}
