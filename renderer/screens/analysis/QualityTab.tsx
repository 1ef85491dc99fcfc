import { useEffect, useState } from 'react';
import { changesLaureates } from '@shared/domain/analysis/placed';
import { formatNumber, formatPercent } from '@shared/domain/format';
import type { Standing } from '@shared/model/standing';
import { Banner } from '../../components/Banner';
import { Switch } from '../../components/Choice';
import { ShareBar } from '../../components/ShareBar';
import { Table } from '../../components/Table';
import { useLanguage, useText } from '../../i18n';
import { useQuality } from '../../stores/analysis';
import { useSnapshot } from '../../stores/contest';
import { criterionName } from '../ranking/words';
import { JurorTable } from './JurorTable';
import { listed, useNames } from './names';
import type { ReadyQuality } from './readyQuality';
import { StabilitySection } from './StabilitySection';
import { StatisticsTable } from './StatisticsTable';
import { TooFewNote, Worked } from './Worked';

/** How far the jury can be relied on: sentences and pictures first, coefficients only for who asks for them. */
export function QualityTab({ standing }: { readonly standing: Standing }) {
  const t = useText();
  const { work, ask, stop, leave } = useQuality();
  useEffect(() => {
    // Anew with every standing: it is read again whenever something has changed.
    void ask({ round: standing.round, category: standing.category });
    return leave;
  }, [ask, leave, standing]);
  return (
    <Worked
      work={work}
      label={t('analysis:work.quality')}
      onStop={stop}
      onAgain={() => void ask({ round: standing.round, category: standing.category })}
    >
      {(quality) =>
        quality.state === 'too_few' ? <TooFewNote why="quality" few={quality} /> : <Judged quality={quality} />
      }
    </Worked>
  );
}

function Judged({ quality }: { readonly quality: ReadyQuality }) {
  const t = useText();
  const language = useLanguage();
  const names = useNames();
  const [hasDetails, setDetails] = useState(false);
  const { reliability } = quality;
  return (
    <div className="ana">
      <section>
        <h2 className="sec">{t(`analysis:quality.agree.${quality.agreement ?? 'unknown'}`)}</h2>
        <p className="t2">
          {reliability === null
            ? t('analysis:quality.reliability.unknown')
            : t(`analysis:quality.reliability.${reliability.level}`, {
                percent: formatPercent(reliability.share * 100, language, { maxDecimals: 0 }),
              })}
        </p>
        {quality.parts.length < 2 ? null : (
          <Banner tone="wait" className="ana-banner">
            {t('analysis:quality.apart', {
              parts: quality.parts
                .map((part, i) =>
                  t('analysis:compare.part', { number: i + 1, names: listed(part.map(names.nominee), t) }),
                )
                .join(' '),
            })}
          </Banner>
        )}
      </section>
      <JurorTable quality={quality} />
      <CellsToCheck quality={quality} />
      <StabilitySection quality={quality} />
      <Decided quality={quality} />
      <section>
        <Switch label={t('analysis:details.switch')} isSelected={hasDetails} onChange={setDetails} />
        {hasDetails ? <StatisticsTable quality={quality} /> : null}
      </section>
    </div>
  );
}

function CellsToCheck({ quality: { cells } }: { readonly quality: ReadyQuality }) {
  const t = useText();
  const language = useLanguage();
  const names = useNames();
  const shown = (value: number) => formatNumber(value, language, { maxDecimals: 1 });
  return (
    <section>
      <h2 className="sec">{t('analysis:cells.title')}</h2>
      <p className="t2">{t(cells.length === 0 ? 'analysis:cells.none' : 'analysis:cells.note')}</p>
      {cells.length === 0 ? null : (
        <ul className="ana-list">
          {cells.map(({ juror, entry, mark, expected }) => (
            <li key={`${String(juror)} ${String(entry)}`}>
              {t('analysis:cells.line', {
                juror: names.juror(juror),
                nominee: names.entry(entry),
                mark: shown(mark),
                expected: shown(expected),
              })}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Decided({ quality: { criteria, line } }: { readonly quality: ReadyQuality }) {
  const t = useText();
  const language = useLanguage();
  const { contest } = useSnapshot();
  const influences = criteria.map((c) => c.influence ?? 0);
  const min = Math.min(0, ...influences);
  const max = Math.max(...influences, ...criteria.map((c) => c.weight));
  const percent = (share: number) => formatPercent(share * 100, language, { maxDecimals: 0 });
  const deciding = criteria
    .filter((c) => changesLaureates(c.shifts))
    .map((c) => criterionName(contest, c.criterion, language));
  const isUndefined = criteria.every((c) => c.influence === null);
  return (
    <section>
      <h2 className="sec">{t('analysis:decided.title')}</h2>
      {isUndefined ? (
        <p className="t2">{t('analysis:decided.noDifference')}</p>
      ) : (
        <>
          <p className="t2">{t('analysis:decided.note')}</p>
          <Table label={t('analysis:decided.title')} fixed className="ana-shares">
            <tbody>
              {criteria.map((c, i) => {
                const name = criterionName(contest, c.criterion, language);
                const share = influences[i] ?? 0;
                return (
                  <tr key={c.criterion}>
                    <th scope="row">{name}</th>
                    <td className="ana-picture">
                      <ShareBar
                        min={min}
                        max={max}
                        share={share}
                        beside={c.weight}
                        label={t('analysis:decided.picture', { influence: percent(share), weight: percent(c.weight) })}
                      />
                    </td>
                    <td className="r num">{percent(share)}</td>
                  </tr>
                );
              })}
            </tbody>
          </Table>
        </>
      )}
      {line === null || criteria.length < 2 ? null : (
        <p>
          {deciding.length === 0
            ? t('analysis:decided.keep')
            : t('analysis:decided.change', { names: listed(deciding, t) })}
        </p>
      )}
    </section>
  );
}
