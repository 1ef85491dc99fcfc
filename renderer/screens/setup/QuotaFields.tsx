import { Plus, Trash2 } from 'lucide-react';
import type { Quota } from '@shared/model/rules';
import { inLanguage } from '@shared/model/language';
import { Button } from '../../components/Button';
import { FigureField } from '../../components/FigureField';
import { MenuPopover } from '../../components/Menu';
import { Switch } from '../../components/Choice';
import { useLanguage, useText } from '../../i18n';
import { useSnapshot } from '../../stores/contest';
import { isCount } from './figures';
import { publicFieldsOf } from './publicFieldsOf';

/** At most so many laureates who share a value of a field: a university, a region. */
export function QuotaFields({
  quotas,
  isDisabled,
  onChange,
}: {
  readonly quotas: readonly Quota[];
  readonly isDisabled: boolean;
  readonly onChange: (quotas: readonly Quota[]) => void;
}) {
  const t = useText();
  const language = useLanguage();
  const { contest } = useSnapshot();
  const fields = publicFieldsOf(contest);
  const limits = quotas.filter(({ maxWinners }) => maxWinners !== null);
  const nameOf = (quota: Quota) => {
    const field = fields.find(({ id }) => id === quota.by);
    return inLanguage(quota.text, language) || (field === undefined ? quota.by : inLanguage(field.label, language));
  };
  const change = (quota: Quota, part: Partial<Quota>) => {
    onChange(quotas.map((one) => (one === quota ? { ...one, ...part } : one)));
  };
  const offered = fields.filter(({ type }) => type === 'text' || type.startsWith('ref:'));
  return (
    <fieldset>
      <legend className="lab">{t('setup:quotas.label')}</legend>
      <p className="help">{t('setup:quotas.note')}</p>
      <ul className="quota-list">
        {limits.map((quota) => (
          <li key={quota.key}>
            <Switch
              label={nameOf(quota)}
              isDisabled={isDisabled}
              isSelected={quota.on}
              onChange={(on) => {
                change(quota, { on });
              }}
            />
            <div className="quota-parts">
              <FigureField
                label={t('setup:quotas.most')}
                notAFigure={t('setup:notAFigure')}
                value={quota.maxWinners}
                onChange={(maxWinners) => {
                  if (isCount(maxWinners)) change(quota, { maxWinners });
                }}
              />
              <Switch
                label={t('setup:quotas.perCategory')}
                isDisabled={isDisabled}
                isSelected={quota.perCategory}
                onChange={(perCategory) => {
                  change(quota, { perCategory });
                }}
              />
              {isDisabled ? null : (
                <Button
                  variant="quiet"
                  size="small"
                  icon={<Trash2 className="ic" aria-hidden />}
                  aria-label={t('setup:removeItem', { name: nameOf(quota) })}
                  onPress={() => {
                    onChange(quotas.filter((one) => one !== quota));
                  }}
                >
                  {t('common:remove')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {isDisabled || offered.length === 0 ? null : (
        <MenuPopover
          label={t('setup:quotas.add')}
          entries={offered.map(({ id, label }) => ({
            id,
            label: inLanguage(label, language) || id,
            onAction: () => {
              onChange([...quotas, freshQuota(id, label, quotas)]);
            },
          }))}
        >
          <Button variant="quiet" icon={<Plus className="ic" aria-hidden />}>
            {t('setup:quotas.add')}
          </Button>
        </MenuPopover>
      )}
    </fieldset>
  );
}

/** A key that no quota of the contest has. */
function freshQuota(by: string, text: Quota['text'], quotas: readonly Quota[]): Quota {
  let n = 1;
  while (quotas.some(({ key }) => key === `winners_${n}`)) n += 1;
  return {
    key: `winners_${n}`,
    text,
    by,
    maxNominees: null,
    maxWinners: 1,
    category: null,
    round: null,
    perCategory: false,
    on: true,
  };
}
