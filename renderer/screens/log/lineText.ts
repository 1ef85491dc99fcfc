import { fingerprintText } from '@shared/domain/fingerprint';
import type { Contest } from '@shared/model/contest';
import type { LogLine } from '@shared/model/log';
import { inLanguage, type Language } from '@shared/model/language';
import type { TextKey, Translate } from '../../i18n';

/** Names and figures of a line, in words; codes that only programs read are left out. */

const said = ['region', 'name', 'by', 'people', 'attachment', 'file', 'round', 'order', 'count'] as const;
const ruleAreas: Readonly<Record<string, TextKey>> = {
  head: 'log:what.head',
  categories: 'log:what.categories',
  criteria: 'log:what.criteria',
  rounds: 'log:what.rounds',
  rules: 'log:what.rules',
};
const decisionKinds: Readonly<Record<string, TextKey>> = {
  open_vote: 'ranking:decisions.kind.open_vote',
  casting_vote: 'ranking:decisions.kind.casting_vote',
  draw: 'ranking:decisions.kind.draw',
  jury_choice: 'ranking:decisions.kind.jury_choice',
  place_above: 'ranking:decisions.kind.place_above',
  exclude: 'ranking:decisions.kind.exclude',
  include: 'ranking:decisions.kind.include',
};
const roles: Readonly<Record<string, TextKey>> = {
  secretary: 'log:who.secretary',
  chair: 'log:who.chair',
  recovery: 'log:who.recovery',
};

/** Whom or what the line is about. */
export function subjectsOf(
  { details }: LogLine,
  contest: Contest,
  t: Translate,
  language: Language,
): readonly string[] {
  const words = [ruleAreas[details['what'] ?? ''], decisionKinds[details['kind'] ?? ''], roles[details['role'] ?? '']];
  return [
    ...words.flatMap((key) => (key === undefined ? [] : [t(key)])),
    ...said.flatMap((name) => {
      const value = name === 'file' && details['name'] !== undefined ? undefined : details[name];
      return value === undefined || value === '' ? [] : [name === 'round' ? roundIn(contest, value, language) : value];
    }),
  ];
}

/** The log keeps the name that a round had, in the contest's first language. */
function roundIn(contest: Contest, written: string, language: Language): string {
  const round = contest.rounds.find(({ name }) => inLanguage(name, 'kk') === written);
  return round === undefined ? written : inLanguage(round.name, language);
}

const figures = ['number', 'revision', 'sequence', 'receipt', 'votes', 'seed', 'fingerprint', 'key'] as const;

/** What identifies it beyond its name: receipts, numbers, keys; each with its word. */
export const figuresOf = ({ details }: LogLine, t: Translate): readonly string[] =>
  figures.flatMap((name) => {
    const value = details[name];
    return value === undefined || value === '' ? [] : [`${t(`log:detail.${name}`)}: ${shown(name, value)}`];
  });

/** A fingerprint as it is printed everywhere; of a key enough to tell it from another. */
function shown(name: (typeof figures)[number], value: string): string {
  if (name === 'fingerprint') return fingerprintText(value);
  return name === 'key' ? value.slice(0, 16) : value;
}
