import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { CornerDownLeft } from 'lucide-react';
import type { BallotCategory } from '@shared/model/ballot';
import { inLanguage } from '@shared/model/language';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { PageHead } from '../../components/PageHead';
import { figureKey, nothingTyped, typeOnRuler, type Typed } from '../../components/rulerKeys';
import { Segmented } from '../../components/Segmented';
import { vars } from '../../components/style';
import { useLanguage, useText } from '../../i18n';
import { groundInSight, useBallot, useBallotText, useRemaining } from '../../stores/ballot';
import { criterionIdOf, entryIdOf, isOpen, nextBlankCell, type Cell } from '../../stores/ballotWalk';
import { MarksLegend } from './MarksLegend';
import { cellId, MarksRow } from './MarksRow';
import { weightText } from './words';

const rowHeight = 37;

/** The whole ballot of one category as nominees × criteria; the same keys as on the rulers, and arrows between cells. */
export function MarksTable() {
  const t = useText();
  const language = useLanguage();
  const { entries, categories } = useBallotText();
  const here = useBallot((s) => s.place?.entry ?? null);
  const goTo = useBallot((s) => s.goTo);
  const { missing } = useBallot((s) => s.progress);
  const remaining = useRemaining();
  const [filter, setFilter] = useState<'all' | 'remaining'>('all');
  const shownCategories = categories.filter((c) => entries.some((e) => e.category === c.id));
  const categoryHere = entries.find((e) => e.id === Number(here))?.category;
  const category = shownCategories.find((c) => c.id === categoryHere) ?? shownCategories[0];
  if (category === undefined) {
    return (
      <main className="page">
        <EmptyState title={t('juror:empty.title')}>{t('juror:empty.advice')}</EmptyState>
      </main>
    );
  }
  return (
    <main className="grid-page">
      <PageHead
        title={
          missing === 0
            ? t('juror:left.none')
            : t('juror:left.sentence', {
                marks: t('juror:left.marks', { count: missing }),
                nominees: t('juror:left.nominees', { count: remaining }),
              })
        }
        actions={
          <>
            {shownCategories.length > 1 ? (
              <Segmented
                label={t('juror:table.category')}
                value={String(category.id)}
                segments={shownCategories.map((c) => ({ id: String(c.id), label: inLanguage(c.name, language) }))}
                onChange={(id) => {
                  const first = entries.find((e) => String(e.category) === id);
                  if (first !== undefined) goTo(entryIdOf(first), null, false);
                }}
              />
            ) : null}
            <Segmented
              label={t('juror:list.filter')}
              value={filter}
              segments={[
                { id: 'all', label: t('juror:list.all') },
                { id: 'remaining', label: t('juror:list.remaining'), count: remaining },
              ]}
              onChange={setFilter}
            />
          </>
        }
      />
      <Grid key={category.id} category={category} onlyRemaining={filter === 'remaining'} />
      <MarksLegend />
    </main>
  );
}

