import type { Standing } from '@shared/model/standing';
import { Banner } from '../../components/Banner';
import { useText } from '../../i18n';
import { useSnapshot } from '../../stores/contest';
import { gapsIn } from './missingScores';

const mostJurors = 6;

/** Before any place: who has not scored yet, and how many scores that is. */
export function Gaps({ standing }: { readonly standing: Standing }) {
  const t = useText();
  const { jury } = useSnapshot();
  const gaps = gapsIn(standing);
  if (gaps.length === 0) return null;
  const more = gaps.length - mostJurors;
  return (
    <Banner tone="wait" className="rank-gaps">
      <p>
        <b>{t('ranking:gaps.title', { scores: gaps.reduce((sum, gap) => sum + gap.scores, 0) })}</b>
      </p>
      <ul className="small">
        {gaps.slice(0, mostJurors).map(({ juror, scores, of, state }) => (
          <li key={juror}>
            {t('ranking:gaps.juror', {
              name: jury.jurors.find(({ id }) => id === juror)?.name ?? '',
              scores,
              of,
              state: t(`common:card.${state}`),
            })}
          </li>
        ))}
        {more > 0 ? <li>{t('ranking:gaps.more', { jurors: more })}</li> : null}
      </ul>
    </Banner>
  );
}
