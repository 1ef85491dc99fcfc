import { Plus } from 'lucide-react';
import { useState } from 'react';
import { formatNumber, formatPercent } from '@shared/domain/format';
import { fullWeight, type Scale } from '@shared/model/criteria';
import type { Category } from '@shared/model/category';
import type { Contest } from '@shared/model/contest';
import { inLanguage, type Language } from '@shared/model/language';
import { ok, type Result } from '@shared/result';
import { Button } from '../../components/Button';
import { FigureField } from '../../components/FigureField';
import { Segmented } from '../../components/Segmented';
import { ColumnHead, Row, Table } from '../../components/Table';
import { WeightBeam } from '../../components/WeightBeam';
import { useLanguage, useText, type Translate } from '../../i18n';
import { useContest, useSnapshot } from '../../stores/contest';
import { usePlaceFocus } from '../../stores/session';
import {
  amendment,
  criterionDrafts,
  newKey,
  sumOfDraft,
  useSetupDrafts,
  type CriterionDraft,
} from '../../stores/setup';
import { CriterionPanel } from './CriterionPanel';
import { basisPoints, scaleText } from './figures';
import { moved, OrderButtons } from './OrderButtons';
import { RowButton } from './RowButton';
import { SaveBar } from './SaveBar';
import { evenedOut } from './weights';
import { useLocked } from './useLocked';

export function CriteriaTab() {
  const t = useText();
  const language = useLanguage();
  const { contest } = useSnapshot();
  const locked = useLocked();
  const run = useContest((s) => s.run);
  const drafts = useSetupDrafts((s) => s.criteria);
  const focus = usePlaceFocus();
  const [chosen, setChosen] = useState(focus.category ?? contest.categories[0]?.id ?? null);
  const [selected, setSelected] = useState<string | null>(null);
  const category = contest.categories.find(({ id }) => id === chosen) ?? contest.categories[0];
  if (category === undefined) return null;

  const rows = drafts[category.id] ?? criterionDrafts(category.criteria);
  const current = rows.find(({ key }) => key === selected) ?? rows[0] ?? null;
  const setRows = (changed: readonly CriterionDraft[]) => {
    useSetupDrafts.setState({ criteria: { ...drafts, [category.id]: changed } });
  };
  const change = (key: string, part: Partial<CriterionDraft>) => {
    setRows(rows.map((row) => (row.key === key ? { ...row, ...part } : row)));
  };
  const add = () => {
    const key = newKey();
    const empty = { kk: '', ru: '', en: '' };
    setRows([...rows, { key, id: null, name: empty, hint: empty, levels: [], weight: null }]);
    setSelected(key);
  };
  return (
    <>
      {contest.categories.length < 2 ? null : (
        <Segmented
          className="setup-switch"
          label={t('setup:tabs.categories')}
          value={String(category.id)}
          segments={contest.categories.map(({ id, name }) => ({ id: String(id), label: inLanguage(name, language) }))}
          onChange={(id) => {
            setChosen(contest.categories.find((one) => String(one.id) === id)?.id ?? null);
            setSelected(null);
          }}
        />
      )}
      <Beam rows={rows} selected={current?.key ?? null} onSelect={setSelected} onChange={setRows} isLocked={locked} />
      <Table label={t('setup:tabs.criteria')} twoLine className="setup-table">
        <thead>
          <tr>
            <ColumnHead>{t('setup:criteria.name')}</ColumnHead>
            <ColumnHead>{t('setup:criteria.scale')}</ColumnHead>
            <ColumnHead align="right">{t('setup:criteria.weight')}</ColumnHead>
            <ColumnHead>
              <span className="vh">{t('setup:actions')}</span>
            </ColumnHead>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => {
            const name = nameOf(row, language, t);
            return (
              <Row key={row.key} selected={row.key === current?.key}>
                <td>
                  <RowButton
                    title={name}
                    note={row.name[language === 'kk' ? 'ru' : 'kk']}
                    isSelected={row.key === current?.key}
                    onPress={() => {
                      setSelected(row.key);
                    }}
                  />
                </td>
                <td className="num t2 nowrap">{scaleText(scaleOf(row, category, contest), language, t)}</td>
                <td className="r">
                  <FigureField
                    aria-label={`${t('setup:criteria.weight')}: ${name}`}
                    notAFigure={t('setup:notAFigure')}
                    value={row.weight === null ? null : row.weight / 100}
                    format={(value) => formatNumber(value, language)}
                    unit="%"
                    isReadOnly={locked}
                    onFocus={() => {
                      setSelected(row.key);
                    }}
                    onChange={(percent) => {
                      change(row.key, { weight: basisPoints(percent) });
                    }}
                  />
                </td>
                <td className="r">
                  {locked ? null : (
                    <OrderButtons
                      name={name}
                      index={index}
                      length={rows.length}
                      onMove={(to) => {
                        setRows(moved(rows, index, to));
                      }}
                      onRemove={
                        rows.length === 1
                          ? undefined
                          : () => {
                              setRows(rows.filter(({ key }) => key !== row.key));
                            }
                      }
                    />
                  )}
                </td>
              </Row>
            );
          })}
        </tbody>
      </Table>
      {locked ? null : (
        <div className="btn-row setup-add">
          <Button variant="quiet" icon={<Plus className="ic" aria-hidden />} onPress={add}>
            {t('setup:criteria.add')}
          </Button>
        </div>
      )}
      <SaveBar
        isDirty={Object.keys(drafts).length > 0}
        hindrance={hindranceOf(drafts, contest, language, t)}
        onDiscard={() => {
          useSetupDrafts.setState({ criteria: {} });
        }}
        onSave={() => saveAll(contest, run)}
      />
      {current === null ? null : (
        <CriterionPanel
          key={current.key}
          criterion={current}
          title={nameOf(current, language, t)}
          position={rows.indexOf(current) + 1}
          isLocked={locked}
          onChange={(part) => {
            change(current.key, part);
          }}
        />
      )}
    </>
  );
}

