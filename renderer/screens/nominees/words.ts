import { formatOrdinal } from '@shared/domain/format';
import { nameFieldId } from '@shared/domain/import/columns';
import type { Category, Field } from '@shared/model/category';
import type { Contest } from '@shared/model/contest';
import type { RowIssue } from '@shared/model/imports';
import { inLanguage, type Language } from '@shared/model/language';
import type { Translate } from '../../i18n';

/** Every field that some category of the contest asks for, once each; names of nominees are not among them. */
export function fieldsOfContest(contest: Contest): readonly Field[] {
  const fields = new Map<string, Field>();
  for (const category of contest.categories) {
    const named = nameFieldId(category);
    for (const field of category.fields) {
      if (field.id !== named && field.type !== 'files' && !fields.has(field.id)) fields.set(field.id, field);
    }
  }
  return [...fields.values()];
}

/** Name of a field in the interface's language; an id that no category knows any more is shown as it is. */
export function fieldLabel(contest: Contest, id: string, t: Translate, language: Language): string {
  if (id === 'name') return t('nominees:column.name');
  if (id === 'category') return t('nominees:column.category');
  const field = contest.categories.flatMap((category) => category.fields).find((known) => known.id === id);
  return field === undefined ? id : inLanguage(field.label, language);
}

export function nameLabel(category: Category | null, t: Translate, language: Language): string {
  const named = category?.fields.find((field) => field.id === nameFieldId(category));
  return named === undefined ? t('nominees:column.name') : inLanguage(named.label, language);
}

/** What is wrong with a row of a spreadsheet, where, and what stands there. */
export function issueText(issue: RowIssue, contest: Contest, t: Translate, language: Language): string {
  const other =
    issue.otherIs === 'nominee'
      ? formatOrdinal(issue.other, language)
      : issue.otherIs === 'row'
        ? t('nominees:import.otherRow', { row: issue.other })
        : '';
  const said = t(`nominees:issue.${issue.flag}`);
  const place = issue.field === '' || issue.field === 'name' ? '' : fieldLabel(contest, issue.field, t, language);
  const found = issue.field === 'name' ? '' : issue.found;
  const where = [place, found].filter((text) => text !== '').join(': ');
  return `${where === '' ? '' : `${where}. `}${said}${other === '' ? '' : `: ${other}`}`;
}
