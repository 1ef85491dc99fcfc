import { Plus } from 'lucide-react';
import { useState } from 'react';
import { formatNumber, formatPercent } from '@shared/domain/format';
import { makesFigure, measureOf } from '@shared/domain/tallies';
import { fullWeight } from '@shared/model/criteria';
import type { Contest } from '@shared/model/contest';
import { inLanguage, type Language } from '@shared/model/language';
import { Button } from '../../components/Button';
import { FigureField } from '../../components/FigureField';
import { Select } from '../../components/Select';
import { ColumnHead, Row, Table } from '../../components/Table';
import { useLanguage, useText, type Translate } from '../../i18n';
import { useContest, useSnapshot } from '../../stores/contest';
import { usePlaceFocus } from '../../stores/session';
import { amendment, newKey, roundsDraft, useSetupDrafts, type RoundDraft, type RoundsDraft } from '../../stores/setup';
import { basisPoints, scaleText } from './figures';
import { moved, OrderButtons } from './OrderButtons';
import { RoundPanel } from './RoundPanel';
import { RowButton } from './RowButton';
import { newTable } from './TableRoundFields';
import { SaveBar } from './SaveBar';
import { useLocked } from './useLocked';

const combinations = ['weighted_mean', 'sum', 'last_round', 'union'] as const;

