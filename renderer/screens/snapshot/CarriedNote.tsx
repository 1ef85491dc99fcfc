import { formatDecimal } from '@shared/domain/format';
import type { CarriedResult, PlaceAndTotal } from '@shared/model/openSnapshot';
import { Banner } from '../../components/Banner';
import { ColumnHead, Table, TwoLines } from '../../components/Table';
import { useLanguage, useText } from '../../i18n';

/** Whether the file’s own result is what its rules and marks give. */
export function CarriedNote({ carried }: { readonly carried: CarriedResult }) {
  const t = useText();
  switch (carried.kind) {
    case 'none':
    case 'same':
    case 'unreadable':
      return (
        <Banner tone={carried.kind === 'unreadable' ? 'wait' : 'info'} announce>
          {t(`snapshot:carried.${carried.kind}`)}
        </Banner>
      );
    case 'differs':
      return <Differences rows={carried.rows} more={carried.more} />;
  }
}

function Differences({ rows, more }: Pick<Extract<CarriedResult, { kind: 'differs' }>, 'rows' | 'more'>) {
  const t = useText();
  const language = useLanguage();
  const written = (given: PlaceAndTotal | null) =>
    given === null
      ? t('snapshot:carried.missing')
      : [
          given.place === null ? '' : `${t('snapshot:place')} ${formatDecimal(String(given.place), language)}`,
          given.total === null ? '' : formatDecimal(given.total, language),
        ]
          .filter((part) => part !== '')
          .join(', ');
  return (
    <>
      <Banner tone="wrong">
        <b>{t('snapshot:carried.differs')}</b>
        <p>{t('snapshot:carried.differsNote')}</p>
      </Banner>
      <div className="table-scroll">
        <Table label={t('snapshot:carried.differs')} twoLine>
          <thead>
            <tr>
              <ColumnHead>{t('ranking:column.nominee')}</ColumnHead>
              <ColumnHead>{t('snapshot:carried.inFile')}</ColumnHead>
              <ColumnHead>{t('snapshot:carried.here')}</ColumnHead>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ category, nominee, inFile, computed }, index) => (
              <tr key={`${category}-${nominee}-${String(index)}`}>
                <td>
                  <TwoLines title={nominee} note={category} />
                </td>
                <td className="num">{written(inFile)}</td>
                <td className="num">{written(computed)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
        {more === 0 ? null : <p className="caption">{t('snapshot:carried.more', { count: more })}</p>}
      </div>
    </>
  );
}
