import { formatRecent } from '@shared/domain/format';
import type { Contest } from '@shared/model/contest';
import type { LogLine } from '@shared/model/log';
import { inLanguage, type Language } from '@shared/model/language';
import { useLanguage, useText, type TextKey, type Translate } from '../../i18n';
import { useSnapshot } from '../../stores/contest';

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
  const parts = detailsOf(line, t, (round) => roundIn(contest, round, language));
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

const said = ['name', 'by', 'people', 'file', 'round', 'order', 'count'] as const;
const ruleAreas: Readonly<Record<string, TextKey>> = {
  head: 'log:what.head',
  categories: 'log:what.categories',
  criteria: 'log:what.criteria',
  rounds: 'log:what.rounds',
  rules: 'log:what.rules',
};

/** Names and figures of a line, in words; codes that only programs read are left out. */
function detailsOf({ details }: LogLine, t: Translate, roundNamed: (round: string) => string): readonly string[] {
  const area = ruleAreas[details['what'] ?? ''];
  return [
    ...(area === undefined ? [] : [t(area)]),
    ...said.flatMap((name) => {
      const value = name === 'file' && details['name'] !== undefined ? undefined : details[name];
      return value === undefined || value === '' ? [] : [name === 'round' ? roundNamed(value) : value];
    }),
  ];
}

/** The log keeps the name that a round had, in the contest's first language. */
function roundIn(contest: Contest, written: string, language: Language): string {
  const round = contest.rounds.find(({ name }) => inLanguage(name, 'kk') === written);
  return round === undefined ? written : inLanguage(round.name, language);
}
