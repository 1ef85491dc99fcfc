import { fingerprintText } from '@shared/domain/fingerprint';
import { formatOrdinal } from '@shared/domain/format';
import type { ResultsView } from '@shared/model/results';
import { useLanguage, useText } from '../../i18n';
import { regionName } from '../../reference';

/** Where the nominees of a national contest came from. */
export function Regions({ view }: { readonly view: ResultsView }) {
  const t = useText();
  const language = useLanguage();
  if (view.regions.length === 0) return null;
  return (
    <section>
      <h2 className="sec">{t('results:regions.title')}</h2>
      <ul className="lines">
        {view.regions.map(({ region, fingerprint, numbers }) => (
          <li key={region}>
            <div className="two">
              <b>{[regionName(region, language), ...numbers.map((n) => formatOrdinal(n, language))].join(', ')}</b>
              <small className="num">{fingerprintText(fingerprint)}</small>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
