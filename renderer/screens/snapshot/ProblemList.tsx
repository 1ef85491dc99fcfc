import type { SnapshotProblem } from '@shared/model/openSnapshot';
import { ColumnHead, Table } from '../../components/Table';
import { useText } from '../../i18n';

/** Where a snapshot contradicts itself: for whoever wrote it, therefore in the words of its format. */
export function ProblemList({
  problems,
  more,
}: {
  readonly problems: readonly SnapshotProblem[];
  readonly more: number;
}) {
  const t = useText();
  return (
    <div className="table-scroll">
      <Table label={t('snapshot:refused.title')}>
        <thead>
          <tr>
            <ColumnHead>{t('snapshot:refused.place')}</ColumnHead>
            <ColumnHead>{t('snapshot:refused.problem')}</ColumnHead>
          </tr>
        </thead>
        <tbody>
          {problems.map(({ path, message }, index) => (
            <tr key={`${path}-${String(index)}`}>
              <td className="snapshot-path">
                {path === '' ? t('snapshot:refused.whole') : <code translate="no">{path}</code>}
              </td>
              <td lang="en">{message}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      {more === 0 ? null : <p className="caption">{t('snapshot:carried.more', { count: more })}</p>}
    </div>
  );
}
