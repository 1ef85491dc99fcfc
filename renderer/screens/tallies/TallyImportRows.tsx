import { useState } from 'react';
import type { TallyPreview, TallyRow } from '@shared/model/tallyImport';
import { sameValues } from '@shared/domain/tallyPreview';
import { Button } from '../../components/Button';
import { ComboBox } from '../../components/ComboBox';
import { useLanguage, useText, type Translate } from '../../i18n';
import { useTallyImport } from '../../stores/tallyImports';
import { valuesText, type TallyRowOf } from './rows';

/** Exceptions first; the ready ones are the normal case and come last. */
const fates = ['attention', 'corrected', 'left_out', 'ready'] as const satisfies readonly TallyRow['fate'][];
const shownAtFirst: Readonly<Record<TallyRow['fate'], number>> = { attention: 20, corrected: 6, left_out: 4, ready: 6 };
const step = 50;

export function TallyImportRows({
  preview,
  rows,
}: {
  readonly preview: TallyPreview;
  readonly rows: readonly TallyRowOf[];
}) {
  return (
    <div className="import-groups">
      {fates.map((fate) => (
        <Group key={fate} fate={fate} found={preview.rows.filter((row) => row.fate === fate)} rows={rows} />
      ))}
    </div>
  );
}

function Group({
  fate,
  found,
  rows,
}: {
  readonly fate: TallyRow['fate'];
  readonly found: readonly TallyRow[];
  readonly rows: readonly TallyRowOf[];
}) {
  const t = useText();
  const [limit, setLimit] = useState(shownAtFirst[fate]);
  if (found.length === 0) return null;
  const rest = found.length - limit;
  return (
    <section aria-label={t(`tallies:fate.${fate}`)}>
      <h3>
        {t(`tallies:fate.${fate}`)} <span className="num t3">{found.length}</span>
      </h3>
      <ul>
        {found.slice(0, limit).map((row) => (
          <Line key={row.row} row={row} rows={rows} />
        ))}
      </ul>
      {rest > 0 ? (
        <Button
          variant="quiet"
          size="small"
          aria-label={`${t('tallies:import.more', { count: rest })} (${t(`tallies:fate.${fate}`)})`}
          onPress={() => {
            setLimit(limit + step);
          }}
        >
          {t('tallies:import.more', { count: rest })}
        </Button>
      ) : null}
    </section>
  );
}

function Line({ row, rows }: { readonly row: TallyRow; readonly rows: readonly TallyRowOf[] }) {
  const t = useText();
  const language = useLanguage();
  const leaveRowOut = useTallyImport((s) => s.leaveRowOut);
  const takeRowBack = useTallyImport((s) => s.takeRowBack);
  const assign = useTallyImport((s) => s.assign);
  const about = rows.find(({ entry }) => entry === row.entry) ?? null;
  const before = about?.tally ?? null;
  const isOut = row.fate === 'left_out';
  const isAskingWho =
    row.fate === 'attention' && (row.issue === 'unknown' || row.issue === 'ambiguous' || row.issue === 'spelling');
  return (
    <li>
      <span className="num t3" title={t('tallies:import.row', { row: row.row })}>
        {row.row}
      </span>
      <div>
        <b>{row.name}</b>
        {row.fate === 'attention' && row.issue !== null ? <p>{issueText(row, about, t)}</p> : null}
        {row.fate === 'corrected' && about !== null && about.nominee.name !== row.name ? (
          <p>
            <ins>{about.nominee.name}</ins>
          </p>
        ) : null}
        {row.fate === 'ready' || row.fate === 'corrected' ? (
          <p className="num">
            {valuesText(row.values, t, language)}
            {before !== null && !sameValues(before.values, row.values)
              ? `, ${t('tallies:import.was', { before: valuesText(before.values, t, language) })}`
              : ''}
          </p>
        ) : null}
        {isAskingWho ? (
          <>
            {about === null ? null : (
              <Button
                size="small"
                aria-label={`${t('tallies:import.take')}: ${about.nominee.name}`}
                onPress={() => void assign(row.row, about.entry)}
              >
                {t('tallies:import.take')}
              </Button>
            )}
            <ComboBox
              label={t('tallies:import.who', { row: row.name })}
              options={rows.map(({ entry, nominee }) => ({
                id: String(entry),
                label: `№ ${String(nominee.number)} ${nominee.name}`,
              }))}
              value={null}
              onChange={(id) => {
                const entry = rows.find((one) => String(one.entry) === id)?.entry;
                if (entry !== undefined) void assign(row.row, entry);
              }}
            />
          </>
        ) : null}
      </div>
      <Button
        variant="quiet"
        size="small"
        aria-label={`${t(isOut ? 'tallies:import.takeBack' : 'tallies:import.leaveOut')}: ${row.name}, ${t('tallies:import.row', { row: row.row })}`}
        onPress={() => void (isOut ? takeRowBack(row.row) : leaveRowOut(row.row))}
      >
        {t(isOut ? 'tallies:import.takeBack' : 'tallies:import.leaveOut')}
      </Button>
    </li>
  );
}

function issueText(row: TallyRow, about: TallyRowOf | null, t: Translate): string {
  switch (row.issue) {
    case null:
      return '';
    case 'spelling':
      return t('tallies:issue.spelling', { name: about?.nominee.name ?? '' });
    case 'twice':
      return t('tallies:issue.twice', { row: row.other });
    default:
      return t(`tallies:issue.${row.issue}`, { found: row.found.join('; ') });
  }
}
