import { formatRecent } from '@shared/domain/format';
import type { LogLine } from '@shared/model/log';
import { useLanguage, useText } from '../../i18n';
import { useSnapshot } from '../../stores/contest';
import { subjectsOf } from '../log/lineText';

const shown = 8;

/** The newest lines of the log. */
export function RecentEvents() {
  const t = useText();
  const { log } = useSnapshot();
  return (
    <section>
      <h2 className="sec">{t('log:title')}</h2>
      <ol className="events">
        {log.slice(0, shown).map((line) => (
          <li key={line.seq}>
            <time className="num" dateTime={line.at}>
              {formatRecent(new Date(line.at), new Date())}
            </time>
            <span>
              {t(`log:${line.action}`)}
              <Details line={line} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Details({ line }: { readonly line: LogLine }) {
  const t = useText();
  const language = useLanguage();
  const { contest } = useSnapshot();
  const parts = subjectsOf(line, contest, t, language);
  return (
    <>
      {parts.length === 0 ? null : (
        <>
          : <b>{parts.join(', ')}</b>
        </>
      )}
      {line.reason === '' ? null : <>. {t('log:reason', { reason: line.reason })}</>}
    </>
  );
}
