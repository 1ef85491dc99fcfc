import { useState } from 'react';
import type { ImportPreview, PreviewRow, RowFate } from '@shared/model/imports';
import { inLanguage } from '@shared/model/language';
import { Button } from '../../components/Button';
import { useLanguage, useText } from '../../i18n';
import { useSnapshot } from '../../stores/contest';
import { useImport } from '../../stores/imports';
import { fieldLabel, issueText } from './words';

/** Exceptions first; the ready ones are the normal case and come last, folded. */
const fates = ['attention', 'duplicate', 'corrected', 'left_out', 'ready'] as const satisfies readonly RowFate[];
const shownAtFirst: Readonly<Record<RowFate, number>> = {
  attention: 6,
  duplicate: 4,
  corrected: 4,
  left_out: 4,
  ready: 3,
};
const step = 50;

export function ImportRows({ preview }: { readonly preview: ImportPreview }) {
  return (
    <div className="import-groups">
      {fates.map((fate) => (
        <Group key={fate} fate={fate} rows={preview.rows.filter((row) => row.fate === fate)} />
      ))}
    </div>
  );
}

function Group({ fate, rows }: { readonly fate: RowFate; readonly rows: readonly PreviewRow[] }) {
  const t = useText();
  const [limit, setLimit] = useState(shownAtFirst[fate]);
  if (rows.length === 0) return null;
  const rest = rows.length - limit;
  return (
    <section aria-label={t(`nominees:fate.${fate}`)}>
      <h3>
        {t(`nominees:fate.${fate}`)} <span className="num t3">{rows.length}</span>
      </h3>
      <ul>
        {rows.slice(0, limit).map((row) => (
          <Line key={row.row} row={row} />
        ))}
      </ul>
      {rest > 0 ? (
        <Button
          variant="quiet"
          size="small"
          aria-label={`${t('nominees:import.more', { count: rest })} (${t(`nominees:fate.${fate}`)})`}
          onPress={() => {
            setLimit(limit + step);
          }}
        >
          {t('nominees:import.more', { count: rest })}
        </Button>
      ) : null}
    </section>
  );
}

function Line({ row }: { readonly row: PreviewRow }) {
  const t = useText();
  const language = useLanguage();
  const { contest } = useSnapshot();
  const takeRow = useImport((s) => s.takeRow);
  const leaveRowOut = useImport((s) => s.leaveRowOut);
  const goesIn = row.fate === 'ready' || row.fate === 'corrected';
  const category = contest.categories.find(({ id }) => id === row.category);
  const name = row.name === '' ? t('nominees:import.noName') : row.name;
  // A row without a name is nobody: there is nothing to take.
  const canTake = row.fate === 'left_out' || (!goesIn && row.name !== '');
  return (
    <li>
      <span className="num t3" title={t('nominees:import.otherRow', { row: row.row })}>
        {row.row}
      </span>
      <div>
        <b className={row.name === '' ? 't3' : undefined}>{name}</b>
        {row.issues.map((issue, index) => (
          <p key={index}>{issueText(issue, contest, t, language)}</p>
        ))}
        {row.corrections.map((change, index) => (
          <p key={`c${String(index)}`}>
            {fieldLabel(contest, change.field, t, language)}: <s>{change.from}</s>{' '}
            <ins>{change.to === '' ? t('nominees:import.fieldAbsent') : change.to}</ins>
          </p>
        ))}
        {row.fate === 'ready' && category !== undefined ? <p>{inLanguage(category.name, language)}</p> : null}
      </div>
      {goesIn ? (
        <Button
          variant="quiet"
          size="small"
          aria-label={`${t('nominees:import.leaveOut')}: ${name}`}
          onPress={() => void leaveRowOut(row.row)}
        >
          {t('nominees:import.leaveOut')}
        </Button>
      ) : canTake ? (
        <Button
          variant="quiet"
          size="small"
          aria-label={`${t(row.fate === 'left_out' ? 'nominees:import.takeBack' : 'nominees:import.take')}: ${name}`}
          onPress={() => void takeRow(row.row)}
        >
          {t(row.fate === 'left_out' ? 'nominees:import.takeBack' : 'nominees:import.take')}
        </Button>
      ) : (
        <span />
      )}
    </li>
  );
}
