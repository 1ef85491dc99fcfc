import type { PairExplanation } from '@shared/model/explanation';
import { ColumnHead, Table } from '../../components/Table';
import { useLanguage, useText } from '../../i18n';
import { useSnapshot } from '../../stores/contest';
import { shown } from './figures';
import { roundName } from './words';

/** Beside each other what every juror gave to the two, where the jurors' lists decide: places, points, corrected scores. */
export function PairOfJurors({
  explanation: { jurors, upperTotal, lowerTotal },
  upper,
  lower,
}: {
  readonly explanation: PairExplanation;
  readonly upper: string;
  readonly lower: string;
}) {
  const t = useText();
  const language = useLanguage();
  const { contest, jury } = useSnapshot();
  const rounds = new Set(jurors.map(({ round }) => round));
  const nameOf = (id: (typeof jurors)[number]['juror']) => jury.jurors.find((juror) => juror.id === id)?.name ?? '';
  return (
    <div className="table-scroll">
      <Table label={t('ranking:compare.jurors')} className="rank-cells">
        <thead>
          <tr>
            <ColumnHead>{t('ranking:compare.juror')}</ColumnHead>
            <ColumnHead align="right">{upper}</ColumnHead>
            <ColumnHead align="right">{lower}</ColumnHead>
          </tr>
        </thead>
        <tbody>
          {jurors.map((own) => (
            <tr key={`${own.round}/${own.juror}`}>
              <th scope="row">
                {nameOf(own.juror)}
                {rounds.size > 1 ? <small className="caption">{roundName(contest, own.round, language)}</small> : null}
              </th>
              <td className="r num">{shown(own.upper, language)}</td>
              <td className="r num">{shown(own.lower, language)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="rank-points">
            <th scope="row">{t('ranking:column.total')}</th>
            <td className="r num strong">{shown(upperTotal, language)}</td>
            <td className="r num strong">{shown(lowerTotal, language)}</td>
          </tr>
        </tfoot>
      </Table>
    </div>
  );
}
