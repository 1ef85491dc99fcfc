import { Plus } from 'lucide-react';
import type { WinnersRule } from '@shared/model/category';
import { Button } from '../../components/Button';
import { FigureField } from '../../components/FigureField';
import { Select } from '../../components/Select';
import { useText, type Translate } from '../../i18n';
import { isCount } from './figures';

const modes = ['single', 'laureates_unranked', 'ranked', 'grants_by_rank', 'jury_choice', 'pooled'] as const;

/** A fresh rule of a kind, keeping the number that was set before where it means the same. */
function ruleOf(mode: WinnersRule['mode'], before: WinnersRule): WinnersRule {
  const count = 'count' in before && before.count !== null && before.count > 1 ? before.count : 10;
  switch (mode) {
    case 'single':
      return { mode, count: 1 };
    case 'ranked':
      return { mode, places: [1, 2, 3].map((place) => ({ place, count: 1 })) };
    case 'pooled':
      return { mode };
    case 'laureates_unranked':
    case 'grants_by_rank':
    case 'jury_choice':
      return { mode, count };
  }
}

export function winnersText(winners: WinnersRule, t: Translate): string {
  switch (winners.mode) {
    case 'ranked':
      return t('setup:winners.rankedShort', { places: winners.places.length });
    case 'laureates_unranked':
    case 'jury_choice':
      return `${t(`setup:winners.${winners.mode}`)}: ${winners.count}`;
    case 'grants_by_rank':
      return winners.count === null
        ? t('setup:winners.byFund')
        : `${t('setup:winners.grants_by_rank')}: ${winners.count}`;
    case 'single':
    case 'pooled':
      return t(`setup:winners.${winners.mode}`);
  }
}

export function WinnersFields({
  winners,
  onChange,
  isDisabled,
}: {
  readonly winners: WinnersRule;
  readonly onChange: (winners: WinnersRule) => void;
  readonly isDisabled: boolean;
}) {
  const t = useText();
  return (
    <>
      <Select
        label={t('setup:categories.winners')}
        options={modes.map((id) => ({ id, label: t(`setup:winners.${id}`) }))}
        value={winners.mode}
        isDisabled={isDisabled}
        onChange={(mode) => {
          onChange(ruleOf(mode, winners));
        }}
      />
      {winners.mode === 'laureates_unranked' || winners.mode === 'jury_choice' ? (
        <Count
          value={winners.count}
          onChange={(count) => {
            if (count !== null) onChange({ ...winners, count });
          }}
        />
      ) : null}
      {winners.mode === 'grants_by_rank' ? (
        <Count
          value={winners.count}
          help={t('setup:winners.emptyByFund')}
          onChange={(count) => {
            onChange({ ...winners, count });
          }}
        />
      ) : null}
      {winners.mode === 'ranked' ? (
        <div className="place-counts">
          {winners.places.map(({ place, count }, index) => (
            <FigureField
              key={place}
              label={t('setup:winners.place', { place })}
              notAFigure={t('setup:notAFigure')}
              value={count}
              onChange={(figure) => {
                if (isCount(figure)) {
                  onChange({ ...winners, places: winners.places.with(index, { place, count: figure }) });
                }
              }}
            />
          ))}
          {isDisabled ? null : (
            <div className="btn-row">
              <Button
                variant="quiet"
                size="small"
                icon={<Plus className="ic" aria-hidden />}
                onPress={() => {
                  const place = (winners.places.at(-1)?.place ?? 0) + 1;
                  onChange({ ...winners, places: [...winners.places, { place, count: 1 }] });
                }}
              >
                {t('setup:winners.addPlace')}
              </Button>
              {winners.places.length > 1 ? (
                <Button
                  variant="quiet"
                  size="small"
                  onPress={() => {
                    onChange({ ...winners, places: winners.places.slice(0, -1) });
                  }}
                >
                  {t('setup:winners.removePlace')}
                </Button>
              ) : null}
            </div>
          )}
        </div>
      ) : null}
    </>
  );
}

function Count({
  value,
  onChange,
  help,
}: {
  readonly value: number | null;
  readonly onChange: (count: number | null) => void;
  readonly help?: string;
}) {
  const t = useText();
  return (
    <FigureField
      label={t('setup:winners.count')}
      notAFigure={t('setup:notAFigure')}
      value={value}
      onChange={(figure) => {
        if (figure === null || isCount(figure)) onChange(figure);
      }}
      {...(help === undefined ? {} : { help })}
    />
  );
}
