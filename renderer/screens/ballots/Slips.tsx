import { formatDayTime } from '@shared/domain/format';
import type { Round } from '@shared/model/round';
import { inLanguage } from '@shared/model/language';
import { useLanguage, useText } from '../../i18n';
import { useSnapshot } from '../../stores/contest';
import { contestName } from '../contest/situation';
import { SlipsPage } from '../SlipsPage';
import { isOut, type Sheet } from './sheets';

/** One slip per juror, to be cut apart and handed over apart from the file. What is printed is this page itself. */
export function Slips({
  round,
  sheets,
  onBack,
}: {
  readonly round: Round;
  readonly sheets: readonly Sheet[];
  readonly onBack: () => void;
}) {
  const t = useText();
  const language = useLanguage();
  const { contest } = useSnapshot();
  const contestTitle = contestName(contest, language);
  const roundName = inLanguage(round.name, language);
  return (
    <SlipsPage
      title={t('ballots:slips.title')}
      note={t('ballots:slips.note')}
      fileName={t('ballots:slips.fileName', { contest: contestTitle, round: roundName })}
      onBack={onBack}
    >
      <ul className="slips">
        {sheets.filter(isOut).map(({ juror, issued }) => (
          <li key={juror.id} className="slip">
            <p className="slip-contest">
              {contestTitle} · {roundName}
            </p>
            <h2>{juror.name}</h2>
            {juror.title === '' ? null : <p className="slip-title">{juror.title}</p>}
            <p className="slip-code" aria-label={`${t('ballots:column.code')}: ${issued.code}`}>
              {issued.code}
            </p>
            <dl>
              <div>
                <dt>{t('ballots:slips.file')}</dt>
                <dd>{issued.fileName}</dd>
              </div>
              <div>
                <dt>{t('ballots:slips.due')}</dt>
                <dd className="num">{formatDayTime(new Date(issued.dueAt))}</dd>
              </div>
            </dl>
            <p className="slip-how">{t('ballots:slips.how')}</p>
          </li>
        ))}
      </ul>
    </SlipsPage>
  );
}
