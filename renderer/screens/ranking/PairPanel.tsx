import { isFieldMethod } from '@shared/domain/fieldMethods';
import { formatNumber, formatPlace } from '@shared/domain/format';
import type { EntryId } from '@shared/model/ids';
import type { PairExplanation, PairOfLists } from '@shared/model/explanation';
import { useAnnouncement } from '../../components/Announcer';
import { ArmsPlot } from '../../components/ArmsPlot';
import { Button } from '../../components/Button';
import { SidePanel } from '../../components/SidePanel';
import { useLanguage, useText } from '../../i18n';
import { useSnapshot } from '../../stores/contest';
import { useRanking } from '../../stores/ranking';
import { shown } from './figures';
import { PairOfJurors } from './PairOfJurors';
import type { SideProps } from './sideProps';
import { criterionName, roundName, separationText } from './words';

/** What the jurors' lists say about the two, where each is compared with each. */
function ListsOfPair({ lists }: { readonly lists: PairOfLists }) {
  const t = useText();
  const language = useLanguage();
  const { contest } = useSnapshot();
  const round = roundName(contest, lists.round, language);
  const { upper, lower } = lists;
  const further = lists.by === 'duel' ? lists.paths : lists.sums;
  return (
    <p className="rank-lists">
      {lists.by === 'duel'
        ? t('ranking:compare.duel', { round, upper, lower })
        : t('ranking:compare.majority', { round, place: lists.place, upper, lower, majority: lists.majority })}{' '}
      {further === null
        ? null
        : t(lists.by === 'duel' ? 'ranking:compare.paths' : 'ranking:compare.sums', { ...further })}
    </p>
  );
}

/** Why one stands above the other: the rule as a sentence, and what each criterion adds on either arm. */
export function PairPanel({ standing, explanation }: SideProps & { readonly explanation: PairExplanation }) {
  const t = useText();
  const language = useLanguage();
  const { contest } = useSnapshot();
  const setPanel = useRanking((s) => s.setPanel);
  const explain = useRanking((s) => s.explain);
  const why = separationText(explanation.separation, contest, t, language);
  useAnnouncement(why);
  const rowOf = (entry: EntryId) => standing.rows.find((row) => row.entry === entry);
  const [upper, lower] = [rowOf(explanation.upper), rowOf(explanation.lower)];
  if (upper === undefined || lower === undefined) return null;
  const decimals = explanation.criteria[0]?.difference.text.split('.')[1]?.length ?? 0;
  const places = [upper, lower].flatMap(({ shownPlace }) =>
    shownPlace === null ? [] : [formatPlace(shownPlace, language)],
  );
  return (
    <SidePanel
      reading
      title={t(explanation.separation.by === 'nothing' ? 'ranking:why.titleEqual' : 'ranking:why.title')}
      sub={[...new Set(places)].join(', ')}
      closeLabel={t('common:close')}
      onClose={() => {
        setPanel(null);
      }}
      foot={[upper, lower].map((row) => (
        <Button key={row.entry} variant="quiet" size="small" onPress={() => void explain(row.entry)}>
          {t('ranking:compare.explain', { name: row.name })}
        </Button>
      ))}
    >
      <p className="rank-why">{why}</p>
      {explanation.criteria.length === 0 ? null : (
        <ArmsPlot
          a={{ name: upper.name, total: shown(explanation.upperTotal, language) }}
          b={{ name: lower.name, total: shown(explanation.lowerTotal, language) }}
          rows={[
            ...explanation.criteria.map(({ criterion, difference }) => ({
              id: String(criterion),
              label: criterionName(contest, criterion, language),
              difference: Number(difference.text),
            })),
            ...(explanation.rounding === null
              ? []
              : [
                  {
                    id: 'rounding',
                    label: t('ranking:compare.rounding'),
                    difference: Number(explanation.rounding.text),
                  },
                ]),
          ]}
          format={(value) =>
            formatNumber(value, language, { sign: true, minDecimals: decimals, maxDecimals: decimals })
          }
          evenWord={t('ranking:compare.even')}
        />
      )}
      {explanation.lists.map((lists) => (
        <ListsOfPair key={lists.round} lists={lists} />
      ))}
      {explanation.jurors.length === 0 ? null : (
        <PairOfJurors explanation={explanation} upper={upper.name} lower={lower.name} />
      )}
      <p className="caption rank-exact">
        {t(
          isFieldMethod(contest.rules.aggregation.acrossJurors)
            ? 'ranking:compare.noteByJuror'
            : 'ranking:compare.note',
        )}
      </p>
    </SidePanel>
  );
}
