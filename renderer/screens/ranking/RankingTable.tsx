import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { isJuryRound } from '@shared/domain/roundKinds';
import { formatNumber } from '@shared/domain/format';
import type { Category } from '@shared/model/category';
import type { Round } from '@shared/model/round';
import type { EntryId } from '@shared/model/ids';
import type { Line, Standing, StandingRow } from '@shared/model/standing';
import { LaureateLine } from '../../components/LaureateLine';
import { ColumnHead, Table } from '../../components/Table';
import type { Language } from '@shared/model/language';
import { useLanguage, useText, type Translate } from '../../i18n';
import { useSnapshot } from '../../stores/contest';
import { useRanking, type RankingPanel } from '../../stores/ranking';
import { ticksOf } from './figures';
import { RankingRow, type Axis } from './RankingRow';
import { moneyText } from './reasons';
import { roundName, weightText } from './words';

/** The ranking of one category. Arrows walk through the rows, Enter explains a total, Shift and Enter compares. */
export function RankingTable({
  standing,
  round,
  category,
}: {
  readonly standing: Standing;
  readonly round: Round;
  readonly category: Category;
}) {
  const t = useText();
  const language = useLanguage();
  const { contest } = useSnapshot();
  const panel = useRanking((s) => s.panel);
  const box = useRef<HTMLDivElement>(null);
  const isWide = useIsWide(box);
  const { rows, line } = standing;
  const axis = axisOf(rows);
  const parts = rows[0]?.parts ?? [];
  const blended = isWide && parts.length > 1 ? parts : [];
  const hasJury = isJuryRound(round);
  const columns = (hasJury ? 4 : 3) + blended.length;
  const chosen = entriesOf(panel);
  if (rows.length === 0) return <p className="t2">{t('ranking:noEntries')}</p>;

  const lineText = line === null ? '' : lineTextOf(line, rows.length, t, language);
  const lineRow =
    line === null ? null : (
      <LaureateLine
        key="line"
        columns={columns}
        text={lineText}
        open={!line.decided}
        cutOff={line.kind === 'advance'}
      />
    );
  const lines: ReactNode[] = rows.flatMap((row, index) => [
    <RankingRow
      key={row.entry}
      row={row}
      category={category}
      axis={axis}
      hasJury={hasJury}
      blended={blended.length > 0}
      waits={standing.openTies.some((tie) => tie.crossesLine && tie.entries.includes(row.entry))}
      isChosen={chosen.includes(row.entry)}
    />,
    line !== null && index + 1 === line.below ? lineRow : null,
  ]);
  return (
    <div className="rank-box" ref={box}>
      <Table label={t('ranking:table')} fixed className="rank">
        <thead>
          <tr>
            <ColumnHead align="right" width="3.25rem">
              {t('ranking:column.place')}
            </ColumnHead>
            <ColumnHead>{t('ranking:column.nominee')}</ColumnHead>
            {hasJury ? (
              <th scope="col" className="rank-strip nowrap">
                {axis === null
                  ? t('ranking:column.jurors')
                  : t('ranking:column.jurorsAxis', {
                      min: formatNumber(axis.min, language),
                      max: formatNumber(axis.max, language),
                    })}
              </th>
            ) : null}
            {blended.map((part) => (
              <th key={part.round} scope="col" className="rank-part r">
                {roundName(contest, part.round, language)}, {weightText(contest, part.weight, language)}
              </th>
            ))}
            <ColumnHead align="right" width="4.75rem">
              {t('ranking:column.total')}
            </ColumnHead>
          </tr>
        </thead>
        <tbody>{lines}</tbody>
      </Table>
    </div>
  );
}

function lineTextOf(line: Line, of: number, t: Translate, language: Language): string {
  if (line.fund !== undefined)
    return t('ranking:line.fund', { left: moneyText(line.fund.left, line.fund.currency, language) });
  if (line.pool !== undefined) return t('ranking:line.pool', { count: line.count, pool: line.pool });
  return t(`ranking:line.${line.kind}`, { count: Math.min(line.count, of), of });
}

/** The explained entry, or both of a comparison. */
function entriesOf(panel: RankingPanel | null): readonly EntryId[] {
  if (panel?.kind === 'entry') return [panel.explanation.entry];
  return panel?.kind === 'pair' ? [panel.explanation.upper, panel.explanation.lower] : [];
}

/** Rounds have columns of their own only where the names keep enough room; the panel tells them anyway. */
const wideEnough = 720;

function useIsWide(box: RefObject<HTMLElement | null>): boolean {
  const [isWide, setWide] = useState(true);
  useEffect(() => {
    const { current } = box;
    if (current === null) return;
    const observer = new ResizeObserver(() => {
      setWide(current.clientWidth >= wideEnough);
    });
    observer.observe(current);
    return () => {
      observer.disconnect();
    };
  }, [box]);
  return isWide;
}

/** Ends of the strips: the outermost sub-totals of the list, rounded outwards to tens. Null without any. */
function axisOf(rows: readonly StandingRow[]): Axis | null {
  const ticks = rows.flatMap((row) => ticksOf(row));
  if (ticks.length === 0) return null;
  return { min: Math.floor(Math.min(...ticks) / 10) * 10, max: Math.ceil(Math.max(...ticks) / 10) * 10 };
}
