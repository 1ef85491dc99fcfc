import type { KeyboardEvent } from 'react';
import { isInPoints } from '@shared/domain/fieldMethods';
import { formatDecimal } from '@shared/domain/format';
import type { Category } from '@shared/model/category';
import type { AcrossJurors } from '@shared/model/rules';
import type { StandingRow } from '@shared/model/standing';
import { StripPlot } from '../../components/StripPlot';
import { Row } from '../../components/Table';
import { useLanguage, useText, type TextKey } from '../../i18n';
import { useSnapshot } from '../../stores/contest';
import { useRanking } from '../../stores/ranking';
import { shownTotal, ticksOf } from './figures';
import { ReasonChips } from './reasons';
import { affiliation, nomineeIn } from './words';

/** Ends of the strips, the same for every row. */
export interface Axis {
  readonly min: number;
  readonly max: number;
}

export interface RankingRowProps {
  readonly row: StandingRow;
  readonly category: Category;
  readonly axis: Axis | null;
  /** The total is made of several rounds: each has its column. */
  readonly blended: boolean;
  /** Jurors have marked: their sub-totals have a column. */
  readonly hasJury: boolean;
  /** In a tie that keeps the round open. */
  readonly waits: boolean;
  readonly isChosen: boolean;
}

export function RankingRow({ row, category, axis, blended, hasJury, waits, isChosen }: RankingRowProps) {
  const t = useText();
  const language = useLanguage();
  const { contest, people } = useSnapshot();
  const panel = useRanking((s) => s.panel);
  const explain = useRanking((s) => s.explain);
  const compare = useRanking((s) => s.compare);
  const setPanel = useRanking((s) => s.setPanel);
  const isLaureate = row.status === 'laureate';
  const missing = missingOf(row);

  const press = (withShift: boolean) => {
    const other = panel?.kind === 'entry' ? panel.explanation.entry : null;
    if (withShift && other !== null && other !== row.entry) void compare(other, row.entry);
    else if (panel?.kind === 'entry' && other === row.entry) setPanel(null);
    else void explain(row.entry);
  };
  return (
    <Row laureate={isLaureate} tie={waits} current={isChosen} className="rank-row">
      <td className="r place">
        {row.tied ? (
          <>
            <span className="rank-eq" aria-hidden>
              =
            </span>
            <span className="vh">{t('ranking:tied')} </span>
          </>
        ) : null}
        {row.shownPlace === null ? '–' : formatDecimal(row.shownPlace, language)}
      </td>
      <td>
        <button
          type="button"
          className="rank-open"
          aria-pressed={isChosen}
          onKeyDown={walk}
          onClick={(event) => {
            press(event.shiftKey);
          }}
        >
          <b>{row.name}</b>
        </button>
        <small className="caption rank-from">{affiliation(nomineeIn(people.nominees, row.nominee), category)}</small>
        {missing === null ? null : (
          <small className={missing.waits ? 'caption t-wait rank-from' : 'caption rank-from'}>
            {t(missing.key, missing.values)}
          </small>
        )}
        <SettledBy row={row} />
        <ReasonChips row={row} />
      </td>
      {hasJury ? (
        <td className="rank-strip">
          {axis === null ? null : (
            <StripPlot
              {...axis}
              ticks={ticksOf(row)}
              result={isOnStrip(contest.rules.aggregation) ? meanOf(row) : null}
              laureate={isLaureate}
              label={stripLabel(row, t, language)}
            />
          )}
        </td>
      ) : null}
      {blended
        ? row.parts.map((part) => (
            <td key={part.round} className="rank-part r num t2">
              {part.mean === null ? '–' : formatDecimal(part.mean.text, language)}
            </td>
          ))
        : null}
      <td className="r total">{shownTotal(row, language)}</td>
    </Row>
  );
}

/** Arrows go to the row above or below; the table needs no Tab for every row. */
function walk(event: KeyboardEvent<HTMLButtonElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const buttons = [...(event.currentTarget.closest('tbody')?.querySelectorAll<HTMLElement>('.rank-open') ?? [])];
  const next = buttons[buttons.indexOf(event.currentTarget) + (event.key === 'ArrowDown' ? 1 : -1)];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
  next.scrollIntoView({ block: 'nearest' });
}

/** Equal totals in unequal places would look like a mistake: what settled them is said at once. */
function SettledBy({ row }: { readonly row: StandingRow }) {
  const t = useText();
  const by = row.aboveNext?.by ?? 'total';
  if (by === 'total' || by === 'nothing') return null;
  return <small className="caption rank-settled">{t(`ranking:settled.${by}`)}</small>;
}

/** Sums, places and points for them lie on no axis of sub-totals. */
const isOnStrip = ({ acrossJurors }: AcrossJurors): boolean => isInPoints({ acrossJurors }) && acrossJurors !== 'sum';

const meanOf = (row: StandingRow): number | null => {
  const mean = row.parts.at(-1)?.mean ?? null;
  return mean === null ? null : Number(mean.text);
};

function stripLabel(row: StandingRow, t: ReturnType<typeof useText>, language: ReturnType<typeof useLanguage>): string {
  const cells = (row.parts.at(-1)?.cells ?? []).flatMap(({ value }) => (value === null ? [] : [value]));
  const sorted = cells.toSorted((a, b) => Number(a.text) - Number(b.text));
  const [lowest, highest] = [sorted[0], sorted.at(-1)];
  const mean = row.parts.at(-1)?.mean ?? null;
  if (lowest === undefined || highest === undefined || mean === null) return t('ranking:strip.none');
  return t('ranking:strip.label', {
    count: cells.length,
    min: formatDecimal(lowest.text, language),
    max: formatDecimal(highest.text, language),
    mean: formatDecimal(mean.text, language),
  });
}

interface Missing {
  readonly key: TextKey;
  readonly values: { readonly scores: number; readonly of: number };
  readonly waits: boolean;
}

/** Fewer marks than jurors who take part: said in the row, with the reason apart from what is still awaited. */
function missingOf(row: StandingRow): Missing | null {
  const cells = (row.parts.at(-1)?.cells ?? []).filter(({ state }) => state !== 'absent');
  const scores = cells.filter(({ state }) => state === 'scored').length;
  if (scores === cells.length) return null;
  const waits = cells.some(({ state }) => state !== 'scored' && state !== 'recused');
  return {
    key: waits ? 'ranking:missing.waits' : 'ranking:missing.recused',
    values: { scores, of: cells.length },
    waits,
  };
}
