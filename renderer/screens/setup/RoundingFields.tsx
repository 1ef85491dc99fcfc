import { roundingApplied, roundingStagesOf } from '@shared/domain/fieldMethods';
import { placeStyles, type Rounding, type RoundingStage } from '@shared/model/rules';
import { Select } from '../../components/Select';
import { useText } from '../../i18n';
import type { RulesDraft } from '../../stores/setup';

const decimals = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** Without the stages that mean nothing with this method. */
export const roundingFor = (across: RulesDraft['across'], rounding: Rounding): Rounding =>
  Object.fromEntries(roundingApplied({ ...across, rounding }));

/** What is rounded, stage by stage, and how equals are numbered. */
export function RoundingFields({
  draft: { across, rounding, placeStyle },
  isDisabled,
  onChange,
}: {
  readonly draft: Pick<RulesDraft, 'across' | 'rounding' | 'placeStyle'>;
  readonly isDisabled: boolean;
  readonly onChange: (part: Partial<Pick<RulesDraft, 'rounding' | 'placeStyle'>>) => void;
}) {
  const t = useText();
  const options = [
    { id: 'exact', label: t('setup:rounding.exact') },
    ...decimals.map((digits) => ({ id: String(digits), label: t('setup:rounding.digits', { digits }) })),
  ];
  const setStage = (stage: RoundingStage, chosen: string) => {
    const { [stage]: _before, ...others } = rounding;
    onChange({ rounding: chosen === 'exact' ? others : { ...others, [stage]: Number(chosen) } });
  };
  return (
    <>
      <div>
        <p className="lab">{t('setup:rounding.label')}</p>
        <p className="help">{t('setup:rounding.note')}</p>
        <div className="rounding-fields">
          {roundingStagesOf(across).map((stage) => (
            <Select
              key={stage}
              label={t(`setup:rounding.${stage}`)}
              isDisabled={isDisabled}
              options={options}
              value={String(rounding[stage] ?? 'exact')}
              onChange={(chosen) => {
                setStage(stage, chosen);
              }}
            />
          ))}
        </div>
      </div>
      <Select
        label={t('setup:placeStyle.label')}
        help={t('setup:placeStyle.help')}
        isDisabled={isDisabled}
        options={placeStyles.map((id) => ({ id, label: t(`setup:placeStyle.${id}`) }))}
        value={placeStyle}
        onChange={(chosen) => {
          onChange({ placeStyle: chosen });
        }}
      />
    </>
  );
}
