import { namesWinners } from '@shared/domain/combination';
import { isTallyRound } from '@shared/domain/roundKinds';
import { laureatesOf } from '@shared/domain/laureates';
import type { RoundId } from '@shared/model/ids';
import { SidePanel } from '../../components/SidePanel';
import { useLanguage, useText } from '../../i18n';
import { useSnapshot } from '../../stores/contest';
import { useRanking } from '../../stores/ranking';
import { canReopen, ReopenRound } from '../contest/ReopenRound';
import { situationOf } from '../contest/situation';
import { TodoList } from '../overview/TodoList';
import { Decisions } from './Decisions';
import { OverruleMenu } from './Overrule';
import type { SideProps } from './sideProps';
import { affiliation, categoryName, nomineeIn, roundedStages, roundName, weightText } from './words';

/** How the category came out: the laureates, what still hinders, what people decided, and by which rules. */
export function OutcomePanel({ standing, round, category }: SideProps) {
  const t = useText();
  const language = useLanguage();
  const snapshot = useSnapshot();
  const setPanel = useRanking((s) => s.setPanel);
  // The tie of this very category is what the page itself speaks of.
  const hindrances = (situationOf(snapshot, round)?.hindrances ?? []).filter(
    (hindrance) => hindrance.kind !== 'tie' || hindrance.category !== category.id,
  );
  return (
    <SidePanel
      reading
      title={t('ranking:outcome.title')}
      sub={categoryName(snapshot.contest, category.id, language)}
      closeLabel={t('common:close')}
      onClose={() => {
        setPanel(null);
      }}
      {...(canReopen(snapshot, round) ? { foot: <ReopenRound round={round} /> } : {})}
    >
      <div className="rank-outcome">
        {round.status === 'open' && hindrances.length > 0 ? <TodoList round={round} hindrances={hindrances} /> : null}
        <Laureates standing={standing} category={category} />
        <AllLists category={category} />
        <Decisions standing={standing} round={round} />
        {round.status === 'open' && snapshot.contest.rounds.at(-1)?.id === round.id && standing.rows.length > 0 ? (
          <section>
            <h3 className="sec">{t('ranking:overrule.heading')}</h3>
            <p className="small t2">{t('ranking:overrule.about')}</p>
            <div className="rank-overrule">
              <OverruleMenu standing={standing} category={category} />
            </div>
          </section>
        ) : null}
        <Rules standing={standing} />
        <p className="caption">{t('ranking:outcome.hint')}</p>
      </div>
    </SidePanel>
  );
}

function Laureates({ standing, category }: Pick<SideProps, 'standing' | 'category'>) {
  const t = useText();
  const { people } = useSnapshot();
  const list = laureatesOf(standing, category.winners, people.nominees);
  if (!list.decided || list.laureates.length === 0) return null;
  return (
    <section>
      <h3 className="sec">{t('ranking:laureates.title', { count: list.laureates.length })}</h3>
      <p className="caption">{list.ranked ? t('ranking:laureates.byPlace') : t('ranking:laureates.alphabetical')}</p>
      <ul className="rank-laureates">
        {list.laureates.map((laureate) => (
          <li key={laureate.entry}>
            {laureate.place === null ? null : <b className="num">{laureate.place}</b>}
            <span>
              {laureate.name}{' '}
              <small className="caption">{affiliation(nomineeIn(people.nominees, laureate.nominee), category)}</small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The united list before any document: everybody whom some list names, and which one. */
function AllLists({ category }: Pick<SideProps, 'category'>) {
  const t = useText();
  const language = useLanguage();
  const { contest, people } = useSnapshot();
  const united = useRanking((s) => s.united);
  if (united === null) return null;
  const lists = contest.rounds.filter((round) => namesWinners(contest, round));
  const laureates = united.decided ? united.laureates : [];
  const countOf = (list: RoundId) => laureates.filter(({ round }) => round === list).length;
  return (
    <section>
      <h3 className="sec">{t('ranking:united.title')}</h3>
      {united.decided ? (
        <>
          <p className="caption">
            {lists.map(({ id }) => `${roundName(contest, id, language)}: ${countOf(id)}`).join(', ')}
          </p>
          <ul className="rank-laureates">
            {laureates.map(({ entry, nominee, name, round }) => (
              <li key={entry}>
                <span>
                  {name}{' '}
                  <small className="caption">
                    {[roundName(contest, round, language), affiliation(nomineeIn(people.nominees, nominee), category)]
                      .filter((part) => part !== '')
                      .join(', ')}
                  </small>
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p className="small t2">{t('ranking:united.open')}</p>
      )}
    </section>
  );
}

function Rules({ standing }: Pick<SideProps, 'standing'>) {
  const t = useText();
  const language = useLanguage();
  const { contest } = useSnapshot();
  const parts = standing.rows[0]?.parts ?? [];
  const { acrossJurors } = contest.rules.aggregation;
  const rounded = roundedStages(contest, t);
  const isTable = contest.rounds.some((one) => one.id === standing.round && isTallyRound(one));
  return (
    <section>
      <h3 className="sec">{t('ranking:rules.title')}</h3>
      <p className="small t2">
        {parts.length > 1
          ? t('ranking:rules.blend', {
              parts: parts
                .map(
                  (part) => `${roundName(contest, part.round, language)} ${weightText(contest, part.weight, language)}`,
                )
                .join(' + '),
            })
          : null}
        {isTable
          ? t('ranking:rules.table')
          : ` ${t(`setup:count.${acrossJurors}`)}. ${t(`setup:count.${acrossJurors}Note`)} ${t('ranking:rules.missing')}`}
      </p>
      {rounded === '' ? null : <p className="small t2">{t('ranking:rules.rounded', { stages: rounded })}</p>}
      {contest.rules.ties.length === 0 ? null : (
        <>
          <p className="small t2">{t('ranking:rules.ties')}</p>
          <ol className="rank-chain">
            {contest.rules.ties.map((step, index) => (
              <li key={`${step.rule}-${String(index)}`}>{t(`ranking:rule.${step.rule}`)}</li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
