import { formatNumber } from '@shared/domain/format';
import type { JurorReport } from '@shared/model/analysis';
import { StripPlot } from '../../components/StripPlot';
import { ColumnHead, Table } from '../../components/Table';
import { useLanguage, useText } from '../../i18n';
import { useNames } from './names';
import type { ReadyQuality } from './readyQuality';

/** Under half a point on a scale of 100 nobody is stricter than anybody. */
const evenWithin = 0.5;

/** Every juror beside the others: a tick per nominee, the disc is how much higher or lower on the whole. */
export function JurorTable({ quality }: { readonly quality: ReadyQuality }) {
  const t = useText();
  const language = useLanguage();
  const names = useNames();
  const { jurors } = quality;
  const widest = Math.max(1, ...jurors.flatMap((j) => j.deviations.map(Math.abs)));
  const reach = Math.ceil(widest / 5) * 5;
  const signed = (value: number) => formatNumber(value, language, { maxDecimals: 1, sign: true });
  return (
    <section>
      <h2 className="sec">{t('analysis:juror.title')}</h2>
      <p className="t2">{t('analysis:juror.hint')}</p>
      <div className="table-scroll">
        <Table label={t('analysis:juror.table')} className="ana-jurors">
          <thead>
            <tr>
              <ColumnHead>{t('analysis:juror.name')}</ColumnHead>
              <th scope="col" className="ana-picture">
                {t('analysis:juror.axis', { min: signed(-reach), max: signed(reach) })}
              </th>
              <ColumnHead>{t('analysis:juror.severity')}</ColumnHead>
              <ColumnHead>{t('analysis:juror.scale')}</ColumnHead>
              <ColumnHead>{t('analysis:juror.rest')}</ColumnHead>
            </tr>
          </thead>
          <tbody>
            {jurors.map((juror) => (
              <tr key={juror.juror}>
                <th scope="row">{names.juror(juror.juror)}</th>
                <td className="ana-picture">
                  <StripPlot
                    min={-reach}
                    max={reach}
                    zero={0}
                    ticks={juror.deviations}
                    result={juror.severity}
                    label={t('analysis:juror.picture', {
                      count: juror.marks,
                      min: signed(juror.deviations[0] ?? 0),
                      max: signed(juror.deviations.at(-1) ?? 0),
                      mean: signed(juror.severity),
                    })}
                  />
                </td>
                <td className="num">
                  <SeverityWord juror={juror} />
                </td>
                <td className={juror.narrow ? 't-wait' : 't2'}>
                  {t(
                    juror.relativeSpread === null
                      ? 'analysis:juror.unknown'
                      : juror.narrow
                        ? 'analysis:juror.narrow'
                        : 'analysis:juror.usual',
                  )}
                </td>
                <td className={juror.agreement === 'low' ? 't-wait' : 't2'}>
                  {t(juror.agreement === null ? 'analysis:juror.unknown' : `analysis:level.${juror.agreement}`)}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
    </section>
  );
}

function SeverityWord({ juror: { severity } }: { readonly juror: JurorReport }) {
  const t = useText();
  const language = useLanguage();
  if (Math.abs(severity) < evenWithin) return <span className="t2">{t('analysis:juror.even')}</span>;
  const points = formatNumber(Math.abs(severity), language, { maxDecimals: 1, minDecimals: 1 });
  return t(severity > 0 ? 'analysis:juror.higher' : 'analysis:juror.lower', { points });
}
