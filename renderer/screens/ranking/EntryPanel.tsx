import { ArrowDown, ArrowUp } from 'lucide-react';
import { formatOrdinal, formatPlace } from '@shared/domain/format';
import { isTallyRound } from '@shared/domain/roundKinds';
import type { Contest } from '@shared/model/contest';
import type { RoundId } from '@shared/model/ids';
import type { EntryExplanation, ExplainedRound } from '@shared/model/explanation';
import type { StandingRow } from '@shared/model/standing';
import { NomineeHistory } from '../analysis/NomineeHistory';
import { Button } from '../../components/Button';
import { SidePanel } from '../../components/SidePanel';
import { useLanguage, useText } from '../../i18n';
import { useSnapshot } from '../../stores/contest';
import { useRanking } from '../../stores/ranking';
import { ExplainedRoundTable } from './ExplainedRoundTable';
import { shown } from './figures';
import { reasonSentence } from './reasons';
import type { SideProps } from './sideProps';
import { valuesText } from '../tallies/rows';
import { affiliation, nomineeIn, roundedStages, roundName, separationText, weightText } from './words';

/** One total opened to the cells it comes from, so that anybody can add it up again. */
export function EntryPanel({
  standing,
  category,
  explanation,
}: SideProps & { readonly explanation: EntryExplanation }) {
  const t = useText();
  const language = useLanguage();
  const { contest, people } = useSnapshot();
  const setPanel = useRanking((s) => s.setPanel);
  const index = standing.rows.findIndex((row) => row.entry === explanation.entry);
  const row = standing.rows[index];
  if (row === undefined) return null;
  const next = standing.rows[index + 1];
  const parts = explanation.rounds.filter((round) => round.mean !== null);
  const sum = parts
    .map((part) =>
      contest.rules.combination === 'sum'
        ? `${shown(part.mean, language)} ${weightText(contest, part.weight, language)}`
        : `${weightText(contest, part.weight, language)} × ${shown(part.mean, language)}`,
    )
    .join(' + ');
  const rounded = roundedStages(contest, t);
  const sentence = reasonSentence(row, standing, contest, t, language);
  const from = affiliation(nomineeIn(people.nominees, row.nominee), category);
  return (
    <SidePanel
      reading
      title={row.name}
      sub={[formatOrdinal(row.number, language), from].filter((text) => text !== '').join(', ')}
      closeLabel={t('common:close')}
      onClose={() => {
        setPanel(null);
      }}
      foot={<CompareButtons row={row} above={standing.rows[index - 1]} below={next} />}
    >
      <p className="rank-total">
        <b className="num">{shown(explanation.total, language)}</b>
        <span className="t2 num">
          {row.shownPlace === null ? t('ranking:status.no_score') : formatPlace(row.shownPlace, language)}
          {row.place === null ? '' : `, ${t(`ranking:status.${row.status}`)}`}
        </span>
      </p>
      {sentence === null ? null : <p className="small rank-why">{sentence}</p>}
      {parts.length > 1 ? (
        <p className="small num t2">
          {sum} = {shown(explanation.total, language)}
        </p>
      ) : null}
      {row.aboveNext === null || next === undefined ? null : (
        <p className="small rank-why">
          {t('ranking:why.belowIs', { name: next.name })} {separationText(row.aboveNext, contest, t, language)}
        </p>
      )}
      <NomineeHistory nominee={row.nominee} standing={standing} />
      {explanation.rounds.toReversed().map((round) => (
        <section key={round.round} className="rank-round">
          <h3 className="sec">
            {roundName(contest, round.round, language)}
            {explanation.rounds.length > 1 ? (
              <span className="t3 num"> {weightText(contest, round.weight, language)}</span>
            ) : null}
          </h3>
          {isTallyRoundOf(contest, round.round) ? (
            <ExplainedTally round={round} />
          ) : (
            <ExplainedRoundTable round={round} category={category} />
          )}
        </section>
      ))}
      <p className="caption rank-exact">
        {rounded === '' ? t('ranking:explain.exact') : t('ranking:explain.roundedTo', { stages: rounded })}
      </p>
    </SidePanel>
  );
}

const isTallyRoundOf = ({ rounds }: Contest, id: RoundId): boolean =>
  rounds.some((round) => round.id === id && isTallyRound(round));

/** What stands in the table, where it comes from, and the points that it makes. */
function ExplainedTally({ round }: { readonly round: ExplainedRound }) {
  const t = useText();
  const language = useLanguage();
  const { tally, mean } = round;
  if (tally === null) return <p className="small t-wait">{t('tallies:unknown')}</p>;
  return (
    <p className="small num">
      {t('ranking:explain.tally', { figures: valuesText(tally.values, t, language) })} {t('ranking:explain.points')}:{' '}
      {shown(mean, language)}. {tally.source === '' ? '' : t('ranking:explain.tallyFile', { file: tally.source })}
    </p>
  );
}

function CompareButtons({
  row,
  above,
  below,
}: {
  readonly row: StandingRow;
  readonly above: StandingRow | undefined;
  readonly below: StandingRow | undefined;
}) {
  const t = useText();
  const compare = useRanking((s) => s.compare);
  return (
    <>
      {above === undefined ? null : (
        <Button
          variant="quiet"
          size="small"
          icon={<ArrowUp className="ic" aria-hidden />}
          aria-label={`${t('ranking:compare.above')}: ${above.name}`}
          onPress={() => void compare(above.entry, row.entry)}
        >
          {t('ranking:compare.above')}
        </Button>
      )}
      {below === undefined ? null : (
        <Button
          variant="quiet"
          size="small"
          icon={<ArrowDown className="ic" aria-hidden />}
          aria-label={`${t('ranking:compare.below')}: ${below.name}`}
          onPress={() => void compare(row.entry, below.entry)}
        >
          {t('ranking:compare.below')}
        </Button>
      )}
    </>
  );
}
