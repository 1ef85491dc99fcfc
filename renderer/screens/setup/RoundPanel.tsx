import { formatNumber } from '@shared/domain/format';
import type { Advance } from '@shared/model/round';
import type { Category } from '@shared/model/category';
import type { Scale } from '@shared/model/criteria';
import { inLanguage } from '@shared/model/language';
import { FigureField } from '../../components/FigureField';
import { RadioGroup } from '../../components/Choice';
import { SidePanel } from '../../components/SidePanel';
import { useLanguage, useText } from '../../i18n';
import { useSnapshot } from '../../stores/contest';
import type { RoundDraft } from '../../stores/setup';
import { LocalTextField } from '../head/LocalTextField';
import { isCount } from './figures';
import { InPanel } from './panel';
import { TableRoundFields } from './TableRoundFields';

const subs = {
  technical: 'setup:rounds.technicalNote',
  jury: 'setup:rounds.jury',
  table: 'setup:rounds.table',
} as const;
const modes = ['all', 'each_category', 'per_category', 'per_region'] as const;

export interface RoundPanelProps {
  readonly round: RoundDraft;
  readonly title: string;
  readonly isLast: boolean;
  readonly isLocked: boolean;
  /** Whether rounds name winners of their own. */
  readonly isList: boolean;
  readonly onChange: (part: Partial<RoundDraft>) => void;
}

export function RoundPanel({ round, title, isLast, isLocked, isList, onChange }: RoundPanelProps) {
  const t = useText();
  const { contest, people, tallies } = useSnapshot();
  const own = new Set(people.entries.filter((entry) => entry.round === round.id).map((entry) => entry.id));
  return (
    <InPanel>
      <SidePanel title={title} sub={t(subs[round.kind])}>
        <fieldset className="setup-form" disabled={isLocked}>
          <LocalTextField
            legend={t('setup:rounds.name')}
            value={round.name}
            onChange={(name) => {
              onChange({ name });
            }}
          />
          {round.scale === null ? null : (
            <ScaleFields
              scale={round.scale}
              onChange={(scale) => {
                onChange({ scale });
              }}
            />
          )}
          {round.table === undefined ? null : (
            <TableRoundFields
              table={round.table}
              hasRows={tallies.some((tally) => own.has(tally.entry))}
              isList={isList}
              isDisabled={isLocked}
              onChange={(table) => {
                onChange({ table });
              }}
            />
          )}
          {isLast ? (
            <p className="help">{t('setup:advance.lastNote')}</p>
          ) : (
            <AdvanceFields
              advance={round.advance}
              categories={contest.categories}
              isDisabled={isLocked}
              onChange={(advance) => {
                onChange({ advance });
              }}
            />
          )}
        </fieldset>
      </SidePanel>
    </InPanel>
  );
}

function ScaleFields({ scale, onChange }: { readonly scale: Scale; readonly onChange: (scale: Scale) => void }) {
  const t = useText();
  const language = useLanguage();
  return (
    <fieldset>
      <legend className="lab">{t('setup:criteria.scale')}</legend>
      <div className="scale-fields">
        {(['min', 'max', 'step'] as const).map((part) => (
          <FigureField
            key={part}
            label={t(`setup:scale.${part}`)}
            notAFigure={t('setup:notAFigure')}
            value={scale[part]}
            format={(value) => formatNumber(value, language)}
            onChange={(figure) => {
              if (figure !== null) onChange({ ...scale, [part]: figure });
            }}
          />
        ))}
      </div>
    </fieldset>
  );
}

function AdvanceFields({
  advance,
  categories,
  isDisabled,
  onChange,
}: {
  readonly advance: Advance;
  readonly categories: readonly Category[];
  readonly isDisabled: boolean;
  readonly onChange: (advance: Advance) => void;
}) {
  const t = useText();
  const language = useLanguage();
  const before = 'count' in advance ? advance.count : 10;
  const fresh = (mode: Advance['mode']): Advance => {
    if (mode === 'all') return { mode };
    if (mode !== 'per_category') return { mode, count: before };
    return { mode, counts: Object.fromEntries(categories.map(({ key }) => [key, before])) };
  };
  return (
    <>
      <RadioGroup
        label={t('setup:rounds.advance')}
        help={t('setup:advance.tied')}
        options={modes
          .filter((mode) => mode !== 'per_region' || advance.mode === 'per_region')
          .map((id) => ({ id, label: t(`setup:advance.${id}`) }))}
        value={advance.mode}
        isDisabled={isDisabled}
        onChange={(mode) => {
          onChange(fresh(mode));
        }}
      />
      {advance.mode === 'each_category' || advance.mode === 'per_region' ? (
        <FigureField
          label={t('setup:advance.count')}
          notAFigure={t('setup:notAFigure')}
          value={advance.count}
          onChange={(count) => {
            if (isCount(count)) onChange({ ...advance, count });
          }}
        />
      ) : null}
      {advance.mode === 'per_category'
        ? categories.map(({ key, name }) => (
            <FigureField
              key={key}
              label={inLanguage(name, language)}
              notAFigure={t('setup:notAFigure')}
              value={advance.counts[key] ?? null}
              onChange={(count) => {
                if (isCount(count)) onChange({ ...advance, counts: { ...advance.counts, [key]: count } });
              }}
            />
          ))
        : null}
    </>
  );
}
