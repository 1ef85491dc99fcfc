import type { CardState } from '@shared/model/card';
import type { Progress } from '@shared/model/closing';
import { inLanguage } from '@shared/model/language';
import { Matrix } from '../../components/Matrix';
import type { MatrixState } from '../../components/matrixRuns';
import { useLanguage, useText } from '../../i18n';
import { useSnapshot } from '../../stores/contest';
import { useSession } from '../../stores/session';

const drawn: Readonly<Record<CardState, MatrixState>> = {
  scored: 'scored',
  incomplete: 'part',
  conflict: 'blank',
  recused: 'recused',
  absent: 'absent',
  not_returned: 'none',
};

/** Who has marked whom in a jury round; a juror's row and every cell lead to that juror's ballot. */
export function RoundMatrix({ progress }: { readonly progress: Progress }) {
  const t = useText();
  const language = useLanguage();
  const { contest, jury } = useSnapshot();
  const goTo = useSession((s) => s.goTo);
  if (progress.rows.length === 0 || progress.columns.length === 0) return null;

  const groups = contest.categories
    .map((category) => ({ category, columns: progress.columns.filter((column) => column.category === category.id) }))
    .filter(({ columns }) => columns.length > 0);
  // Cells come in the order of the columns; the groups follow the contest's categories.
  const order = groups.flatMap(({ columns }) => columns.map((column) => progress.columns.indexOf(column)));
  const openRow = (rowId: string) => {
    const row = progress.rows.find(({ juror }) => String(juror) === rowId);
    if (row !== undefined) goTo('ballots', { round: progress.round, juror: row.juror });
  };
  return (
    <section className="over-matrix" aria-label={t('common:matrix.label')}>
      <Matrix
        label={t('common:matrix.label')}
        corner={t('common:matrix.juror')}
        endLabel={t('common:matrix.scored')}
        groups={groups.map(({ category, columns }) => ({
          id: String(category.id),
          title: `${inLanguage(category.name, language)} · ${columns.length}`,
          columns: columns.map(({ entry, number, name }) => ({ id: String(entry), number, name })),
        }))}
        rows={progress.rows.map((row) => {
          const juror = jury.jurors.find(({ id }) => id === row.juror);
          const cells = order.map((index) => drawn[row.cells[index] ?? 'not_returned']);
          const isOut = cells.every((cell) => cell === 'none');
          const isAbsent = cells.every((cell) => cell === 'absent');
          return {
            id: String(row.juror),
            name: juror?.name ?? '',
            ...(juror?.chair === true ? { note: t('common:matrix.chair') } : {}),
            cells,
            end: isAbsent ? '—' : isOut ? t('common:matrix.noBallot') : `${row.scored} / ${row.expected}`,
            waits: !isAbsent && row.scored < row.expected,
          };
        })}
        words={{
          scored: t('common:card.scored'),
          part: t('common:card.incomplete'),
          blank: t('common:card.conflict'),
          recused: t('common:card.recused'),
          absent: t('common:card.absent'),
          none: t('common:card.not_returned'),
        }}
        onOpenRow={openRow}
        onOpen={openRow}
      />
    </section>
  );
}
