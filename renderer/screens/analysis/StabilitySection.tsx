import { changesLaureates } from '@shared/domain/analysis/placed';
import { formatNumber, formatPercent, formatPlace } from '@shared/domain/format';
import { LaureateLine } from '../../components/LaureateLine';
import { RangePlot } from '../../components/RangePlot';
import { ColumnHead, Row, Table } from '../../components/Table';
import { useLanguage, useText } from '../../i18n';
import { listed, useNames } from './names';
import type { ReadyQuality } from './readyQuality';

/** How sure the winners are: without any one juror, and with the jury drawn anew many times. */
export function StabilitySection({ quality }: { readonly quality: ReadyQuality }) {
  const t = useText();
  const language = useLanguage();
  const names = useNames();
  const { stability, jurors, line } = quality;
  const deciding = jurors.filter((j) => changesLaureates(j.shifts)).map((j) => names.juror(j.juror));
  const last = Math.max(2, ...stability.rows.map((row) => row.high));
  const isGold = line?.kind === 'laureates';
  const above = stability.rows.filter((row) => row.side === 'in').length;
  const head = (
    <>
      <h2 className="sec">{t('analysis:sure.title')}</h2>
      {line === null ? null : (
        <p>
          {deciding.length === 0
            ? t('analysis:sure.noJuror')
            : t('analysis:sure.jurors', { names: listed(deciding, t) })}
        </p>
      )}
    </>
  );
  if (stability.times === 0)
    return (
      <section>
        {head}
        <p className="t2">{t('analysis:sure.notDrawn')}</p>
      </section>
    );
  return (
    <section>
      {head}
      <p className="t2">{t('analysis:sure.drawn', { times: formatNumber(stability.times, language) })}</p>
      <div className="table-scroll">
        <Table label={t('analysis:sure.table')} className="ana-sure">
          <thead>
            <tr>
              <ColumnHead>{t('analysis:sure.nominee')}</ColumnHead>
              <th scope="col" className="ana-picture">
                {t('analysis:sure.places', { min: 1, max: last })}
              </th>
              {line === null ? null : <ColumnHead align="right">{t('analysis:sure.share')}</ColumnHead>}
            </tr>
          </thead>
          <tbody>
            {stability.rows.flatMap((row, index) => [
              <Row key={row.entry} laureate={row.side === 'in' && isGold}>
                <th scope="row">{names.entry(row.entry)}</th>
                <td className="ana-picture">
                  <RangePlot
                    min={1}
                    max={last}
                    low={row.low}
                    high={row.high}
                    mark={row.place}
                    laureate={row.side === 'in' && isGold}
                    label={t('analysis:sure.picture', {
                      place: formatPlace(row.place, language),
                      low: row.low,
                      high: row.high,
                    })}
                  />
                </td>
                {row.share === null ? null : (
                  <td className="r num">{formatPercent(row.share * 100, language, { maxDecimals: 0 })}</td>
                )}
              </Row>,
              line !== null && index + 1 === (line.decided ? above : line.below) ? (
                <LaureateLine
                  key="line"
                  columns={3}
                  text={t(`ranking:line.${line.kind}`, { count: line.count, of: quality.nominees })}
                  open={!line.decided}
                  cutOff={line.kind === 'advance'}
                />
              ) : null,
            ])}
          </tbody>
        </Table>
      </div>
    </section>
  );
}
