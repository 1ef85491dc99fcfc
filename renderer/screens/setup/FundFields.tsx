import { formatNumber } from '@shared/domain/format';
import { shortages, type Budget } from '@shared/model/rules';
import { inLanguage } from '@shared/model/language';
import { FigureField } from '../../components/FigureField';
import { RadioGroup, Switch } from '../../components/Choice';
import { Select } from '../../components/Select';
import { TextField } from '../../components/TextField';
import { useLanguage, useText } from '../../i18n';
import { useSnapshot } from '../../stores/contest';
import { publicFieldsOf } from './publicFieldsOf';

const fresh: Budget = { fundTotal: null, perGrantMax: null, currency: 'KZT', allocate: null };
const equal = 'equal';

/** A fund that grants are paid from by rank, over all categories that give grants. */
export function FundFields({
  budget,
  isDisabled,
  onChange,
}: {
  readonly budget: Budget | null;
  readonly isDisabled: boolean;
  readonly onChange: (budget: Budget | null) => void;
}) {
  const t = useText();
  const language = useLanguage();
  const { contest } = useSnapshot();
  const fields = publicFieldsOf(contest).filter(({ type }) => ['money', 'int', 'decimal'].includes(type));
  const format = (value: number) => formatNumber(value, language);
  return (
    <>
      <Switch
        label={t('setup:fund.label')}
        note={t('setup:fund.note')}
        isDisabled={isDisabled}
        isSelected={budget !== null}
        onChange={(isOn) => {
          onChange(isOn ? fresh : null);
        }}
      />
      {budget === null ? null : (
        <>
          <div className="form-2">
            <FigureField
              label={t('setup:fund.total')}
              notAFigure={t('setup:notAFigure')}
              width="10rem"
              value={budget.fundTotal}
              format={format}
              onChange={(fundTotal) => {
                if (fundTotal === null || fundTotal >= 0) onChange({ ...budget, fundTotal });
              }}
            />
            <TextField
              label={t('setup:fund.currency')}
              value={budget.currency}
              maxLength={3}
              onChange={(text) => {
                const currency = text.trim().toUpperCase();
                if (/^[A-Z]{3}$/.test(currency)) onChange({ ...budget, currency });
              }}
            />
          </div>
          <Select
            label={t('setup:fund.request')}
            isDisabled={isDisabled}
            options={[
              { id: equal, label: t('setup:fund.equal') },
              ...fields.map(({ id, label }) => ({ id, label: inLanguage(label, language) || id })),
            ]}
            value={budget.request ?? equal}
            onChange={(id) => {
              const { request: _before, ...rest } = budget;
              onChange(id === equal ? rest : { ...rest, request: id });
            }}
          />
          <FigureField
            label={t(budget.request === undefined ? 'setup:fund.each' : 'setup:fund.most')}
            notAFigure={t('setup:notAFigure')}
            width="10rem"
            value={budget.perGrantMax}
            format={format}
            onChange={(perGrantMax) => {
              if (perGrantMax === null || perGrantMax >= 0) onChange({ ...budget, perGrantMax });
            }}
          />
          <RadioGroup
            label={t('setup:fund.whenShort')}
            isDisabled={isDisabled}
            value={budget.whenShort ?? 'stop'}
            options={shortages.map((id) => ({ id, label: t(`setup:fund.${id}`) }))}
            onChange={(whenShort) => {
              onChange({ ...budget, whenShort });
            }}
          />
        </>
      )}
    </>
  );
}
