import { isFieldMethod } from '@shared/domain/fieldMethods';
import { formatDecimal, formatPercent } from '@shared/domain/format';
import type { Category } from '@shared/model/category';
import type { CriterionId } from '@shared/model/ids';
import type { FieldMethod } from '@shared/model/rules';
import type { ExplainedCard, ExplainedRound } from '@shared/model/explanation';
import { MarkCell } from '../../components/MarkCell';
import { Table } from '../../components/Table';
import { useLanguage, useText } from '../../i18n';
import { useSnapshot } from '../../stores/contest';
import { shown } from './figures';
import { criteriaOf, criterionName } from './words';

/** Marks of every juror, sub-totals at right, means and points at the foot: rows and columns both add up. */
export function ExplainedRoundTable({
  round,
  category,
}: {
  readonly round: ExplainedRound;
  readonly category: Category;
}) {
  const t = useText();
  const language = useLanguage();
  const { contest } = useSnapshot();
  const { acrossJurors } = contest.rules.aggregation;
  const given = isFieldMethod(acrossJurors) && acrossJurors !== 'majority_judgment' ? acrossJurors : null;
  const columns = columnsOf(round);
  const weightOf = (id: CriterionId) =>
    criteriaOf(contest, category, round.round).find((c) => c.id === id)?.weight ?? 0;
  const means = new Map(round.criteria.map((criterion) => [criterion.criterion, criterion]));
  return (
    <>
      <div className="table-scroll">
        <Table label={t('ranking:explain.table')} className="rank-cells">
          <thead>
            <tr>
              <th scope="col">{t('ranking:explain.juror')}</th>
              {columns.map((id, index) => (
                <th key={id} scope="col" className="c">
                  <span aria-hidden>{index + 1}</span>
                  <span className="vh">{criterionName(contest, id, language)}</span>
                </th>
              ))}
              <th scope="col" className="r">
                {t('ranking:explain.subtotal')}
              </th>
              {given === null ? null : (
                <th scope="col" className="r">
                  {t(`ranking:explain.given.${given}`)}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {round.cards.map((card) => (
              <CardRow key={card.juror} card={card} columns={columns} round={round} hasGiven={given !== null} />
            ))}
          </tbody>
          {round.mean === null ? null : (
            <tfoot>
              <tr>
                <th scope="row">{t('ranking:explain.mean')}</th>
                {columns.map((id) => (
                  <td key={id} className="c num">
                    {shown(means.get(id)?.mean ?? null, language)}
                  </td>
                ))}
              </tr>
              {isFieldMethod(acrossJurors) ? (
                <tr className="rank-points">
                  <th scope="row">{t('ranking:explain.figure')}</th>
                  <td colSpan={columns.length + (given === null ? 1 : 2)} className="r num">
                    {shown(round.mean, language)}
                  </td>
                </tr>
              ) : (
                <tr className="rank-points">
                  <th scope="row">{t('ranking:explain.points')}</th>
                  {columns.map((id) => (
                    <td key={id} className="c num">
                      {shown(means.get(id)?.points ?? null, language)}
                    </td>
                  ))}
                  <td className="r num">{shown(round.mean, language)}</td>
                </tr>
              )}
            </tfoot>
          )}
        </Table>
      </div>
      {isFieldMethod(acrossJurors) ? <p className="small t2">{t(noteOf(acrossJurors))}</p> : null}
      {round.untrimmed ? <p className="small t-wait">{t('ranking:explain.untrimmed')}</p> : null}
      <ol className="rank-legend">
        {columns.map((id) => (
          <li key={id}>
            {criterionName(contest, id, language)}
            <span className="num"> {formatPercent(weightOf(id) / 100, language)}</span>
          </li>
        ))}
      </ol>
    </>
  );
}

/** How a method over the jurors' lists makes the figure. */
function noteOf(method: FieldMethod) {
  switch (method) {
    case 'majority_judgment':
      return 'ranking:explain.byMedian';
    case 'copeland':
    case 'schulze':
      return 'ranking:explain.byDuels';
    case 'skating':
      return 'ranking:explain.bySkating';
    default:
      return 'ranking:explain.byField';
  }
}

const columnsOf = (round: ExplainedRound): readonly CriterionId[] =>
  round.cards.reduce<readonly CriterionId[]>(
    (longest, card) => (card.marks.length > longest.length ? card.marks.map(({ criterion }) => criterion) : longest),
    round.criteria.map(({ criterion }) => criterion),
  );

function CardRow({
  card,
  columns,
  round,
  hasGiven,
}: {
  readonly card: ExplainedCard;
  readonly columns: readonly CriterionId[];
  readonly round: ExplainedRound;
  readonly hasGiven: boolean;
}) {
  const t = useText();
  const language = useLanguage();
  const { jury } = useSnapshot();
  const juror = jury.jurors.find(({ id }) => id === card.juror);
  const name = (
    <th scope="row">
      {juror?.name ?? ''}
      {card.comment === '' ? null : <small className="caption">«{card.comment}»</small>}
    </th>
  );
  if (card.state !== 'scored' && card.state !== 'incomplete') {
    return (
      <tr className="rank-out">
        {name}
        <td
          colSpan={columns.length + (hasGiven ? 2 : 1)}
          className={card.state === 'recused' ? 't2 hatch' : card.state === 'absent' ? 't2' : 't-wait'}
        >
          <LeftOut card={card} round={round} />
        </td>
      </tr>
    );
  }
  const marks = new Map(card.marks.map((mark) => [mark.criterion, mark.value]));
  return (
    <tr>
      {name}
      {columns.map((id) => {
        const value = marks.get(id) ?? null;
        return (
          <td key={id} className="c">
            <MarkCell
              small
              value={value === null ? null : Number(value)}
              format={() => formatDecimal(value ?? '', language)}
              blankLabel={t('ranking:explain.blank')}
            />
          </td>
        );
      })}
      <td className="r num strong">
        {card.subtotal === null ? (
          <span className="t-wait small">{t('ranking:explain.notCounted')}</span>
        ) : card.dropped ? (
          <>
            <s className="t3">{shown(card.subtotal, language)}</s>
            <small className="caption rank-dropped">{t('ranking:explain.dropped')}</small>
          </>
        ) : (
          shown(card.subtotal, language)
        )}
      </td>
      {hasGiven ? <td className="r num">{shown(card.given, language)}</td> : null}
    </tr>
  );
}

/** Why a juror's card does not count, with the reason that was given. */
function LeftOut({ card, round }: { readonly card: ExplainedCard; readonly round: ExplainedRound }) {
  const t = useText();
  const { jury } = useSnapshot();
  const seat = jury.seats.find((one) => one.round === round.round && one.juror === card.juror)?.attendance;
  if (card.state === 'absent' && seat?.state === 'replaced') {
    const by = jury.jurors.find(({ id }) => id === seat.by)?.name ?? '';
    return <span>{t('ranking:explain.replaced', { name: by, reason: seat.reason })}</span>;
  }
  const reason =
    card.state === 'recused' && card.recusalGround !== null
      ? t(`ranking:ground.${card.recusalGround}`)
      : card.state === 'absent' && seat?.state === 'absent'
        ? seat.reason
        : '';
  const state = t(`common:card.${card.state}`);
  return <span>{reason === '' ? state : `${state}: ${reason}`}</span>;
}
