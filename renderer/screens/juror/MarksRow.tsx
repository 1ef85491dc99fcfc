import { CircleSlash } from 'lucide-react';
import { memo } from 'react';
import { formatNumber } from '@shared/domain/format';
import type { BallotCriterion, BallotEntry } from '@shared/model/ballot';
import { Button } from '../../components/Button';
import { classes } from '../../components/classes';
import { MarkCell } from '../../components/MarkCell';
import { useLanguage, useText } from '../../i18n';
import { useBallot, useCard, useMark } from '../../stores/ballot';
import { criterionIdOf, entryIdOf } from '../../stores/ballotWalk';

/** Column −1 is the name. */
export const cellId = (grid: string, entry: number, column: number): string =>
  `${grid}-${String(entry)}-${String(column)}`;

interface MarksRowProps {
  readonly id: string;
  readonly entry: BallotEntry;
  readonly criteria: readonly BallotCriterion[];
  readonly index: number;
  readonly top: number;
  /** At least this many px; long names take more. */
  readonly height: number;
  readonly measure: (row: HTMLElement | null) => void;
  /** The active column; null while another row is active. */
  readonly column: number | null;
  readonly onCell: (row: number, column: number) => void;
}

/** One nominee of the table; drawn anew only when its own card or the active cell in it changes. */
export const MarksRow = memo(
  function MarksRow({ id, entry, criteria, index, top, height, measure, column, onCell }: MarksRowProps) {
    const t = useText();
    const card = useCard(entryIdOf(entry));
    const editable = useBallot((s) => s.editable);
    const goTo = useBallot((s) => s.goTo);
    const show = useBallot((s) => s.show);
    const withdrawRecusal = useBallot((s) => s.withdrawRecusal);
    const marked = Object.keys(card?.marks ?? {}).length;
    const recusal = card?.recusal ?? null;
    return (
      <div
        role="row"
        aria-rowindex={index + 2}
        className={classes('marks-row', column !== null && 'now')}
        ref={measure}
        data-index={index}
        style={{ minHeight: height, transform: `translateY(${String(top)}px)` }}
      >
        <span role="gridcell" className="r num t3">
          {entry.number}
        </span>
        <span role="gridcell" id={cellId(id, entry.id, -1)} className={classes('marks-name', column === -1 && 'on')}>
          <button
            type="button"
            tabIndex={-1}
            onClick={() => {
              goTo(entryIdOf(entry));
              show('nominee');
            }}
          >
            {entry.name}
          </button>
        </span>
        {recusal === null ? (
          criteria.map((criterion, at) => (
            <MarkGridCell
              key={criterion.id}
              id={cellId(id, entry.id, at)}
              entry={entry}
              criterion={criterion}
              isActive={column === at}
              onPick={() => onCell(index, at)}
            />
          ))
        ) : (
          <span
            role="gridcell"
            aria-colspan={criteria.length}
            id={cellId(id, entry.id, Math.max(0, column ?? 0))}
            className={classes('marks-recused hatch', column !== null && column >= 0 && 'on')}
          >
            <span className="state-note">
              <CircleSlash className="ic" aria-hidden />
              <span>
                {t('juror:recuse.done')}: {t(`juror:recuse.ground.${recusal.ground}`)}
                {recusal.note === '' ? '' : ` · ${recusal.note}`}
              </span>
            </span>
          </span>
        )}
        <span role="gridcell" className="r num">
          {recusal !== null ? null : marked === criteria.length ? (
            <span className="t3">{t('juror:state.complete')}</span>
          ) : (
            <span className="t-wait">
              {marked} / {criteria.length}
            </span>
          )}
        </span>
        <span role="gridcell" className="small t2">
          {recusal !== null && editable ? (
            <Button
              variant="quiet"
              size="small"
              excludeFromTabOrder
              onPress={() => void withdrawRecusal(entryIdOf(entry))}
            >
              {t('juror:recuse.withdraw')}
            </Button>
          ) : (
            <span className="marks-comment">{card?.comment}</span>
          )}
        </span>
      </div>
    );
  },
  // `onCell` is made anew with every drawing of the table and does the same.
  (before, now) =>
    before.entry === now.entry &&
    before.criteria === now.criteria &&
    before.index === now.index &&
    before.top === now.top &&
    before.height === now.height &&
    before.column === now.column,
);

interface MarkGridCellProps {
  readonly id: string;
  readonly entry: BallotEntry;
  readonly criterion: BallotCriterion;
  readonly isActive: boolean;
  readonly onPick: () => void;
}

function MarkGridCell({ id, entry, criterion, isActive, onPick }: MarkGridCellProps) {
  const t = useText();
  const language = useLanguage();
  const value = useMark(entryIdOf(entry), criterionIdOf(criterion));
  return (
    // The grid holds the keyboard and names this cell as the active one; a cell only takes the pointer.
    <span
      role="gridcell"
      id={id}
      tabIndex={-1}
      className={classes('c', isActive && 'on')}
      aria-selected={isActive}
      onPointerDown={onPick}
    >
      <MarkCell
        value={value}
        format={(figure) => formatNumber(figure, language)}
        blankLabel={t('juror:marking.blank')}
      />
    </span>
  );
}
