import { isOut } from './seats';
import { formatNumber } from '@shared/domain/format';
import type { Criterion } from '@shared/model/criteria';
import { inLanguage } from '@shared/model/language';
import type { Round } from '@shared/model/round';
import { Checkbox } from '../../components/Choice';
import { FigureField } from '../../components/FigureField';
import { useLanguage, useText } from '../../i18n';
import { useSnapshot } from '../../stores/contest';
import type { Trial } from './trial';

/** Who and what counts in the sandbox. Where marks are added up as they are, a criterion only counts or does not. */
export function WhatIfForm({
  round,
  criteria,
  trial,
  onTrial,
}: {
  readonly round: Round;
  readonly criteria: readonly Criterion[];
  readonly trial: Trial;
  readonly onTrial: (trial: Trial) => void;
}) {
  const t = useText();
  const language = useLanguage();
  const { contest, jury } = useSnapshot();
  const isWeighed = contest.rules.aggregation.perJuror !== 'points';
  const jurors = jury.jurors.filter(({ id }) => !isOut(jury.seats, round.id, id));
  const weigh = (criterion: Criterion, weight: number | null) => {
    onTrial({ ...trial, weights: new Map([...trial.weights, [criterion.id, weight]]) });
  };
  const weightOf = ({ id, weight }: Criterion) => {
    const own = trial.weights.get(id);
    return own === undefined ? weight : own;
  };
  return (
    <>
      <fieldset className="stack-tight">
        <legend className="lab">{t('analysis:whatIf.jurors')}</legend>
        {jurors.map(({ id, name }) => (
          <Checkbox
            key={id}
            label={name}
            isSelected={!trial.without.includes(id)}
            onChange={(counts) => {
              const without = counts ? trial.without.filter((one) => one !== id) : [...trial.without, id];
              onTrial({ ...trial, without });
            }}
          />
        ))}
        <p className="caption">{t('analysis:whatIf.jurorsNote')}</p>
      </fieldset>
      <fieldset className="stack-tight">
        <legend className="lab">{t(isWeighed ? 'analysis:whatIf.criteria' : 'analysis:whatIf.criteriaOnly')}</legend>
        {criteria.map((criterion) =>
          isWeighed ? (
            <FigureField
              key={criterion.id}
              className="sandbox-weight"
              label={inLanguage(criterion.name, language)}
              value={percentOf(weightOf(criterion))}
              format={(value) => formatNumber(value, language)}
              onChange={(percent) => {
                weigh(criterion, basisPointsOf(percent));
              }}
              unit="%"
              notAFigure={t('analysis:whatIf.notAWeight')}
              error={weightOf(criterion) === null ? t('analysis:whatIf.notAWeight') : null}
            />
          ) : (
            <Checkbox
              key={criterion.id}
              label={inLanguage(criterion.name, language)}
              isSelected={trial.weights.get(criterion.id) !== 0}
              onChange={(counts) => {
                weigh(criterion, counts ? criterion.weight : 0);
              }}
            />
          ),
        )}
        {isWeighed ? <p className="caption">{t('analysis:whatIf.criteriaNote')}</p> : null}
      </fieldset>
    </>
  );
}

const percentOf = (weight: number | null): number | null => (weight === null ? null : weight / 100);

/** Null: empty, or outside of what a weight can be. */
const basisPointsOf = (percent: number | null): number | null =>
  percent === null || percent < 0 || percent > 100 ? null : Math.round(percent * 100);