function Grid({ category, onlyRemaining }: { readonly category: BallotCategory; readonly onlyRemaining: boolean }) {
  const t = useText();
  const language = useLanguage();
  const id = useId();
  const ballot = useBallotText();
  const cards = useBallot((s) => s.cards);
  const place = useBallot((s) => s.place);
  const focusTurn = useBallot((s) => s.focusTurn);
  const editable = useBallot((s) => s.editable);
  const missing = useBallot((s) => s.progress.missing);
  const goTo = useBallot((s) => s.goTo);
  const goToFirstOpen = useBallot((s) => s.goToFirstOpen);
  const mark = useBallot((s) => s.mark);
  const show = useBallot((s) => s.show);
  // The name is a cell too: from there Enter opens the nominee.
  const [isOnName, setOnName] = useState(false);
  const scroller = useRef<HTMLDivElement>(null);
  const typed = useRef<Typed>(nothingTyped);
  const entries = useMemo(
    () =>
      ballot.entries.filter(
        (e) =>
          e.category === category.id &&
          (!onlyRemaining || e.id === Number(place?.entry) || isOpen(cards.get(entryIdOf(e)))),
      ),
    [ballot.entries, category.id, onlyRemaining, cards, place?.entry],
  );
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
  const rows = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight * rem,
    overscan: 12,
    scrollPaddingStart: 60 * rem,
    getItemKey: (index) => entries[index]?.id ?? index,
  });
  const rowAt = entries.findIndex((e) => e.id === Number(place?.entry));
  const columnAt = isOnName ? -1 : category.criteria.findIndex((c) => c.id === Number(place?.criterion));
  useEffect(() => {
    if (rowAt >= 0) rows.scrollToIndex(rowAt, { align: 'auto' });
  }, [rowAt, rows]);
  const followed = useRef(-1);
  useLayoutEffect(() => {
    if (followed.current === focusTurn) return;
    followed.current = focusTurn;
    scroller.current?.focus({ preventScroll: true });
  }, [focusTurn]);

  const moveTo = (row: number, column: number) => {
    typed.current = nothingTyped;
    const entry = entries[Math.max(0, Math.min(entries.length - 1, row))];
    const criterion = category.criteria[Math.max(0, Math.min(category.criteria.length - 1, column))];
    if (entry === undefined) return;
    setOnName(column < 0);
    goTo(entryIdOf(entry), criterion === undefined ? null : criterionIdOf(criterion), false);
  };
  const moveToCell = (cell: Cell | null) => {
    typed.current = nothingTyped;
    setOnName(false);
    if (cell === null) goToFirstOpen();
    else goTo(cell.entry, cell.criterion, false);
  };
  const nextBlank = () => {
    const ground = groundInSight(useBallot.getState());
    if (place !== null && ground !== null) moveToCell(nextBlankCell(ground, entries, place));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / (rowHeight * rem)) - 2);
    const moves: Readonly<Record<string, readonly [number, number]>> = {
      ArrowDown: [rowAt + 1, columnAt],
      ArrowUp: [rowAt - 1, columnAt],
      ArrowLeft: [rowAt, columnAt - 1],
      ArrowRight: [rowAt, columnAt + 1],
      PageDown: [rowAt + page, columnAt],
      PageUp: [rowAt - page, columnAt],
      Home: [rowAt, 0],
      End: [rowAt, category.criteria.length - 1],
    };
    const move = moves[event.key];
    const entry = entries[rowAt];
    const criterion = category.criteria[columnAt];
    if (move !== undefined) moveTo(...move);
    else if (event.key === 'Enter') {
      if (isOnName) show('nominee');
      else nextBlank();
    } else if (entry !== undefined && criterion !== undefined && cards.get(entryIdOf(entry))?.recusal == null) {
      if (event.key === 'Delete' || event.key === 'Backspace') {
        typed.current = nothingTyped;
        mark(entryIdOf(entry), criterionIdOf(criterion), null);
      } else {
        const key = figureKey(event);
        if (!/^[\d.,-]$/.test(key)) return;
        const result = typeOnRuler(criterion.scale, typed.current, key, event.timeStamp);
        typed.current = result.typed;
        if (result.value !== undefined) mark(entryIdOf(entry), criterionIdOf(criterion), result.value);
      }
    } else return;
    event.preventDefault();
  };

  const active = entries[rowAt];
  return (
    <>
      <div
        ref={scroller}
        className="marks"
        role="grid"
        aria-label={inLanguage(category.name, language)}
        aria-rowcount={entries.length + 1}
        aria-colcount={category.criteria.length + 4}
        aria-readonly={!editable}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onBlur={() => (typed.current = nothingTyped)}
        {...(active === undefined ? {} : { 'aria-activedescendant': cellId(id, active.id, columnAt) })}
        style={vars({ '--criteria': category.criteria.length })}
      >
        <div className="marks-row marks-head" role="row" aria-rowindex={1}>
          <span role="columnheader" className="r">
            {t('juror:table.number')}
          </span>
          <span role="columnheader">{t('juror:table.nominee')}</span>
          {category.criteria.map((criterion) => (
            <span role="columnheader" key={criterion.id} className="c">
              {inLanguage(criterion.name, language)}
              <small>{weightText(criterion, language)}</small>
            </span>
          ))}
          <span role="columnheader" className="r">
            {t('juror:table.state')}
          </span>
          <span role="columnheader">{t('juror:table.comment')}</span>
        </div>
        <div role="rowgroup" className="marks-body" style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map((row) => {
            const entry = entries[row.index];
            return entry === undefined ? null : (
              <MarksRow
                key={entry.id}
                id={id}
                entry={entry}
                criteria={category.criteria}
                index={row.index}
                top={row.start}
                height={rowHeight * rem}
                measure={rows.measureElement}
                column={row.index === rowAt ? columnAt : null}
                onCell={moveTo}
              />
            );
          })}
        </div>
        {entries.length === 0 ? <p className="marks-none t2">{t('juror:table.nothingLeft')}</p> : null}
      </div>
      {editable && missing > 0 ? (
        <Button
          variant="primary"
          className="marks-next"
          iconEnd={<CornerDownLeft className="ic" aria-hidden />}
          onPress={() => {
            nextBlank();
            scroller.current?.focus();
          }}
        >
          {t('juror:table.nextBlank')}
        </Button>
      ) : null}
    </>
  );
}
