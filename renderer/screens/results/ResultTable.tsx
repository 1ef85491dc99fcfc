import { useState } from 'react';
import { formatDecimal, formatOrdinal } from '@shared/domain/format';
import { inLanguage } from '@shared/model/language';
import type { ResultsView } from '@shared/model/results';
import { Badge } from '../../components/Badge';
import { Segmented } from '../../components/Segmented';
import { ColumnHead, Row, Table, TwoLines } from '../../components/Table';
import { useLanguage, useText } from '../../i18n';

/** The result of one category: laureates first, as the rules list them. */
export function ResultTable({ view }: { readonly view: ResultsView }) {
  const t = useText();
  const language = useLanguage();
  const [chosen, setChosen] = useState(view.results[0]?.category ?? null);
  const shown = view.results.find(({ category }) => category === chosen);
  if (shown === undefined) return null;
  const hasPlaces = shown.rows.some(({ place }) => place !== null);
  return (
    <section>
      <h2 className="sec">
        {view.results.length === 1 ? inLanguage(shown.name, language) : t('results:result.title')}
      </h2>
      {view.results.length === 1 ? null : (
        <Segmented
          label={t('ranking:category')}
          value={String(shown.category)}
          segments={view.results.map(({ category, name }) => ({
            id: String(category),
            label: inLanguage(name, language),
          }))}
          onChange={(id) => {
            setChosen(view.results.find(({ category }) => String(category) === id)?.category ?? null);
          }}
        />
      )}
      {shown.ranked ? null : <p className="caption">{t('ranking:laureates.alphabetical')}</p>}
      <div className="table-scroll">
        <Table label={inLanguage(shown.name, language)} twoLine>
          <thead>
            <tr>
              {hasPlaces ? <ColumnHead align="right">{t('ranking:column.place')}</ColumnHead> : null}
              <ColumnHead>{t('ranking:column.nominee')}</ColumnHead>
              <ColumnHead>
                <span className="vh">{t('results:result.state')}</span>
              </ColumnHead>
              <ColumnHead align="right">{t('ranking:column.total')}</ColumnHead>
            </tr>
          </thead>
          <tbody>
            {shown.rows.map((row) => (
              <Row key={row.number}>
                {hasPlaces ? (
                  <td className="r num">{row.place === null ? '' : formatDecimal(row.place, language)}</td>
                ) : null}
                <td>
                  <TwoLines
                    title={row.name}
                    note={[formatOrdinal(row.number, language), row.affiliation]
                      .filter((part) => part !== '')
                      .join(', ')}
                  />
                </td>
                <td>{row.isLaureate ? <Badge tone="gold">{t('results:result.laureate')}</Badge> : null}</td>
                <td className="r num">{row.total === null ? '' : formatDecimal(row.total, language)}</td>
              </Row>
            ))}
          </tbody>
        </Table>
      </div>
    </section>
  );
}
