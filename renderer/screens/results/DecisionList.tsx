import { formatDayTime } from '@shared/domain/format';
import { inLanguage } from '@shared/model/language';
import type { ResultsView } from '@shared/model/results';
import { useLanguage, useText } from '../../i18n';

/** What people decided, and when and why a seal was broken before this one. */
export function DecisionList({ view }: { readonly view: ResultsView }) {
  const t = useText();
  const language = useLanguage();
  const { decisions, reopenings, results } = view;
  return (
    <>
      <section>
        <h2 className="sec">{t('results:decisions.title')}</h2>
        {decisions.length === 0 ? <p className="t2">{t('results:decisions.none')}</p> : null}
        <ul className="lines">
          {decisions.map(({ category, kind, order, reason, at }, index) => {
            const named = results.find((one) => one.category === category);
            return (
              <li key={`${at}-${String(index)}`}>
                <div className="two">
                  <b>
                    {t(`ranking:decisions.kind.${kind}`)}
                    {named === undefined ? '' : ` · ${inLanguage(named.name, language)}`}
                  </b>
                  <span>{order}</span>
                  <small>{t('log:reason', { reason })}</small>
                </div>
                <time className="caption num nowrap" dateTime={at}>
                  {formatDayTime(new Date(at))}
                </time>
              </li>
            );
          })}
        </ul>
      </section>
      <section>
        <h2 className="sec">{t('seal:history.title')}</h2>
        {reopenings.length === 0 ? <p className="t2">{t('results:reopenings.none')}</p> : null}
        <ul className="lines">
          {reopenings.map(({ number, at, reason }) => (
            <li key={number}>
              <div className="two">
                <b>{t('seal:banner.reopened', { number, when: formatDayTime(new Date(at)) })}</b>
                <small>{t('log:reason', { reason })}</small>
              </div>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
