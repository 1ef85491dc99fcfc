import type { ReactNode } from 'react';
import { formatDayTime, formatOrdinal } from '@shared/domain/format';
import type { RegionalOffer } from '@shared/model/regional';
import { inLanguage } from '@shared/model/language';
import { Banner } from '../../components/Banner';
import { Fingerprint } from '../../components/Fingerprint';
import { useLanguage, useText } from '../../i18n';
import { regionName } from '../../reference';
import { useSnapshot } from '../../stores/contest';

/** Enough of a key to tell it from another. */
const keyCharacters = 16;

/** Whose result it is, who signed it, what it is known by, and whom it brings. */
export function RegionalFacts({ offer }: { readonly offer: RegionalOffer }) {
  const t = useText();
  const language = useLanguage();
  const { categories } = useSnapshot().contest;
  const { source, organiser, chairs, region, laureates, reopenings, refusal } = offer;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [
      t('nominees:region.region'),
      region === '' ? (
        <span key="unknown" className="t3">
          {t('nominees:region.unknown')}
        </span>
      ) : (
        regionName(region, language)
      ),
    ],
    [t('nominees:region.contest'), `${inLanguage(source.title, language)} ${source.edition}`.trim()],
    [t('nominees:region.organiser'), inLanguage(organiser, language)],
    [
      t('nominees:region.sealed'),
      t('nominees:region.sealNumber', { at: formatDayTime(new Date(source.sealedAt)), number: source.seal }),
    ],
    [t('nominees:region.chair'), chairs.join(', ')],
    [
      t('nominees:region.secretaryKey'),
      <code key="secretary">{source.signers.secretary.slice(0, keyCharacters)}</code>,
    ],
    [t('nominees:region.chairKey'), <code key="chair">{source.signers.chair.slice(0, keyCharacters)}</code>],
  ];
  return (
    <>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <section>
        <h3 className="sec">{t('nominees:region.fingerprint')}</h3>
        <Fingerprint sha256={source.fingerprint} label={t('nominees:region.fingerprint')} />
        {refusal?.why === 'not_recomputed' ? null : <p className="small t2">{t('nominees:region.checked')}</p>}
      </section>
      {reopenings.map(({ number, at, reason }) => (
        <Banner key={number} tone="wait">
          {t('nominees:region.reopened', { number, at: formatDayTime(new Date(at)), reason })}
        </Banner>
      ))}
      {laureates.length === 0 ? null : (
        <section>
          <h3 className="sec">{t('nominees:region.laureates')}</h3>
          <ul className="lines">
            {laureates.map(({ number, name, category }) => {
              const here = categories.find((c) => c.id === category);
              return (
                <li key={number}>
                  <div className="two">
                    <b>{name}</b>
                    <small>
                      {formatOrdinal(number, language)} ·{' '}
                      {here === undefined ? t('nominees:region.category') : inLanguage(here.name, language)}
                    </small>
                  </div>
                </li>
              );
            })}
          </ul>
          {refusal === null ? <p className="small t2">{t('nominees:region.carried')}</p> : null}
        </section>
      )}
    </>
  );
}
