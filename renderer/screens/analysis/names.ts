import type { Shift } from '@shared/model/analysis';
import type { EntryId, JurorId, NomineeId } from '@shared/model/ids';
import { useText, type Translate } from '../../i18n';
import { useSnapshot } from '../../stores/contest';

export interface Names {
  readonly entry: (id: EntryId) => string;
  readonly nominee: (id: NomineeId) => string;
  readonly juror: (id: JurorId) => string;
}

export function useNames(): Names {
  const { people, jury } = useSnapshot();
  const nominees = new Map(people.nominees.map(({ id, name }) => [id, name]));
  const entries = new Map(people.entries.map(({ id, nominee }) => [id, nominees.get(nominee) ?? '']));
  const jurors = new Map(jury.jurors.map(({ id, name }) => [id, name]));
  return {
    entry: (id) => entries.get(id) ?? '',
    nominee: (id) => nominees.get(id) ?? '',
    juror: (id) => jurors.get(id) ?? '',
  };
}

const mostNames = 6;

/** «A, B, C and 4 more». */
export function listed(names: readonly string[], t: Translate): string {
  const shown = names.slice(0, mostNames).join(', ');
  const more = names.length - mostNames;
  return more > 0 ? t('analysis:names.more', { names: shown, count: more }) : shown;
}

/** «would enter: A; would leave: B», or that nothing changes. */
export function useShiftText(): (shifts: readonly Shift[]) => string {
  const t = useText();
  const names = useNames();
  return (shifts) => {
    const who = (matches: (shift: Shift) => boolean) =>
      listed(
        shifts.filter(matches).map(({ entry }) => names.entry(entry)),
        t,
      );
    const isOut = ({ to }: Shift) => to === 'out' || to === 'none';
    const enter = who(({ to }) => to === 'in');
    const leave = who((shift) => shift.from === 'in' && isOut(shift));
    const undecided = who(({ to }) => to === 'undecided');
    const settledOut = who((shift) => shift.from === 'undecided' && isOut(shift));
    const parts = [
      ...(enter === '' ? [] : [t('analysis:shift.enter', { names: enter })]),
      ...(leave === '' ? [] : [t('analysis:shift.leave', { names: leave })]),
      ...(undecided === '' ? [] : [t('analysis:shift.undecided', { names: undecided })]),
      ...(settledOut === '' ? [] : [t('analysis:shift.settledOut', { names: settledOut })]),
    ];
    return parts.length === 0 ? t('analysis:shift.none') : parts.join('; ');
  };
}

/** Those near the line: of a long list only the top, everybody the line may reach, and a few below. */
export function nearLine<Row extends { readonly entry: EntryId }>(
  rows: readonly Row[],
  below: number | null,
  reached: ReadonlySet<EntryId>,
): readonly Row[] {
  const top = Math.max(20, (below ?? 0) + 5);
  return rows.filter((row, index) => index < top || reached.has(row.entry));
}
