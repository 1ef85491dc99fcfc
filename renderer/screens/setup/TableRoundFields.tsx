import { formatNumber } from '@shared/domain/format';
import { measureOf } from '@shared/domain/tallies';
import type { LocalText } from '@shared/model/language';
import type { TableRules } from '@shared/model/round';
import { maxTallyColumns } from '@shared/model/tally';
import { Button } from '../../components/Button';
import { RadioGroup } from '../../components/Choice';
import { FigureField } from '../../components/FigureField';
import { useLanguage, useText } from '../../i18n';
import { LocalTextField } from '../head/LocalTextField';
import { isCount } from './figures';
import { PointsByPlace } from './PointsByPlace';

const measures = ['votes', 'place', 'higher', 'lower', 'answers'] as const;
type Measure = (typeof measures)[number];
type Results = Extract<TableRules, { readonly kind: 'results_table' }>;

/** A table of this kind with nothing else said yet; what both kinds have is kept. */
function tableOf(measure: Measure, before: TableRules | null): TableRules {
  switch (measure) {
    case 'votes':
      return { kind: 'vote_import', columns: [], winnersCount: null };
    case 'answers':
      return { kind: 'count', questions: 10, pointsPerAnswer: 1 };
    default: {
      const { pointsByPlace, participation, columns } =
        before?.kind === 'results_table' ? before : { pointsByPlace: [3, 2, 1], participation: 0, columns: undefined };
      return {
        kind: 'results_table',
        pointsByPlace: pointsByPlace.length === 0 && measure !== 'higher' ? [3, 2, 1] : pointsByPlace,
        participation,
        measure,
        ...(columns === undefined ? {} : { columns }),
      };
    }
  }
}

export const newTable: TableRules = tableOf('place', null);

/** What a round's table holds and what it is worth. Once rows are written, what they mean stays as it is. */
export function TableRoundFields({
  table,
  hasRows,
  isList,
  isDisabled,
  onChange,
}: {
  readonly table: TableRules;
  readonly hasRows: boolean;
  /** Whether the round names winners of its own in a union of lists. */
  readonly isList: boolean;
  readonly isDisabled: boolean;
  readonly onChange: (table: TableRules) => void;
}) {
  const t = useText();
  const language = useLanguage();
  const figure = (label: string, value: number | null, take: (value: number) => void, help?: string) => (
    <FigureField
      label={label}
      notAFigure={t('setup:notAFigure')}
      value={value}
      format={(own) => formatNumber(own, language)}
      onChange={(typed) => {
        if (typed !== null) take(typed);
      }}
      {...(help === undefined ? {} : { help })}
    />
  );
  return (
    <>
      <RadioGroup
        label={t('setup:table.label')}
        help={hasRows ? t('setup:table.hasRows') : t('setup:table.noRows')}
        value={measureOf(table)}
        isDisabled={isDisabled || hasRows}
        options={measures.map((id) => ({ id, label: t(`setup:table.${id}`), note: t(`setup:table.${id}Note`) }))}
        onChange={(measure) => {
          onChange(tableOf(measure, table));
        }}
      />
      {table.kind === 'count' ? (
        <>
          {figure(t('setup:table.questions'), table.questions, (questions) => {
            if (isCount(questions)) onChange({ ...table, questions });
          })}
          {figure(t('setup:table.perAnswer'), table.pointsPerAnswer, (pointsPerAnswer) => {
            if (pointsPerAnswer > 0 && pointsPerAnswer <= 1000) onChange({ ...table, pointsPerAnswer });
          })}
        </>
      ) : null}
      {table.kind === 'vote_import' && isList ? (
        <FigureField
          label={t('setup:table.winners')}
          help={t('setup:table.winnersHelp')}
          notAFigure={t('setup:notAFigure')}
          value={table.winnersCount}
          onChange={(winnersCount) => {
            if (winnersCount === null || isCount(winnersCount)) onChange({ ...table, winnersCount });
          }}
        />
      ) : null}
      {table.kind === 'results_table' ? (
        <>
          <PointsByPlace
            points={table.pointsByPlace}
            mayBeEmpty={table.measure === 'higher'}
            onChange={(pointsByPlace) => {
              onChange({ ...table, pointsByPlace: [...pointsByPlace] });
            }}
          />
          {table.pointsByPlace.length === 0
            ? null
            : figure(
                t('setup:table.participation'),
                table.participation,
                (participation) => {
                  if (participation >= 0 && participation <= 1000) onChange({ ...table, participation });
                },
                t('setup:table.participationHelp'),
              )}
          <Columns table={table} isFixed={isDisabled || hasRows} onChange={onChange} />
        </>
      ) : null}
    </>
  );
}

const unnamed: LocalText = { kk: '', ru: '', en: '' };

/** Figures of one row that are added up; how many there are is fixed once rows are written, their names are not. */
function Columns({
  table,
  isFixed,
  onChange,
}: {
  readonly table: Results;
  readonly isFixed: boolean;
  readonly onChange: (table: Results) => void;
}) {
  const t = useText();
  const { columns = [] } = table;
  const set = (changed: readonly LocalText[]) => {
    const { columns: _before, ...others } = table;
    onChange(changed.length === 0 ? others : { ...others, columns: [...changed] });
  };
  return (
    <>
      {columns.map((name, index) => (
        <LocalTextField
          key={index}
          legend={t('setup:table.column', { number: index + 1 })}
          value={name}
          onChange={(changed) => {
            set(columns.with(index, changed));
          }}
        />
      ))}
      <p className="help">{t(columns.length === 0 ? 'setup:table.oneColumn' : 'setup:table.addedUp')}</p>
      {isFixed ? null : (
        <div className="btn-row">
          <Button
            variant="quiet"
            size="small"
            isDisabled={columns.length >= maxTallyColumns}
            onPress={() => {
              set(columns.length === 0 ? [unnamed, unnamed] : [...columns, unnamed]);
            }}
          >
            {t('setup:table.addColumn')}
          </Button>
          {columns.length === 0 ? null : (
            <Button
              variant="quiet"
              size="small"
              onPress={() => {
                set(columns.length <= 2 ? [] : columns.slice(0, -1));
              }}
            >
              {t('setup:table.removeColumn')}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
