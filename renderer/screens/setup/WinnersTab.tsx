import type { Threshold } from '@shared/model/rules';
import { formatNumber } from '@shared/domain/format';
import { FigureField } from '../../components/FigureField';
import { RadioGroup, Switch } from '../../components/Choice';
import { TextField } from '../../components/TextField';
import { useLanguage, useText } from '../../i18n';
import { useSnapshot } from '../../stores/contest';
import type { RulesDraft } from '../../stores/setup';
import { isCount } from './figures';
import { FundFields } from './FundFields';
import { QuotaFields } from './QuotaFields';
import { isAssignable, RulesSaveBar, useRulesDraft } from './rulesDraft';
import { useLocked } from './useLocked';

/** Who wins besides by place: the threshold, the fund, quotas, one award each. They hold over all categories. */
export function WinnersTab() {
  const t = useText();
  const locked = useLocked();
  const { contest } = useSnapshot();
  const { draft, set } = useRulesDraft();
  const { winners } = draft;
  const setWinners = (part: Partial<typeof winners>) => {
    set({ winners: { ...winners, ...part } });
  };
  const isPooled = contest.categories.some((category) => category.winners.mode === 'pooled');
  return (
    <fieldset className="setup-form" disabled={locked}>
      <ThresholdFields
        threshold={winners.threshold}
        isDisabled={locked}
        onChange={(threshold) => {
          setWinners({ threshold });
        }}
      />
      {isPooled ? (
        <FigureField
          label={t('setup:pool.count')}
          help={t('setup:pool.help')}
          notAFigure={t('setup:notAFigure')}
          value={winners.pool}
          onChange={(pool) => {
            if (pool === null || isCount(pool)) setWinners({ pool });
          }}
        />
      ) : null}
      <FundFields
        budget={winners.budget}
        isDisabled={locked}
        onChange={(budget) => {
          setWinners({ budget });
        }}
      />
      <RadioGroup
        label={t('setup:oneAward.label')}
        isDisabled={locked}
        value={awardNames.get(winners.oneAward) ?? 'none'}
        options={[
          { id: 'none', label: t('setup:oneAward.none') },
          { id: 'order', label: t('setup:oneAward.order'), note: t('setup:oneAward.orderNote') },
          { id: 'best', label: t('setup:oneAward.best'), note: t('setup:oneAward.bestNote') },
        ]}
        error={isAssignable(winners) ? null : t('setup:oneAward.noQuota')}
        onChange={(name) => {
          const [oneAward = false] = [...awardNames].find(([, own]) => own === name) ?? [];
          setWinners({ oneAward });
        }}
      />
      <QuotaFields
        quotas={winners.quotas}
        isDisabled={locked}
        onChange={(quotas) => {
          setWinners({ quotas: [...quotas] });
        }}
      />
      <RulesSaveBar />
    </fieldset>
  );
}

/** How the rules write it, and what the choice is called. */
const awardNames = new Map<RulesDraft['winners']['oneAward'], 'none' | 'order' | 'best'>([
  [false, 'none'],
  [true, 'order'],
  ['best', 'best'],
]);

const kinds = ['none', 'percent', 'points'] as const;

function ThresholdFields({
  threshold,
  isDisabled,
  onChange,
}: {
  readonly threshold: Threshold | null;
  readonly isDisabled: boolean;
  readonly onChange: (threshold: Threshold | null) => void;
}) {
  const t = useText();
  const language = useLanguage();
  const kind = threshold === null ? 'none' : 'points' in threshold ? 'points' : 'percent';
  const tail = { strict: threshold?.strict ?? false, ifNone: threshold?.ifNone ?? null };
  return (
    <>
      <RadioGroup
        label={t('setup:threshold.label')}
        isDisabled={isDisabled}
        value={kind}
        options={kinds.map((id) => ({ id, label: t(`setup:threshold.${id}`) }))}
        onChange={(next) => {
          if (next === 'none') onChange(null);
          else onChange(next === 'percent' ? { percentOfMax: 50, ...tail } : { points: 50, ...tail });
        }}
      />
      {threshold === null ? null : (
        <>
          <FigureField
            label={t(`setup:threshold.${kind === 'points' ? 'pointsFigure' : 'percentFigure'}`)}
            notAFigure={t('setup:notAFigure')}
            value={'points' in threshold ? threshold.points : threshold.percentOfMax}
            format={(value) => formatNumber(value, language)}
            onChange={(figure) => {
              if (figure === null || figure < 0) return;
              if ('points' in threshold) onChange({ ...threshold, points: figure });
              else if (figure <= 100) onChange({ ...threshold, percentOfMax: figure });
            }}
          />
          <Switch
            label={t('setup:threshold.strict')}
            isDisabled={isDisabled}
            isSelected={threshold.strict}
            onChange={(strict) => {
              onChange({ ...threshold, strict });
            }}
          />
          <TextField
            label={t('setup:threshold.ifNone')}
            help={t('setup:threshold.ifNoneHelp')}
            value={threshold.ifNone ?? ''}
            maxLength={200}
            onChange={(text) => {
              onChange({ ...threshold, ifNone: text === '' ? null : text });
            }}
          />
        </>
      )}
    </>
  );
}