export function RoundsTab() {
  const t = useText();
  const language = useLanguage();
  const { contest } = useSnapshot();
  const locked = useLocked();
  const run = useContest((s) => s.run);
  const saved = roundsDraft(contest);
  const kept = useSetupDrafts((s) => s.rounds);
  const draft = kept ?? saved;
  const focus = usePlaceFocus();
  const [selected, setSelected] = useState<string>(String(focus.round ?? draft.rounds[0]?.key ?? ''));
  const current = draft.rounds.find(({ key }) => key === selected) ?? draft.rounds[0] ?? null;
  const isLocked = locked;
  const weighted = draft.combination === 'weighted_mean';
  const isSum = draft.combination === 'sum';

  const set = (changed: Partial<RoundsDraft>) => {
    useSetupDrafts.setState({ rounds: { ...draft, ...changed } });
  };
  const change = (key: string, part: Partial<RoundDraft>) => {
    set({ rounds: draft.rounds.map((round) => (round.key === key ? { ...round, ...part } : round)) });
  };
  const add = (kind: Pick<RoundDraft, 'kind' | 'scale' | 'table' | 'weight'>) => {
    const key = newKey();
    const name = { kk: '', ru: '', en: '' };
    set({ rounds: [...draft.rounds, { key, id: null, name, advance: { mode: 'all' }, ...kind }] });
    setSelected(key);
  };
  const addJury = () => {
    const scale = draft.rounds.findLast((round) => round.scale !== null)?.scale ?? { min: 0, max: 10, step: 1 };
    add({ kind: 'jury', scale, weight: weighted ? 0 : null });
  };
  const discard = () => {
    useSetupDrafts.setState({ rounds: null });
  };
  return (
    <>
      <div className="setup-row">
        <Select
          label={t('setup:rounds.combination')}
          options={combinations.map((id) => ({ id, label: t(`setup:combination.${id}`) }))}
          value={draft.combination}
          isDisabled={isLocked}
          onChange={(combination) => {
            set({ combination });
          }}
        />
        {weighted ? (
          <p className={sumOf(draft) === fullWeight ? 'round-sum num' : 'round-sum num uneven'} role="status">
            {t('setup:rounds.sum', { sum: formatPercent(sumOf(draft) / 100, language) })}
          </p>
        ) : null}
      </div>
      <Table label={t('setup:tabs.rounds')} twoLine className="setup-table">
        <thead>
          <tr>
            <ColumnHead>{t('setup:rounds.name')}</ColumnHead>
            <ColumnHead>{t('setup:rounds.advance')}</ColumnHead>
            {weighted ? <ColumnHead align="right">{t('setup:rounds.weight')}</ColumnHead> : null}
            {isSum ? <ColumnHead align="right">{t('setup:rounds.factor')}</ColumnHead> : null}
            <ColumnHead>
              <span className="vh">{t('setup:actions')}</span>
            </ColumnHead>
          </tr>
        </thead>
        <tbody>
          {draft.rounds.map((round, index) => {
            const name = nameOf(round, language, t);
            const isTechnical = round.kind === 'technical';
            return (
              <Row key={round.key} selected={round.key === current?.key}>
                <td>
                  <RowButton
                    title={`${index + 1}. ${name}`}
                    note={noteOf(round, language, t)}
                    isSelected={round.key === current?.key}
                    onPress={() => {
                      setSelected(round.key);
                    }}
                  />
                </td>
                <td className="t2">
                  {index === draft.rounds.length - 1 ? t('setup:rounds.last') : advanceText(round, contest, t)}
                </td>
                {weighted ? (
                  <td className="r">
                    {round.kind !== 'jury' ? null : (
                      <FigureField
                        aria-label={`${t('setup:rounds.weight')}: ${name}`}
                        notAFigure={t('setup:notAFigure')}
                        value={round.weight === null ? null : round.weight / 100}
                        format={(value) => formatNumber(value, language)}
                        unit="%"
                        isReadOnly={isLocked}
                        onChange={(percent) => {
                          change(round.key, { weight: basisPoints(percent) });
                        }}
                      />
                    )}
                  </td>
                ) : null}
                {isSum ? (
                  <td className="r">
                    {isTechnical || round.table?.kind === 'vote_import' ? null : (
                      <FigureField
                        aria-label={`${t('setup:rounds.factor')}: ${name}`}
                        notAFigure={t('setup:notAFigure')}
                        value={(round.weight ?? once) / once}
                        format={(value) => formatNumber(value, language, { maxDecimals: 4 })}
                        isReadOnly={isLocked}
                        onChange={(factor) => {
                          if (factor !== null && factor >= 0 && factor <= 100)
                            change(round.key, { weight: Math.round(factor * once) });
                        }}
                      />
                    )}
                  </td>
                ) : null}
                <td className="r">
                  {isLocked || isTechnical ? null : (
                    <OrderButtons
                      name={name}
                      index={draft.rounds[0]?.kind === 'technical' ? index - 1 : index}
                      length={draft.rounds[0]?.kind === 'technical' ? draft.rounds.length - 1 : draft.rounds.length}
                      onMove={(to) => {
                        const offset = draft.rounds[0]?.kind === 'technical' ? 1 : 0;
                        set({ rounds: moved(draft.rounds, index, to + offset) });
                      }}
                      onRemove={
                        draft.rounds.filter(({ kind }) => kind !== 'technical').length === 1
                          ? undefined
                          : () => {
                              set({ rounds: draft.rounds.filter(({ key }) => key !== round.key) });
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
      {isLocked ? null : (
        <div className="btn-row setup-add">
          <Button variant="quiet" icon={<Plus className="ic" aria-hidden />} onPress={addJury}>
            {t('setup:rounds.add')}
          </Button>
          <Button
            variant="quiet"
            icon={<Plus className="ic" aria-hidden />}
            onPress={() => {
              add({ kind: 'table', scale: null, table: newTable, weight: null });
            }}
          >
            {t('setup:rounds.addTable')}
          </Button>
        </div>
      )}
      <SaveBar
        isDirty={kept !== null}
        hindrance={hindranceOf(draft, language, t)}
        onDiscard={discard}
        onSave={async () => {
          const rounds = draft.rounds.map(({ key: _key, ...round }) => round);
          const result = await run('setup.saveRounds', { rounds, combination: draft.combination, ...amendment() });
          if (result.ok) discard();
          return result;
        }}
      />
      {current === null ? null : (
        <RoundPanel
          key={current.key}
          round={current}
          title={nameOf(current, language, t)}
          isLast={draft.rounds.at(-1)?.key === current.key}
          isLocked={isLocked}
          isList={draft.combination === 'union'}
          onChange={(part) => {
            change(current.key, part);
          }}
        />
      )}
    </>
  );
}

function sumOf({ rounds }: RoundsDraft): number {
  return rounds.reduce((sum, { kind, weight }) => sum + (kind === 'jury' ? (weight ?? 0) : 0), 0);
}

/** Of a sum: a round that counts once. */
const once = 10_000;

function noteOf({ kind, scale, table }: RoundDraft, language: Language, t: Translate): string {
  if (kind === 'technical') return t('setup:rounds.technicalNote');
  return table === undefined ? scaleText(scale, language, t) : t(`setup:table.${measureOf(table)}`);
}

function nameOf({ name }: RoundDraft, language: Language, t: Translate): string {
  return inLanguage(name, language) || t('setup:rounds.unnamed');
}

function hindranceOf(draft: RoundsDraft, language: Language, t: Translate): string | null {
  if (draft.rounds.some(({ name }) => inLanguage(name, language).trim() === '')) return t('setup:rounds.nameMissing');
  if (draft.rounds.some(({ scale }) => scale !== null && !isWholeSteps(scale))) return t('setup:scale.uneven');
  if (draft.rounds.some(({ table }) => table !== undefined && !makesFigure(table))) return t('setup:table.pointsWrong');
  const hasJury = draft.rounds.some(({ kind }) => kind === 'jury');
  if (draft.combination === 'weighted_mean' && hasJury && sumOf(draft) !== fullWeight) {
    return t('setup:rounds.mustBeFull', { sum: formatPercent(sumOf(draft) / 100, language) });
  }
  return null;
}

/** As the contract checks it: from min to max in whole steps. */
function isWholeSteps({ min, max, step }: { readonly min: number; readonly max: number; readonly step: number }) {
  const steps = (max - min) / step;
  return max > min && step > 0 && Math.abs(steps - Math.round(steps)) < 1e-6 && steps <= 10_000;
}

function advanceText({ advance }: RoundDraft, contest: Contest, t: Translate): string {
  switch (advance.mode) {
    case 'all':
      return t('setup:advance.all');
    case 'each_category':
      return t('setup:advance.eachShort', { count: advance.count });
    case 'per_region':
      return t('setup:advance.regionShort', { count: advance.count });
    case 'per_category':
      return contest.categories.flatMap(({ key }) => advance.counts[key] ?? []).join(' + ');
  }
}
