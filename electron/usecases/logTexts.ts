import { flatTexts } from '@shared/domain/changes';
import { publicFields } from '@shared/domain/publicFields';
import type { Category } from '@shared/model/category';
import type { Attendance, Juror } from '@shared/model/jury';
import type { LogTexts } from '@shared/model/log';
import type { CheckState, Entry, Nominee } from '@shared/model/nominee';

/**
 * Things as the log shows them before and after a change. The log leaves the contest file inside the results file, so
 * personal data is never in it: of a contact or an IIN it only says that it changed.
 */

const hidden = '•••';

export const jurorTexts = (j: Pick<Juror, 'name' | 'title' | 'chair'>): LogTexts =>
  flatTexts({ name: j.name, title: j.title, chair: j.chair });

/** Both sides of a personal value that changed. */
export const hiddenIfChanged = (name: string, before: string, after: string): [LogTexts, LogTexts] =>
  before === after ? [{}, {}] : [before === '' ? {} : { [name]: hidden }, { [name]: `${hidden}${hidden}` }];

export function attendanceTexts(attendance: Attendance, jurors: readonly Juror[]): LogTexts {
  const by = attendance.state === 'replaced' ? jurors.find((j) => j.id === attendance.by)?.name : undefined;
  return flatTexts({ attendance: attendance.state, by });
}

/** A nominee's public side, and the names of the personal fields that changed. */
export function nomineeTexts(
  nominee: Pick<Nominee, 'name' | 'fields'>,
  categories: readonly Category[],
): { readonly shown: LogTexts; readonly personal: LogTexts } {
  const open = publicFields(categories)(nominee.fields);
  const personal = Object.fromEntries(Object.entries(nominee.fields).filter(([id]) => !(id in open)));
  return { shown: flatTexts({ name: nominee.name, ...open }), personal: flatTexts(personal) };
}

/** States with the numbers of those who have them: `pending` → `1–14, 17`. */
export function checkTexts(
  entries: readonly Entry[],
  numberOf: (entry: Entry) => number,
  state: (entry: Entry) => CheckState,
): LogTexts {
  const groups = new Map<CheckState, number[]>();
  for (const e of entries) groups.set(state(e), [...(groups.get(state(e)) ?? []), numberOf(e)]);
  return Object.fromEntries([...groups].map(([name, numbers]) => [name, ranges(numbers)]));
}

/** `1–3, 7`: numbers in rising order, neighbours joined. */
function ranges(numbers: readonly number[]): string {
  const runs: { first: number; last: number }[] = [];
  for (const n of numbers.toSorted((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && n <= run.last + 1) run.last = n;
    else runs.push({ first: n, last: n });
  }
  return runs.map(({ first, last }) => (first === last ? `${first}` : `${first}–${last}`)).join(', ');
}