function Beam({
  rows,
  selected,
  onSelect,
  onChange,
  isLocked,
}: {
  readonly rows: readonly CriterionDraft[];
  readonly selected: string | null;
  readonly onSelect: (key: string) => void;
  readonly onChange: (rows: readonly CriterionDraft[]) => void;
  readonly isLocked: boolean;
}) {
  const t = useText();
  const language = useLanguage();
  const sum = sumOfDraft(rows);
  const off = formatPercent(Math.abs(fullWeight - sum) / 100, language);
  return (
    <WeightBeam
      label={t('setup:criteria.weights')}
      whole={fullWeight}
      ticks={['0', '25', '50', '75', '100']}
      segments={rows.map((row) => ({
        id: row.key,
        name: nameOf(row, language, t),
        weight: row.weight ?? 0,
        text: formatNumber((row.weight ?? 0) / 100, language),
      }))}
      selectedId={selected}
      onSelect={onSelect}
      sum={formatPercent(sum / 100, language)}
      restLabel={sum < fullWeight ? t('setup:weights.missing', { off }) : t('setup:weights.tooMuch', { off })}
      action={
        sum === fullWeight || isLocked ? undefined : (
          <Button
            size="small"
            onPress={() => {
              const weights = evenedOut(rows.map(({ weight }) => weight));
              onChange(rows.map((row, index) => ({ ...row, weight: weights[index] ?? 0 })));
            }}
          >
            {sum < fullWeight ? t('setup:weights.share') : t('setup:weights.reduce')}
          </Button>
        )
      }
    />
  );
}

type Run = ReturnType<typeof useContest.getState>['run'];

async function saveAll(contest: Contest, run: Run): Promise<Result<unknown>> {
  for (const { id } of contest.categories) {
    const rows = useSetupDrafts.getState().criteria[id];
    if (rows === undefined) continue;
    const result = await run('setup.saveCriteria', {
      category: id,
      ...amendment(),
      criteria: rows.map(({ key: _key, weight, ...row }) => ({ ...row, weight: weight ?? 0 })),
    });
    if (!result.ok) return result;
    const { [id]: _saved, ...rest } = useSetupDrafts.getState().criteria;
    useSetupDrafts.setState({ criteria: rest });
  }
  return ok(null);
}

function hindranceOf(
  drafts: Readonly<Record<number, readonly CriterionDraft[]>>,
  contest: Contest,
  language: Language,
  t: Translate,
): string | null {
  for (const category of contest.categories) {
    const rows = drafts[category.id];
    if (rows === undefined) continue;
    if (rows.some(({ name }) => inLanguage(name, language).trim() === '')) return t('setup:criteria.nameMissing');
    if (sumOfDraft(rows) !== fullWeight) {
      return t('setup:weights.mustBeFull', {
        category: inLanguage(category.name, language),
        sum: formatPercent(sumOfDraft(rows) / 100, language),
      });
    }
  }
  return null;
}

function nameOf({ name }: CriterionDraft, language: Language, t: Translate): string {
  return inLanguage(name, language) || t('setup:criteria.unnamed');
}

/** A criterion without a scale of its own is marked on the scale of the first jury round. */
function scaleOf(row: CriterionDraft, category: Category, contest: Contest): Scale | null {
  const own = category.criteria.find(({ id }) => id === row.id)?.scale;
  if (own !== undefined && own !== null) return own;
  for (const { rules } of contest.rounds) if (rules.kind === 'jury' || rules.kind === 'jury_live') return rules.scale;
  return null;
}
