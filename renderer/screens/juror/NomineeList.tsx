import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { BallotEntry } from '@shared/model/ballot';
import type { BallotCardState } from '@shared/model/ballotSession';
import { inLanguage } from '@shared/model/language';
import { classes } from '../../components/classes';
import { Disc, type DiscState } from '../../components/Disc';
import { Beam } from '../../components/Progress';
import { Segmented } from '../../components/Segmented';
import { useLanguage, useText } from '../../i18n';
import { useBallot, useBallotText, useRemaining } from '../../stores/ballot';
import { entryIdOf, isOpen } from '../../stores/ballotWalk';

const discs: Readonly<Record<BallotCardState, DiscState>> = {
  blank: 'none',
  started: 'part',
  complete: 'full',
  recused: 'recused',
};

type Line =
  { readonly kind: 'category'; readonly id: number } | { readonly kind: 'entry'; readonly entry: BallotEntry };

/** All nominees with their state; only those in sight are in the document. */
export function NomineeList() {
  const t = useText();
  const { total, scored, recused } = useBallot((s) => s.progress);
  const remaining = useRemaining();
  const [filter, setFilter] = useState<'all' | 'remaining'>('all');
  return (
    <nav className="plist" aria-label={t('juror:list.label')}>
      <div className="plist-head">
        <p>
          <b className="num">{t('juror:list.scored', { scored, total })}</b>
          {recused === 0 ? null : <small className="num">{t('juror:list.recused', { recused })}</small>}
        </p>
        <Beam value={total === 0 ? 1 : (scored + recused) / total} label={t('juror:list.progress')} />
        <Segmented
          label={t('juror:list.filter')}
          value={filter}
          segments={[
            { id: 'all', label: t('juror:list.all') },
            { id: 'remaining', label: t('juror:list.remaining'), count: remaining },
          ]}
          onChange={setFilter}
        />
      </div>
      {filter === 'remaining' ? <RemainingLines /> : <AllLines />}
    </nav>
  );
}

function AllLines() {
  const { entries } = useBallotText();
  return <Lines entries={entries} />;
}

function RemainingLines() {
  const { entries } = useBallotText();
  const cards = useBallot((s) => s.cards);
  const here = useBallot((s) => s.place?.entry ?? null);
  const left = useMemo(
    () => entries.filter((entry) => entry.id === Number(here) || isOpen(cards.get(entryIdOf(entry)))),
    [entries, cards, here],
  );
  return <Lines entries={left} />;
}

function Lines({ entries }: { readonly entries: readonly BallotEntry[] }) {
  const t = useText();
  const language = useLanguage();
  const id = useId();
  const { categories } = useBallotText();
  const here = useBallot((s) => s.place?.entry ?? null);
  const goTo = useBallot((s) => s.goTo);
  const scroller = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => linesOf(entries, categories.length > 1), [entries, categories.length]);
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 30 * rem,
    overscan: 10,
  });
  const at = lines.findIndex((line) => line.kind === 'entry' && line.entry.id === Number(here));
  useEffect(() => {
    if (at >= 0) rows.scrollToIndex(at, { align: 'auto' });
  }, [at, rows]);

  const move = (event: KeyboardEvent) => {
    const position = entries.findIndex((entry) => entry.id === Number(here));
    const to: Readonly<Record<string, number>> = {
      ArrowDown: position + 1,
      ArrowUp: position - 1,
      Home: 0,
      End: entries.length - 1,
    };
    const target = to[event.key];
    if (target === undefined) return;
    event.preventDefault();
    const next = entries[Math.max(0, Math.min(entries.length - 1, target))];
    if (next !== undefined) goTo(entryIdOf(next), null, false);
  };
  return (
    <div
      ref={scroller}
      className="plist-scroll"
      role="listbox"
      tabIndex={0}
      aria-label={t('juror:list.label')}
      onKeyDown={move}
      {...(at < 0 ? {} : { 'aria-activedescendant': `${id}-${String(here)}` })}
    >
      <div role="presentation" className="plist-body" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map((row) => {
          const line = lines[row.index];
          if (line === undefined) return null;
          const style = { height: row.size, transform: `translateY(${String(row.start)}px)` };
          const category = line.kind === 'category' ? categories.find((c) => c.id === line.id) : undefined;
          return (
            <div key={row.key} role="presentation" className="plist-line" style={style}>
              {line.kind === 'category' ? (
                <p className="plist-cat cut" aria-hidden>
                  {category === undefined ? '' : inLanguage(category.name, language)}
                </p>
              ) : (
                <ListRow
                  id={`${id}-${String(line.entry.id)}`}
                  entry={line.entry}
                  isHere={line.entry.id === Number(here)}
                  position={row.index + 1}
                  count={lines.length}
                />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

interface ListRowProps {
  readonly id: string;
  readonly entry: BallotEntry;
  readonly isHere: boolean;
  readonly position: number;
  readonly count: number;
}

const ListRow = memo(function ListRow({ id, entry, isHere, position, count }: ListRowProps) {
  const t = useText();
  const card = useBallot((s) => s.cards.get(entryIdOf(entry)));
  const criteria = useBallot((s) => s.text?.categories.find((c) => c.id === entry.category)?.criteria.length ?? 0);
  const goTo = useBallot((s) => s.goTo);
  const state = card?.state ?? 'blank';
  const marked = Object.keys(card?.marks ?? {}).length;
  return (
    // The list itself holds the keyboard; a row only takes the pointer.
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isHere}
      aria-setsize={count}
      aria-posinset={position}
      className={classes('plist-row', isHere && 'now')}
      title={entry.name}
      onClick={() => goTo(entryIdOf(entry))}
      onKeyDown={(event) => {
        if (event.key === ' ') goTo(entryIdOf(entry));
      }}
    >
      <span className="num n">{entry.number}</span>
      <span className="cut">{entry.name}</span>
      {state === 'started' ? (
        <small className="num">
          {marked} / {criteria}
        </small>
      ) : (
        <i />
      )}
      <Disc state={discs[state]} label={t(`juror:state.${state}`)} />
    </div>
  );
});

function linesOf(entries: readonly BallotEntry[], withCategories: boolean): readonly Line[] {
  const lines: Line[] = [];
  let category: number | null = null;
  for (const entry of entries) {
    if (withCategories && entry.category !== category) lines.push({ kind: 'category', id: entry.category });
    category = entry.category;
    lines.push({ kind: 'entry', entry });
  }
  return lines;
}
