import { inLanguage } from '@shared/model/language';
import { TwoLines } from '../../components/Table';
import { VirtualTable, type VirtualColumn } from '../../components/VirtualTable';
import { useLanguage, useText } from '../../i18n';
import { secondLine, type NomineeRow, type SortBy } from './rows';
import { StateBadge } from './StateBadge';

export interface NomineeTableProps {
  readonly rows: readonly NomineeRow[];
  readonly current: NomineeRow | null;
  readonly sort: SortBy;
  /** With a panel beside there is no room for the category; the panel says it. */
  readonly narrow: boolean;
  readonly onSort: (sort: SortBy) => void;
  readonly onCurrent: (row: NomineeRow) => void;
  readonly onOpen: (row: NomineeRow) => void;
}

export function NomineeTable({ rows, current, sort, narrow, onSort, onCurrent, onOpen }: NomineeTableProps) {
  const t = useText();
  const language = useLanguage();
  const category: VirtualColumn<NomineeRow> = {
    id: 'category',
    head: t('nominees:column.category'),
    width: 'minmax(0, 0.6fr)',
    cell: (row) =>
      row.category === null ? (
        <span className="t-wait">{t('nominees:noCategory')}</span>
      ) : (
        <span className="t2 small">{inLanguage(row.category.name, language)}</span>
      ),
  };
  const columns: readonly VirtualColumn<NomineeRow>[] = [
    {
      id: 'number',
      head: '№',
      width: '3.5rem',
      align: 'right',
      cell: (row) => <span className="num t3">{row.nominee.number}</span>,
      sort: sort === 'number' ? 'ascending' : null,
      onSort: () => onSort('number'),
    },
    {
      id: 'name',
      head: t('nominees:column.nominee'),
      width: 'minmax(0, 1fr)',
      cell: (row) => <TwoLines title={row.nominee.name} note={secondLine(row)} />,
      sort: sort === 'name' ? 'ascending' : null,
      onSort: () => onSort('name'),
    },
    ...(narrow ? [] : [category]),
    {
      id: 'state',
      head: t('nominees:column.state'),
      width: '10.5rem',
      cell: (row) => <StateBadge row={row} />,
    },
  ];
  return (
    <VirtualTable
      label={t('nominees:title')}
      columns={columns}
      items={rows}
      itemKey={(row) => String(row.nominee.id)}
      rowHeight={52}
      currentKey={current === null ? null : String(current.nominee.id)}
      onCurrent={onCurrent}
      onOpen={onOpen}
      minWidth="24rem"
      empty={<p className="nominees-none">{t('nominees:nobodyInSight')}</p>}
    />
  );
}
