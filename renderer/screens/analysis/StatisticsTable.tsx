import { formatNumber } from '@shared/domain/format';
import type { Interval } from '@shared/model/analysis';
import { ColumnHead, Table } from '../../components/Table';
import { useLanguage, useText, type TextKey } from '../../i18n';
import { useNames } from './names';
import type { ReadyQuality } from './readyQuality';

const metricNames: Readonly<Record<string, TextKey>> = {
  nominal: 'analysis:details.metric.nominal',
  ordinal: 'analysis:details.metric.ordinal',
  interval: 'analysis:details.metric.interval',
  ratio: 'analysis:details.metric.ratio',
};

interface Line {
  readonly name: string;
  readonly value: string;
  readonly note: string;
}

/** Coefficients by their names, each with its definition. */
export function StatisticsTable({ quality }: { readonly quality: ReadyQuality }) {
  const t = useText();
  const language = useLanguage();
  const { statistics, stability } = quality;
  const shown = useFigure();
  const lines: readonly Line[] = [
    ...statistics.icc.map((form, i) => ({
      name: form.name,
      value: withLimits(form, shown, t),
      note: i === 0 ? t('analysis:details.icc') : '',
    })),
    ...(statistics.meanSquares === null
      ? []
      : [
          {
            name: t('analysis:details.squares'),
            value: t('analysis:details.squaresValue', {
              between: shown(statistics.meanSquares.between),
              within: shown(statistics.meanSquares.within),
              jurors: shown(statistics.meanSquares.jurors),
              error: shown(statistics.meanSquares.error),
            }),
            note: t('analysis:details.squaresNote'),
          },
        ]),
    {
      name: t('analysis:details.kendall'),
      value:
        statistics.kendall === null
          ? t('analysis:details.undefined')
          : t('analysis:details.kendallValue', {
              w: shown(statistics.kendall.w),
              chi: shown(statistics.kendall.chiSquare),
              df: statistics.kendall.df,
              p: statistics.kendall.p < 0.001 ? `< ${shown(0.001)}` : shown(statistics.kendall.p),
            }),
      note: t('analysis:details.kendallNote'),
    },
    ...statistics.krippendorff.flatMap(({ metric, alpha }, i) => {
      const name = metricNames[metric];
      return name === undefined
        ? []
        : [
            {
              name: t('analysis:details.krippendorff', { metric: t(name) }),
              value: shown(alpha),
              note: i === 0 ? t('analysis:details.krippendorffNote') : '',
            },
          ];
    }),
    {
      name: t('analysis:details.cronbach'),
      value: shown(statistics.cronbach),
      note: t('analysis:details.cronbachNote'),
    },
  ];
  return (
    <div className="ana-details">
      <p className="small t2">
        {t('analysis:details.complete', { complete: statistics.complete, nominees: quality.nominees })}
      </p>
      <div className="table-scroll">
        <Table label={t('analysis:details.table')}>
          <thead>
            <tr>
              <ColumnHead>{t('analysis:details.coefficient')}</ColumnHead>
              <ColumnHead>{t('analysis:details.value')}</ColumnHead>
              <ColumnHead>{t('analysis:details.meaning')}</ColumnHead>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ name, value, note }) => (
              <tr key={name}>
                <th scope="row" className="nowrap">
                  {name}
                </th>
                <td className="num">{value}</td>
                <td className="small t2">{note}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
      <JurorFigures quality={quality} />
      <p className="small t2">{t('analysis:details.severityNote')}</p>
      <p className="small t2">
        {t('analysis:details.bootstrap', { times: formatNumber(stability.times, language), seed: stability.seed })}
      </p>
    </div>
  );
}

function JurorFigures({ quality: { jurors } }: { readonly quality: ReadyQuality }) {
  const t = useText();
  const names = useNames();
  const shown = useFigure();
  return (
    <div className="table-scroll">
      <Table label={t('analysis:details.jurors')}>
        <thead>
          <tr>
            <ColumnHead>{t('analysis:juror.name')}</ColumnHead>
            <ColumnHead align="right">{t('analysis:details.mean')}</ColumnHead>
            <ColumnHead align="right">{t('analysis:details.b')}</ColumnHead>
            <ColumnHead align="right">{t('analysis:details.spread')}</ColumnHead>
            <ColumnHead align="right">{t('analysis:details.spearman')}</ColumnHead>
          </tr>
        </thead>
        <tbody>
          {jurors.map((juror) => (
            <tr key={juror.juror}>
              <th scope="row">{names.juror(juror.juror)}</th>
              <td className="r num">{shown(juror.mean)}</td>
              <td className="r num">{shown(juror.severity)}</td>
              <td className="r num">{shown(juror.relativeSpread)}</td>
              <td className="r num">{shown(juror.withTheRest)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}

type Shown = (value: number | null) => string;

/** Three decimals, or that the data do not define it. */
function useFigure(): Shown {
  const t = useText();
  const language = useLanguage();
  return (value) =>
    value === null
      ? t('analysis:details.undefined')
      : formatNumber(value, language, { minDecimals: 3, maxDecimals: 3 });
}

function withLimits({ value, lower, upper }: Interval, shown: Shown, t: ReturnType<typeof useText>): string {
  if (lower === null || upper === null) return shown(value);
  return `${shown(value)} (${t('analysis:details.limits', { lower: shown(lower), upper: shown(upper) })})`;
}
